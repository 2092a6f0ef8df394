"""The board's page and its interface for programs, as a web application."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from functools import cache
from importlib.resources import files
from json import JSONDecodeError
from typing import TYPE_CHECKING, Any

from sim.board.board import Answer, Board
from sim.board.guard import HEADERS, LARGEST_BYTES, Guard
from sim.board.newest import Newest, Overtaken
from sim.board.plain import answer_data, deadlines_data, problems_data, scenario_data, state_of
from sim.board.state import State
from sim.errors import InputError
from sim.message import Message
from sim.words import LANGUAGES
from sim.words.catalogue import template

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

ASSETS = {
    "page.css": ("sim.report.page", "assets/page.css", "text/css"),
    "board.css": ("sim.board", "assets/board.css", "text/css"),
    "board.js": ("sim.board", "assets/board.js", "text/javascript"),
    "sans.otf": ("sim.report", "fonts/three-tier-sans.otf", "font/otf"),
}
"""What the page is made of: nothing else is served by name."""
PAGE = ("sim.board", "assets/board.html", "text/html")
SAID = (
    "board_answer", "board_beside", "board_copied", "board_copy", "board_deadlines", "board_deadlines_wait",
    "board_filling", "board_group_actions", "board_group_crews", "board_group_detection", "board_group_faults",
    "board_group_fires", "board_group_initial", "board_group_process_water", "board_group_rain",
    "board_group_releases", "board_group_response", "board_group_river", "board_group_storages", "board_hours",
    "board_in_file", "board_inputs", "board_keeps", "board_kicker", "board_left_out", "board_lost",
    "board_moved", "board_no_water", "board_peak", "board_pick", "board_range_note", "board_reading", "board_redo",
    "board_reset", "board_reset_one", "board_same", "board_scenario", "board_title", "board_turns", "board_undo",
    "board_unmoved", "board_usable", "board_variant", "board_wrong", "comma", "page_decides", "page_intakes_peak",
    "page_light_dark", "page_over_limit", "page_relieved_means", "page_table_receptors",
)  # fmt: skip
"""Words that the page says."""
A_DAY_S = 86400
LONGEST_NAME = 64
"""Letters by which a page may call itself; requests of one with more are worked on in turn."""


class Api:
    """Answers requests; one run at a time, and of each page the newest."""

    def __init__(self, board: Board, guard: Guard, language: str) -> None:
        self.board, self.guard, self.newest = board, guard, Newest()
        self.language = language

    async def scenario(self, request: Request) -> Response:
        """What may be moved in a scenario."""
        asked = request.query_params
        state = State(asked.get("scenario", self.board.scenarios[0]), asked.get("pick", ""))

        def find() -> tuple[str, dict[str, Any]]:
            prepared = self.board.prepared(state.scenario, state.pick)
            return _tag(prepared.version), scenario_data(self.board, prepared, state)

        tag, data = await self.newest.alone(lambda: asyncio.to_thread(find))
        if request.headers.get("if-none-match") == tag:
            return _empty(304, {"ETag": tag})
        return _json(data, headers={"ETag": tag})

    async def run(self, request: Request) -> Response:
        """What comes of what somebody moved; of requests that number themselves only the newest is answered."""
        document = await _body(request)
        state, wanted = state_of(document), request.headers.get("if-match")

        def find() -> Answer | None:
            stale = wanted and wanted != _tag(self.board.prepared(state.scenario, state.pick).version)
            return None if stale else self.board.answer(state)

        async def work() -> dict[str, Any] | None:
            answer = await asyncio.to_thread(find)
            return None if answer is None else await asyncio.to_thread(answer_data, answer)

        asked = _numbered(document)
        data = await (self.newest.work(*asked, work) if asked else self.newest.alone(work))
        return _told(412, "board_stale") if data is None else _json({**data, "number": asked[1] if asked else None})

    async def deadlines(self, request: Request) -> Response:
        """By when what must be done, found by many runs; given up as soon as somebody moves something."""
        document = await _body(request)
        state, asked = state_of(document), _numbered(document)

        def tell(done: float) -> None:
            if asked and not self.newest.go_on(*asked):
                raise Overtaken

        async def work() -> dict[str, Any]:
            return await asyncio.to_thread(lambda: deadlines_data(self.board.answer(state), tell))

        return _json(await (self.newest.beside(*asked, work) if asked else self.newest.alone(work)))

    async def validate(self, request: Request) -> Response:
        """What is wrong with what somebody moved, if anything; nothing is played."""
        state = state_of(await _body(request))

        def find() -> list[dict[str, str]]:
            try:
                self.board.prepared(state.scenario, state.pick).check(state)
            except InputError as error:
                return problems_data(error)
            return []

        return _json({"problems": await self.newest.alone(lambda: asyncio.to_thread(find))})

    async def state(self, request: Request) -> Response:
        """What an address or a command line says, as a document."""
        document = await _body(request)
        address, command = document.get("address"), document.get("command")
        state = State.of_address(address) if isinstance(address, str) else State.of_command(str(command))
        return _json({"scenario": state.scenario, "pick": state.pick, "sets": dict(state.sets),
                      "address": state.address})  # fmt: skip

    async def words(self, request: Request) -> Response:
        """What the page says, in every language."""
        return _json({"first": self.language, **_words()})

    async def session(self, request: Request) -> Response:
        """A cookie for whoever has the token, so that it need not stand in an address."""
        response = _empty(204)
        response.set_cookie(self.guard.cookie, self.guard.token, httponly=True, samesite="strict", path="/")
        return response


def app_of(board: Board, guard: Guard, language: str) -> ASGIApp:
    """The board behind its guard, which speaks a language first."""
    from starlette.applications import Starlette
    from starlette.routing import Route

    api = Api(board, guard, language)
    routes = [
        Route("/", _served(PAGE)),
        *(Route(f"/static/{name}", _served(place)) for name, place in ASSETS.items()),
        Route("/api/v1/words", api.words),
        Route("/api/v1/scenario", api.scenario),
        Route("/api/v1/run", api.run, methods=["POST"]),
        Route("/api/v1/deadlines", api.deadlines, methods=["POST"]),
        Route("/api/v1/validate", api.validate, methods=["POST"]),
        Route("/api/v1/state", api.state, methods=["POST"]),
        Route("/api/v1/session", api.session, methods=["POST"]),
    ]
    handlers: dict[Any, Any] = {InputError: _wrong, Overtaken: _overtaken}
    return _Guarded(Starlette(routes=routes, exception_handlers=handlers), guard)


class _Guarded:
    """Refuses what the guard refuses, and sends its headers with every answer."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self.app, self.guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self.guard.refusal(scope["method"], scope["path"], headers)
        app = self.app if refused is None else _told(refused.status, refused.key)

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = dict(HEADERS) | ({} if b"cache-control" in own else {"Cache-Control": "no-store"})
                message["headers"] += [(name.lower().encode(), value.encode()) for name, value in more.items()]
            await send(message)

        await app(scope, receive, sending)


