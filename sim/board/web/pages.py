"""What pages are made of, and the words they say: files without a number of any park."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from sim.board.guard import Guard
from sim.board.web.answers import as_json, empty
from sim.report.page.replay import REPLAY_WORDS
from sim.words import LANGUAGES
from sim.words.catalogue import WORDS, template

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

PAGES = {"/": "whatif", "/event": "event"}
"""Where each page is; it is made of the shell, of what stands in NAME.html and of what NAME.js does."""
ASSETS = files("sim.board") / "assets"
OTHERS = {
    **{name: files("sim.report.page") / "assets" / name for name in ("page.css", "replay.css", "replay.js")},
    "sans.otf": files("sim.report") / "fonts/three-tier-sans.otf",
}
"""What lies elsewhere; beside it nothing is served but the board's own assets."""
KINDS = {".css": "text/css", ".js": "text/javascript", ".otf": "font/otf"}
OWN_WORDS = "board_"
"""What the keys begin with of words that only the board's pages say; they are sent all."""
SHARED_WORDS = (
    *REPLAY_WORDS, "comma", "map_crew", "page_back", "page_closer", "page_decides", "page_farther", "page_forth",
    "page_intakes_peak", "page_legend_alarm", "page_legend_allowed", "page_legend_deadline", "page_legend_hindered",
    "page_legend_open", "page_legend_part", "page_legend_shut", "page_legend_tile", "page_legend_way",
    "page_light_dark", "page_map_help", "page_over_limit", "page_relieved_means", "page_slider", "page_speed",
    "page_table_receptors", "page_ticker", "page_whole", "page_worst",
)  # fmt: skip
"""What they say in words that others say, too."""
A_DAY_S = 86400


class Pages:
    """Serves the pages, their words, and a cookie."""

    def __init__(self, guard: Guard, language: str) -> None:
        self.guard, self.language = guard, language

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        own = {each.name: each for each in ASSETS.iterdir() if _suffix(each) in KINDS}
        return [
            *(Route(path, _served(_page(name), "text/html")) for path, name in PAGES.items()),
            *(Route(f"/static/{name}", _served(each.read_bytes(), KINDS[_suffix(each)]))
              for name, each in (own | OTHERS).items()),
            Route("/api/v1/words", self.words),
            Route("/api/v1/session", self.session, methods=["POST"]),
        ]

    async def words(self, request: Request) -> Response:
        """What the pages say, in every language, and which pages there are."""
        return as_json({"first": self.language, **_words()})

    async def session(self, request: Request) -> Response:
        """A cookie for whoever has a token, so that it need not stand in an address."""
        response = empty(204)
        token = self.guard.given(request.headers)
        response.set_cookie(self.guard.cookie, token, httponly=True, samesite="strict", path="/")
        return response


def _suffix(file: Traversable) -> str:
    return file.name[file.name.rfind(".") :]


def _page(name: str) -> bytes:
    """What every page has, around what this one has."""
    shell, main = ((ASSETS / f"{each}.html").read_text(encoding="utf-8") for each in ("shell", name))
    return shell.replace("NAME", name).replace("<!-- main -->\n", main).encode()


def _served(data: bytes, kind: str) -> Callable[[Request], Awaitable[Response]]:
    headers = {"Cache-Control": f"max-age={A_DAY_S}"} if kind.startswith("font") else {}

    async def serve(request: Request) -> Response:
        from starlette.responses import Response

        return Response(data, media_type=kind, headers=headers)

    return serve


@cache
def _words() -> dict[str, Any]:
    keys = [*(key for key in WORDS if key.startswith(OWN_WORDS)), *SHARED_WORDS]
    said = {key: {language: template(key, language) for language in LANGUAGES} for key in keys}
    names = {code: {each: template(f"language_{each}", code) for each in ("tag", "name")} for code in LANGUAGES}
    return {"languages": names, "words": said, "views": PAGES}
