"""Lists that somebody drops on the page: told row by row, and made into a park once that is accepted."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from sim.board.board import Board
from sim.board.brought import brought
from sim.board.newest import Newest
from sim.board.shelf import Shelves
from sim.board.web.answers import as_json, sent, writing
from sim.words import LANGUAGES

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


class Imports:
    """Reads lists, one at a time; nothing of one is kept that is only looked at."""

    def __init__(self, board: Board, newest: Newest, shelves: Shelves, language: str) -> None:
        self.board, self.newest, self.shelves, self.language = board, newest, shelves, language

    def routes(self) -> list[BaseRoute]:
        """Its path."""
        from starlette.routing import Route

        return [Route("/api/v1/import", self.take, methods=["POST"])]

    async def take(self, request: Request) -> Response:
        """What would be read of the list `name`; with a `folder` its park is written there."""
        data, name, folder = await sent(request), *(request.query_params.get(each, "") for each in ("name", "folder"))
        if folder:
            writing(self.board)

        def work() -> Response:
            found = brought(name, data)
            below = self.shelves.of().folder
            files = found.make(below, folder, self.language) if folder else []
            return as_json({
                "file": found.file, "rows": len(found.found.rows), "counted_m3": found.found.counted_m3(),
                "lines": {each: found.lines(each) for each in LANGUAGES}, "below": below,
                "folder": folder or found.folder, "files": files,
            }, 201 if folder else 200)  # fmt: skip

        return await self.newest.alone(lambda: asyncio.to_thread(work))
