"""What there is to be asked about: the board's scenarios with their parks, and the written form of both."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from sim.board.board import Board
from sim.board.web.answers import as_json
from sim.load import json_schema
from sim.load.file_sort import called_in
from sim.report.page.said import named

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


class Catalogue:
    """Tells programs and pages what they may name."""

    def __init__(self, board: Board) -> None:
        self.board = board

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        return [Route("/api/v1/scenarios", self.scenarios), Route("/api/v1/schema/{kind}", self.schema)]

    async def scenarios(self, request: Request) -> Response:
        """The board's scenarios, what people call them, and the park of each; read no further than for that."""

        def find() -> list[dict[str, Any]]:
            found = [(path, *called_in(path)) for path in self.board.scenarios]
            return [{"scenario": path, "name": named(name, path), "park": park} for path, name, park in found]

        return as_json({"scenarios": await asyncio.to_thread(find)})

    async def schema(self, request: Request) -> Response:
        """The JSON Schema of park, scenario, sizing or measures files."""
        return as_json(json_schema(request.path_params["kind"]))
