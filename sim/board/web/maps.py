"""The map of a scenario, and what moves on it: the paths that the map, the time bar and the charts ask."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from sim.board.board import Board
from sim.board.moving import at_rest, moving_data, packed
from sim.board.newest import Newest
from sim.board.plain import state_of
from sim.board.web.answers import as_json, body, empty, meant, numbered, tag

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

BYTES = "application/octet-stream"


class Maps:
    """Sends the map once, what moves on it while a slider does, and all of it once that rests."""

    def __init__(self, board: Board, newest: Newest) -> None:
        self.board, self.newest = board, newest

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        return [
            Route("/api/v1/plan", self.plan),
            Route("/api/v1/moving", self.moving, methods=["POST"]),
            Route("/api/v1/replay", self.replay, methods=["POST"]),
        ]

    async def plan(self, request: Request) -> Response:
        """The map of a scenario, the same for every place of its sliders."""
        asked, known = request.query_params, request.headers.get("if-none-match")
        scenario, pick = asked.get("scenario", self.board.scenarios[0]), asked.get("pick", "")

        def find() -> tuple[str, dict[str, Any] | None]:
            prepared = self.board.prepared(scenario, pick)
            version = tag(prepared.version)
            return version, None if version == known else prepared.sheet.data

        version, data = await self.newest.alone(lambda: asyncio.to_thread(find))
        headers = {"ETag": version, "Cache-Control": "no-cache"}
        return empty(304, headers) if data is None else as_json(data, headers=headers)

    async def moving(self, request: Request) -> Response:
        """What comes of what somebody moved, in words and as rows of numbers; of a page's requests the newest."""
        from starlette.responses import Response

        document = await body(request)
        state, asked = state_of(document), numbered(document)

        def find() -> bytes:
            prepared = meant(self.board, request, state)
            data, rows = moving_data(prepared.answer(state), prepared.sheet)
            return packed({**data, "number": asked[1] if asked else None}, rows)

        async def work() -> bytes:
            return await asyncio.to_thread(find)

        found = await (self.newest.work(*asked, work) if asked else self.newest.alone(work))
        return Response(found, media_type=BYTES)

    async def replay(self, request: Request) -> Response:
        """All that happened in a run, exact; given up (409) where something newer is asked for before it is begun."""
        document = await body(request)
        state, asked = state_of(document), numbered(document)

        def find() -> dict[str, Any]:
            prepared = meant(self.board, request, state)
            return at_rest(prepared.answer(state), prepared.sheet)

        async def work() -> dict[str, Any]:
            return await asyncio.to_thread(find)

        return as_json(await (self.newest.more(*asked, work) if asked else self.newest.alone(work)))
