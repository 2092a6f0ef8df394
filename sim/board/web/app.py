"""The board's pages and its interface for programs, behind the guard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.board.board import Board
from sim.board.exercise import Exercises
from sim.board.guard import HEADERS, Guard
from sim.board.jobs import Busy, Jobs
from sim.board.metrics import Counts
from sim.board.newest import Newest, Overtaken
from sim.board.plain import problems_data
from sim.board.shelf import Shelves
from sim.board.web.answers import Missing, ReadOnlyError, Stale, as_json, told
from sim.board.web.catalogue import Catalogue
from sim.board.web.drill import ERRORS as DRILL_ERRORS
from sim.board.web.drill import Drill
from sim.board.web.event import Events
from sim.board.web.files import FilesOf
from sim.board.web.imports import Imports
from sim.board.web.making import Making
from sim.board.web.maps import Maps
from sim.board.web.monitoring import Monitoring
from sim.board.web.pages import Pages
from sim.board.web.whatif import WhatIf
from sim.errors import InputError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send


OUT = Path("results")
"""Below which exercises are written, where nobody says."""
UNKEPT = {"Cache-Control": "no-store"}


def app_of(board: Board, guard: Guard, language: str, events: Path, jobs: Jobs, out: Path = OUT) -> Guarded:
    """The board behind its guard, which speaks a language first and has made what people ask for.

    Journals of events lie in the folder `events`, exercises below the folder `out`.
    """
    from starlette.applications import Starlette

    newest, counts, shelves = Newest(), Counts(), Shelves(board.scenarios)
    whatif = WhatIf(board, newest, counts)
    live = Events(board, newest, events)
    followed = (live, Drill(board, Exercises(out), newest, guard, language))
    parts = (
        Pages(guard, language), Catalogue(board), whatif, Maps(board, newest), FilesOf(board, newest, shelves),
        Imports(board, newest, shelves, language), Making(board, newest, jobs, language),
        Monitoring(board, newest, counts, live.lives), *followed,
    )  # fmt: skip

    async def overtaken(request: Request, error: Overtaken) -> Response:
        counts.overtaken += 1
        return told(409, "board_overtaken")

    def leave() -> None:
        for each in followed:
            each.leave()
        whatif.worker.close()
        jobs.close()

    handlers: dict[Any, Any] = {InputError: _wrong, Overtaken: overtaken, Stale: _stale, Missing: _missing,
                                ReadOnlyError: _read_only, Busy: _busy, **DRILL_ERRORS}  # fmt: skip
    return Guarded(Starlette(routes=[each for part in parts for each in part.routes()], exception_handlers=handlers),
                   guard, counts, leave)  # fmt: skip


class Guarded:
    """Refuses what the guard refuses and counts it, and sends its headers with every answer that has no such own."""

    def __init__(self, app: ASGIApp, guard: Guard, counts: Counts, leave: Callable[[], None]) -> None:
        self.app, self.guard, self.counts, self.leave = app, guard, counts, leave
        """`leave` lets go of those who follow something, and ends what runs beside the server."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        refused = self.guard.refusal(scope["method"], scope["path"], headers)
        app = self.app
        if refused:
            self.counts.refused[refused.reason] += 1
            app = told(refused.status, refused.key, values=refused.values)

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower() for name, _ in message["headers"]}
                more = [(name.lower().encode(), value.encode()) for name, value in (HEADERS | UNKEPT).items()]
                message["headers"] += [(name, value) for name, value in more if name not in own]
            await send(message)

        await app(scope, receive, sending)


async def _busy(request: Request, error: Busy) -> Response:
    return told(409, error.key)


async def _wrong(request: Request, error: InputError) -> Response:
    return as_json({"problems": problems_data(error)}, 422)


async def _missing(request: Request, error: Missing) -> Response:
    return told(404, error.key)


async def _read_only(request: Request, error: ReadOnlyError) -> Response:
    return told(403, "board_read_only")


async def _stale(request: Request, error: Stale) -> Response:
    return told(412, "board_stale", {"ETag": error.tag})
