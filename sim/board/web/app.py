"""The board's pages and its interface for programs, behind the guard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.board.board import Board
from sim.board.guard import HEADERS, Guard
from sim.board.newest import Newest, Overtaken
from sim.board.plain import problems_data
from sim.board.shelf import Shelves
from sim.board.web.answers import Missing, ReadOnlyError, Stale, as_json, told
from sim.board.web.catalogue import Catalogue
from sim.board.web.event import Events
from sim.board.web.files import FilesOf
from sim.board.web.imports import Imports
from sim.board.web.maps import Maps
from sim.board.web.pages import Pages
from sim.board.web.whatif import WhatIf
from sim.errors import InputError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send


def app_of(board: Board, guard: Guard, language: str, events: Path) -> ASGIApp:
    """The board behind its guard, which speaks a language first; journals of events lie in the folder `events`."""
    from starlette.applications import Starlette

    newest = Newest()
    shelves = Shelves(board.scenarios)
    parts = (Pages(guard, language), Catalogue(board), WhatIf(board, newest), Maps(board, newest),
             FilesOf(board, newest, shelves), Imports(board, newest, shelves, language),
             Events(board, newest, events))  # fmt: skip
    handlers: dict[Any, Any] = {InputError: _wrong, Overtaken: _overtaken, Stale: _stale,
                                Missing: _missing, ReadOnlyError: _read_only}
    return _Guarded(Starlette(routes=[each for part in parts for each in part.routes()], exception_handlers=handlers),
                    guard)  # fmt: skip


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
        app = self.app if refused is None else told(refused.status, refused.key, values=refused.values)

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = dict(HEADERS) | ({} if b"cache-control" in own else {"Cache-Control": "no-store"})
                message["headers"] += [(name.lower().encode(), value.encode()) for name, value in more.items()]
            await send(message)

        await app(scope, receive, sending)


async def _wrong(request: Request, error: InputError) -> Response:
    return as_json({"problems": problems_data(error)}, 422)


async def _overtaken(request: Request, error: Overtaken) -> Response:
    return told(409, "board_overtaken")


async def _missing(request: Request, error: Missing) -> Response:
    return told(404, error.key)


async def _read_only(request: Request, error: ReadOnlyError) -> Response:
    return told(403, "board_read_only")


async def _stale(request: Request, error: Stale) -> Response:
    return told(412, "board_stale", {"ETag": error.tag})
