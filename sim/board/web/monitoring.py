"""What a monitoring platform asks for."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from sim import __version__
from sim.board.board import Board
from sim.board.guard import METRICS
from sim.board.live import Live
from sim.board.metrics import CONTENT_TYPE, Counts, live_metrics, metrics_of, written
from sim.board.newest import Newest

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute


class Monitoring:
    """Tells how the scenarios stand that are kept ready, and events that are followed, and what the board did."""

    def __init__(self, board: Board, newest: Newest, counts: Counts, lives: Mapping[str, Live]) -> None:
        self.board, self.newest, self.counts, self.lives = board, newest, counts, lives

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        return [Route(METRICS, self.metrics)]

    async def metrics(self, request: Request) -> Response:
        """Metrics as text; a turn is taken only where something must be played for it, so that no study is given up."""
        from starlette.responses import Response

        if self.board.unplayed:
            await self.newest.alone(lambda: asyncio.to_thread(self.board.play_as_written))
        found = metrics_of(self.counts, self.board.as_written(), __version__)
        if self.lives:
            lives, now = dict(self.lives), datetime.now().astimezone()
            found += await self.newest.alone(lambda: asyncio.to_thread(live_metrics, lives, now))
        return Response(written(found), headers={"Content-Type": CONTENT_TYPE})