def _served(place: tuple[str, str, str]) -> Callable[[Request], Awaitable[Response]]:
    package, name, kind = place
    data = (files(package) / name).read_bytes()
    headers = {"Cache-Control": f"max-age={A_DAY_S}"} if kind.startswith("font") else {}

    async def serve(request: Request) -> Response:
        from starlette.responses import Response

        return Response(data, media_type=kind, headers=headers)

    return serve


async def _body(request: Request) -> dict[str, Any]:
    """What was sent.

    Raises:
        InputError: it is no JSON object.
    """
    data = b""
    async for piece in request.stream():
        data += piece
        if len(data) > LARGEST_BYTES:
            break  # the guard has seen to that where the length was told truly
    try:
        found = json.loads(data)
    except (JSONDecodeError, UnicodeDecodeError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InputError(Message("a JSON object is wanted, such as {example}", example='{"scenario": "FILE.yaml"}'))
    return found


def _numbered(document: dict[str, Any]) -> tuple[str, int] | None:
    """Which page asks, and its number for the request; None where it does not say."""
    page, number = document.get("page"), document.get("number")
    return (page, number) if isinstance(page, str) and len(page) <= LONGEST_NAME and isinstance(number, int) else None


async def _wrong(request: Request, error: InputError) -> Response:
    return _json({"problems": problems_data(error)}, 422)


async def _overtaken(request: Request, error: Overtaken) -> Response:
    return _told(409, "board_overtaken")


def _told(status: int, key: str) -> Response:
    """A refusal in words."""
    return _json({"problems": [{language: template(key, language) for language in LANGUAGES}]}, status)


def _json(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    from starlette.responses import JSONResponse

    return JSONResponse(data, status, headers)


def _empty(status: int, headers: dict[str, str] | None = None) -> Response:
    """An answer without words."""
    from starlette.responses import Response

    return Response(status_code=status, headers=headers)


def _tag(version: str) -> str:
    return f'"{version[:16]}"'


@cache
def _words() -> dict[str, Any]:
    said = {key: {language: template(key, language) for language in LANGUAGES} for key in SAID}
    names = {code: {each: template(f"language_{each}", code) for each in ("tag", "name")} for code in LANGUAGES}
    return {"languages": names, "words": said}
