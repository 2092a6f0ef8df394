"""What comes of what somebody has moved: the paths that the sliders ask."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sim.board.board import Board
from sim.board.limits import limits_data
from sim.board.metrics import Counts
from sim.board.newest import Newest, Overtaken
from sim.board.plain import answer_data, deadlines_data, scenario_data, state_of
from sim.board.state import State
from sim.board.turns import turns
from sim.board.web.answers import as_json, body, empty, meant, numbered, tag

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


class WhatIf:
    """Answers what sliders ask; one run at a time, and of each page the newest."""

    def __init__(self, board: Board, newest: Newest, counts: Counts) -> None:
        self.board, self.newest, self.counts = board, newest, counts

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

        def find() -> tuple[str, dict[str, Any]]:
            prepared = self.board.prepared(state.scenario, state.pick)
            return tag(prepared.version), scenario_data(self.board, prepared, state)

        version, data = await self.newest.alone(lambda: asyncio.to_thread(find))
        if request.headers.get("if-none-match") == version:
            return empty(304, {"ETag": version})
        return as_json(data, headers={"ETag": version})

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
        document = await body(request)
        state = state_of(document)

        def find(go_on: Callable[[], None]) -> dict[str, Any]:
            return deadlines_data(meant(self.board, request, state).answer(state), lambda _: go_on())

        return await self._many_runs("deadlines", document, find)

    async def limits(self, request: Request) -> Response:
        """Where along the slider of `path` the verdicts turn; given up as soon as somebody moves something."""
        document = await body(request)
        state, path = state_of(document), str(document.get("path", ""))

        def find(go_on: Callable[[], None]) -> dict[str, Any]:
            prepared = meant(self.board, request, state)
            return limits_data(prepared, turns(prepared, state, path, go_on))

        return await self._many_runs("limits", document, find)

    async def _many_runs(
        self, study: str, document: dict[str, Any], find: Callable[[Callable[[], None]], Any]
    ) -> Response:
        """What is found by many runs, before each of which it asks whether to go on.

        Raises:
            Overtaken: something newer is asked for.
        """
        asked = numbered(document)

        def go_on() -> None:
            if asked and not self.newest.go_on(*asked):
                raise Overtaken

        async def work() -> Any:
            return await asyncio.to_thread(find, go_on)

        data = await (self.newest.beside(*asked, work) if asked else self.newest.alone(work))
        self.counts.studies[study] += 1
        return as_json(data)

    async def state(self, request: Request) -> Response:
        """What an address or a command line says, as a document."""
        document = await body(request)
        address, command = document.get("address"), document.get("command")
        state = State.of_address(address) if isinstance(address, str) else State.of_command(str(command))
        return as_json({"scenario": state.scenario, "pick": state.pick, "sets": dict(state.sets),
                      "address": state.address})  # fmt: skip
