"""Has made what people ask for, tells how far it is, and hands out what was made."""

from __future__ import annotations

import asyncio
import json
import shlex
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sim.board.board import Board
from sim.board.jobs import Job, Jobs
from sim.board.newest import Newest
from sim.board.plain import PROGRAM
from sim.board.web.answers import LONGEST_NAME, Missing, as_json, body, writing
from sim.board.wish import wish_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

JOBS = "/api/v1/jobs"
BEATS_S = 15.0
"""How often whoever listens is told that the board is still there, where nothing else is told [s]."""
NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
SHOWN = {
    ".html": ("text/html", NOTHING + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; font-src data:; "
              "img-src data: blob:; sandbox allow-scripts allow-downloads"),
    ".png": ("image/png", NOTHING + "sandbox"),
    ".svg": ("image/svg+xml", NOTHING + "style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox"),
}  # fmt: skip
"""What a browser may show, and what it may do there. A page that was made brings its own scripts, so it is shown in a
sandbox: as nobody's, which has no cookie of the board and may ask nothing of anybody. All else is only saved."""


class Making:
    """Reports, papers and studies of what somebody has moved."""

    def __init__(self, board: Board, newest: Newest, jobs: Jobs, language: str) -> None:
        self.board, self.newest, self.jobs, self.language = board, newest, jobs, language

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        one = f"{JOBS}/{{id}}"
        return [
            Route(JOBS, self.begin, methods=["POST"]),
            Route(JOBS, self.known),
            Route(one, self.job),
            Route(one, self.cancel, methods=["DELETE"]),
            Route(f"{one}/events", self.events),
            Route(f"{one}/files/{{path:path}}", self.file),
        ]

    async def begin(self, request: Request) -> Response:
        """Have something made of what somebody has moved."""
        writing(self.board)
        document = await body(request)
        wish, page = wish_of(document, self.language), str(document.get("page", ""))[:LONGEST_NAME]
        words = await self.newest.alone(lambda: asyncio.to_thread(wish.words, self.board))
        job = self.jobs.begin(wish, page, words)
        return as_json(job_data(job), 202, {"Location": f"{JOBS}/{job.id}"})

    async def known(self, request: Request) -> Response:
        """All that was asked for since the board began, the newest first."""
        return as_json({"jobs": [job_data(each) for each in self.jobs.known()]})

    async def job(self, request: Request) -> Response:
        """How far one is, and what came of it."""
        return as_json(job_data(self._job(request)))

    async def cancel(self, request: Request) -> Response:
        """End one; nothing of it is kept."""
        job = self._job(request)
        self.jobs.cancel(job)
        return as_json(job_data(job))

    async def events(self, request: Request) -> Response:
        """Server-sent events: one whenever there is something new, the last once it has ended."""
        from starlette.responses import StreamingResponse

        job, last = self._job(request), request.headers.get("last-event-id", "")
        return StreamingResponse(_events(job, int(last) if last.isdecimal() else -1), media_type="text/event-stream")

    async def file(self, request: Request) -> Response:
        """A file that was made."""
        from starlette.responses import FileResponse

        found = self._job(request).file(request.path_params["path"])
        if found is None:
            raise Missing("board_job_none")
        kind, policy = SHOWN.get(found.suffix, ("application/octet-stream", NOTHING + "sandbox"))
        return FileResponse(found, media_type=kind, filename=found.name, headers={"Content-Security-Policy": policy},
                            content_disposition_type="inline" if found.suffix in SHOWN else "attachment")  # fmt: skip

    def _job(self, request: Request) -> Job:
        """The job of a path.

        Raises:
            Missing: there is none.
        """
        job = self.jobs.job(request.path_params["id"])
        if job is None:
            raise Missing("board_job_none")
        return job


async def _events(job: Job, last: int) -> AsyncIterator[str]:
    """What is new of a job since the event of a number, until it has ended."""
    while True:
        now, ended = job.news, not job.runs
        if now != last or ended:
            yield f"id: {now}\nevent: {job.state}\ndata: {json.dumps(job_data(job), ensure_ascii=False)}\n\n"
            last = now
        if ended:
            return
        if job.news == last and not await job.fresh(BEATS_S):
            yield ": still here\n\n"


def job_data(job: Job) -> dict[str, Any]:
    """A job as plain data."""
    return {
        "id": job.id,
        "kind": job.wish.kind,
        "scenario": job.wish.state.scenario,
        "pick": job.wish.state.pick,
        "sets": dict(job.wish.state.sets),
        "command": f"{PROGRAM} {shlex.join(job.words)}",
        "begun": job.begun,
        "state": job.state,
        "step": job.step,
        "share": round(job.share, 4),
        "problems": job.problems,
        "files": [{"path": path, "bytes": size, "href": f"{JOBS}/{job.id}/files/{quote(path)}"}
                  for path, size in job.files],
    }  # fmt: skip
