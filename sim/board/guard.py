"""Who may ask the board what: nobody from another page, under another name, without the token, or with too much."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
API = "/api/"
KIB = 1024
JSON, BYTES = "application/json", "application/octet-stream"
"""Sorts of what is sent; no page of others sends either without being asked about it first."""
READS = ("GET", "HEAD")
OWN_SITES = ("same-origin", "none")
"""What a browser says of requests of our own page, and of addresses that somebody typed."""
HEADERS = {
    "Content-Security-Policy":
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}  # fmt: skip
"""Sent with every answer: nothing is run that we do not serve, no other host is asked, nobody frames the page."""


@dataclass(frozen=True, slots=True)
class Takes:
    """What may be sent to a path."""

    most_bytes: int = 64 * KIB
    sort: str = JSON


FILE = Takes(4 * KIB * KIB)
"""A file's text as JSON, which has more letters than the file."""
TAKES = {"/api/v1/files/": FILE, "/api/v1/validate": FILE, "/api/v1/import": Takes(8 * KIB * KIB, BYTES)}
"""By how a path begins, where it is not what others take."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused."""

    status: int
    key: str
    """Of the words that say so."""
    values: Mapping[str, object] = field(default_factory=dict)
    """What stands in their places."""


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches an address."""
    try:
        return host == "localhost" or ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """Looks at the head of a request before anything else does; header names are in lower case."""

    host: str
    port: int
    token: str

    @property
    def cookie(self) -> str:
        """Its name; a browser sends cookies to every port of a host."""
        return f"three-tier-{self.port}"

    @property
    def names(self) -> frozenset[str]:
        """By which the board may be asked for; another name that leads here is somebody else's trick."""
        own = f"[{self.host}]" if ":" in self.host else self.host
        return frozenset(f"{each}:{self.port}" for each in (*LOOPBACK, own))

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> Refusal | None:
        """Why a request is refused; None when it is not."""
        for status, key, refused in (
            (421, "board_refused_host", headers.get("host", "") not in self.names),
            (403, "board_refused_origin", self._foreign(path, headers)),
            (401, "board_refused_token", path.startswith(API) and not self._known(headers)),
        ):
            if refused:
                return Refusal(status, key)
        return None if method in READS else _body_refusal(path, headers)

    def _foreign(self, path: str, headers: Mapping[str, str]) -> bool:
        """Whether another page asks; whoever follows a link to the page itself may."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin not in {f"http://{each}" for each in self.names}:
            return True
        return site is not None and site not in OWN_SITES and path.startswith(API)

    def _known(self, headers: Mapping[str, str]) -> bool:
        """Whether the token is there, as programs send it or as our page's cookie."""
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        given = bearer.strip() if scheme.lower() == "bearer" else _cookie(headers.get("cookie", ""), self.cookie)
        return compare_digest(given.encode(), self.token.encode())


def taken(path: str) -> Takes:
    """What may be sent to a path."""
    return next((takes for begin, takes in TAKES.items() if path.startswith(begin)), Takes())


def _body_refusal(path: str, headers: Mapping[str, str]) -> Refusal | None:
    """Why what is sent is refused."""
    takes = taken(path)
    if headers.get("content-type", "").partition(";")[0].strip().lower() != takes.sort:
        return Refusal(415, "board_refused_json", {"sort": takes.sort})
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        return Refusal(411, "board_refused_length")
    most = takes.most_bytes
    return Refusal(413, "board_refused_size", {"most": most // KIB}) if int(length) > most else None


def _cookie(header: str, name: str) -> str:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
