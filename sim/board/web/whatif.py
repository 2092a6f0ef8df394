"""What comes of what somebody has moved: the paths that the sliders ask."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from sim.board.board import Board
from sim.board.metrics import Counts
from sim.board.newest import Newest
from sim.board.plain import answer_data, scenario_data, state_of
from sim.board.state import State
from sim.board.web.answers import as_json, body, empty, meant, numbered, tag
from sim.board.web.studies import DEADLINES, LIMITS, READY, Study, find
from sim.board.worker import Worker
from sim.errors import InputError

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


class WhatIf:
    """Answers what sliders ask; one run at a time, and of each page the newest."""

    def __init__(self, board: Board, newest: Newest, counts: Counts) -> None:
        self.board, self.newest, self.counts = board, newest, counts
        self.worker = Worker(find, Board, board.scenarios)
        self._getting_ready: set[asyncio.Task[None]] = set()

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        return [
            Route("/api/v1/scenario", self.scenario),
            Route("/api/v1/run", self.run, methods=["POST"]),
            Route("/api/v1/deadlines", self.deadlines, methods=["POST"]),
            Route("/api/v1/limits", self.limits, methods=["POST"]),
            Route("/api/v1/state", self.state, methods=["POST"]),
        ]

    async def scenario(self, request: Request) -> Response:
        """What may be moved in a scenario."""
        asked = request.query_params
        state = State(asked.get("scenario", self.board.scenarios[0]), asked.get("pick", ""))

        def prepared() -> tuple[str, dict[str, Any]]:
            prepared = self.board.prepared(state.scenario, state.pick)
            return tag(prepared.version), scenario_data(self.board, prepared, state)

        version, data = await self.newest.alone(lambda: asyncio.to_thread(prepared))
        self._get_ready(state)
        if request.headers.get("if-none-match") == version:
            return empty(304, {"ETag": version})
        return as_json(data, headers={"ETag": version})

    def _get_ready(self, state: State) -> None:
        """Let the process beside the sliders read a scenario before it is asked for anything."""

        async def ready() -> None:
            with suppress(InputError):  # whoever asks for more is told
                await self.worker.ask(Study(READY, state))

        task = asyncio.ensure_future(ready())
        self._getting_ready.add(task)
        task.add_done_callback(self._getting_ready.discard)

    async def run(self, request: Request) -> Response:
        """What comes of what somebody moved; of requests that number themselves only the newest is answered."""
        document = await body(request)
        state = state_of(document)

        async def work() -> dict[str, Any]:
            with self.counts.run():
                return await asyncio.to_thread(lambda: answer_data(meant(self.board, request, state).answer(state)))

        asked = numbered(document)
        data = await (self.newest.work(*asked, work) if asked else self.newest.alone(work))
        return as_json({**data, "number": asked[1] if asked else None})

    async def deadlines(self, request: Request) -> Response:
        """By when what must be done, found by many runs; given up as soon as somebody moves something."""
        return await self._beside(request, DEADLINES)

    async def limits(self, request: Request) -> Response:
        """Where along the slider of `path` the verdicts turn; given up as soon as somebody moves something."""
        return await self._beside(request, LIMITS)

    async def _beside(self, request: Request, sort: str) -> Response:
        """What is found by many runs beside the sliders.

        Raises:
            Overtaken: something newer is asked for.
        """
        document = await body(request)
        study = Study(sort, state_of(document), request.headers.get("if-match", ""), str(document.get("path", "")))
        asked = numbered(document)
        found = self.worker.ask(study)
        data = await (self.newest.beside(*asked, lambda: found) if asked else found)
        self.counts.studies[sort] += 1
        return as_json(data)

    async def state(self, request: Request) -> Response:
        """What an address or a command line says, as a document."""
        document = await body(request)
        address, command = document.get("address"), document.get("command")
        state = State.of_address(address) if isinstance(address, str) else State.of_command(str(command))
        return as_json({"scenario": state.scenario, "pick": state.pick, "sets": dict(state.sets),
                      "address": state.address})  # fmt: skip
