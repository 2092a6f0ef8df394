"""Who may ask the board what: nobody from another page, by another name, without a token for it, or with too much."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
API = "/api/"
METRICS = "/metrics"
LARGEST_BYTES = 64 * 1024
"""Of what is sent to the board."""
JSON = "application/json"
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


class Role(StrEnum):
    """What a token is for."""

    FULL = "full"
    """Everything."""
    READ = "read"
    """To look and to play, which changes nothing on the machine."""
    LEVELS = "levels"
    """To post what gauges measure, and nothing else."""


MAY = (
    ("GET", METRICS, Role.READ),
    ("GET", f"{API}v1/.+", Role.READ),
    ("POST", f"{API}v1/(run|deadlines|limits|validate|state|session)", Role.READ),
    ("POST", f"{API}v1/live/[^/]+/levels", Role.LEVELS),
)
"""Which role may ask which path (a pattern of all of it) beside the full one, which may all; what stands in no row is
for that one alone."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is refused."""

    status: int
    reason: str

    @property
    def key(self) -> str:
        """Of the words that say so."""
        return f"board_refused_{self.reason}"


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
    """For everything."""
    read_token: str = ""
    """For looking only; empty for none."""
    levels_token: str = ""
    """For posting levels only; empty for none."""

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
        for status, reason, refused in (
            (421, "host", headers.get("host", "") not in self.names),
            (403, "origin", self._foreign(path, headers)),
        ):
            if refused:
                return Refusal(status, reason)
        role = self._role(headers)
        if _needs_token(path) and not (role and _may(role, method, path)):
            return Refusal(403, f"only_{role}") if role else Refusal(401, "token")
        return None if method in READS else _body_refusal(headers)

    def given(self, headers: Mapping[str, str]) -> str:
        """The token that comes along, as programs send it or as our page's cookie; empty for none."""
        scheme, _, bearer = headers.get("authorization", "").partition(" ")
        return bearer.strip() if scheme.lower() == "bearer" else _cookie(headers.get("cookie", ""), self.cookie)

    def _foreign(self, path: str, headers: Mapping[str, str]) -> bool:
        """Whether another page asks; whoever follows a link to the page itself may."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None and origin not in {f"http://{each}" for each in self.names}:
            return True
        return site is not None and site not in OWN_SITES and _needs_token(path)

    def _role(self, headers: Mapping[str, str]) -> Role | None:
        """What the token that comes along is for; None for one that is not ours."""
        given = self.given(headers).encode()
        tokens = ((Role.FULL, self.token), (Role.READ, self.read_token), (Role.LEVELS, self.levels_token))
        found = [role for role, token in tokens if compare_digest(given, token.encode()) and token]
        return found[0] if found else None


def _needs_token(path: str) -> bool:
    """Whether a path tells or does anything; pages and what they are made of hold nothing of any park."""
    return path.startswith(API) or path == METRICS


def _may(role: Role, method: str, path: str) -> bool:
    """Whether a role is enough for a path."""
    asked = "GET" if method in READS else method
    return role is Role.FULL or any(
        role is who and asked == how and re.fullmatch(pattern, path) for how, pattern, who in MAY
    )


def _body_refusal(headers: Mapping[str, str]) -> Refusal | None:
    """Why what is sent is refused."""
    if headers.get("content-type", "").partition(";")[0].strip().lower() != JSON:
        return Refusal(415, "json")
    length = headers.get("content-length", "")
    if not length.isascii() or not length.isdigit():
        return Refusal(411, "length")
    return Refusal(413, "size") if int(length) > LARGEST_BYTES else None


def _cookie(header: str, name: str) -> str:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""
