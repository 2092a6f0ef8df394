"""What somebody has made in a process of its own, how far it is, and how it ends; each in a folder of its own."""

from __future__ import annotations

import asyncio
import secrets
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from sim.board.plain import problems_data
from sim.board.process import Process
from sim.board.wish import Wish
from sim.errors import InputError, cause
from sim.message import Message, about

AT_ONCE = 2
"""Jobs that run at the same time."""
REMEMBERED = 100
"""Jobs that are told of; the oldest that has ended is forgotten first. Its files stay."""
LIMIT_S = 1800.0
"""How long one may take [s]."""
STEP = 0.005
"""Nothing less is told of [-]."""
READ = (".html", ".docx", ".pptx", ".xlsx", ".pdf", ".png")
"""What people read, in the order in which it is named; all else after it."""
RUNNING, DONE, FAILED, CANCELLED = "running", "done", "failed", "cancelled"
Obey = Callable[[list[str], Callable[[str, float], None]], None]
"""Does what the words of a command line say, and tells which share of which step is done; a function of a module."""


class Busy(Exception):
    """So many are made already."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
        """Of the words that say so."""


@dataclass(eq=False)
class Job:
    """Something that is made, or was."""

    id: str
    wish: Wish
    words: list[str]
    """Of the command that makes the same."""
    page: str
    folder: Path
    begun: str
    """UTC, as ISO 8601 writes it."""
    state: str = RUNNING
    step: str = ""
    """What is done just now, as the command names it."""
    share: float = 0.0
    """Of all of it that is done."""
    problems: list[dict[str, str]] = field(default_factory=list)
    files: list[tuple[str, int]] = field(default_factory=list)
    """What was made, and its size [bytes]."""
    process: Process | None = field(default=None, repr=False)
    news: int = 0
    """Rises with whatever there is to tell."""
    _fresh: asyncio.Event = field(default_factory=asyncio.Event, repr=False)

    @property
    def runs(self) -> bool:
        """Whether it is still made."""
        return self.state == RUNNING

    def at(self, step: str, share: float) -> None:
        """Take note of how far a step is."""
        steps = self.wish.steps
        place = steps.index(step) if step in steps else 0
        self.step, self.share = step, max(self.share, (place + min(share, 1.0)) / len(steps))
        self.tell()

    def tell(self) -> None:
        """Wake whoever waits for news."""
        self.news += 1
        self._fresh.set()
        self._fresh = asyncio.Event()

    async def fresh(self, within_s: float) -> bool:
        """Whether something new is there within a while."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._fresh.wait(), within_s)
            return True
        return False

    def file(self, path: str) -> Path | None:
        """A file that was made, by its path within the folder; None where there is none."""
        if path not in dict(self.files):
            return None
        found, folder = (self.folder / path).resolve(), self.folder.resolve()
        return found if found.is_relative_to(folder) and found.is_file() else None


@dataclass
class Jobs:
    """What is made for the pages of a board, below one folder."""

    obey: Obey
    out: Path
    limit_s: float = LIMIT_S
    _jobs: dict[str, Job] = field(default_factory=dict, repr=False)

    def known(self) -> list[Job]:
        """All that are told of, the newest first."""
        return [*self._jobs.values()][::-1]

    def job(self, id: str) -> Job | None:
        """One of them."""
        return self._jobs.get(id)

    def begin(self, wish: Wish, page: str, words: list[str]) -> Job:
        """Have something made for a page by the words of a command.

        Raises:
            Busy: one is made for the page already, or as many as may be for all.
            InputError: the folder cannot be made.
        """
        running = [each for each in self._jobs.values() if each.runs]
        if page and any(each.page == page for each in running):
            raise Busy("board_job_one")
        if len(running) >= AT_ONCE:
            raise Busy("board_job_busy")
        now = datetime.now(UTC)
        id = f"{wish.kind}-{now:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}"
        job = Job(id, wish, words, page, self._folder(id), now.isoformat(timespec="seconds"))
        self._jobs[id] = job
        self._forget()
        loop = asyncio.get_running_loop()

        def later(do: Callable[..., None], *told: Any) -> None:
            with suppress(RuntimeError):  # the board has ended meanwhile
                loop.call_soon_threadsafe(do, job, *told)

        job.process = Process(_make, self.obey, wish.into(str(job.folder), words),
                              hear=lambda told: later(self._hear, told), left=lambda: later(self._left),
                              limit_s=self.limit_s)  # fmt: skip
        return job

    def _folder(self, id: str) -> Path:
        """A new folder.

        Raises:
            InputError: it cannot be made.
        """
        folder = self.out / id
        try:
            folder.mkdir(parents=True)
        except OSError as error:
            raise InputError(about(self.out, Message("the results cannot be written: {reason}",
                                                     reason=cause(error)))) from error  # fmt: skip
        return folder

    def _forget(self) -> None:
        over = len(self._jobs) - REMEMBERED
        for job in [each for each in self._jobs.values() if not each.runs][: max(over, 0)]:
            del self._jobs[job.id]

    def cancel(self, job: Job) -> None:
        """End it at once, and keep nothing of it."""
        if job.runs:
            self._end(job, CANCELLED)

    def close(self) -> None:
        """End all that are still made."""
        for job in self._jobs.values():
            self.cancel(job)

    def _hear(self, job: Job, told: tuple[str, Any]) -> None:
        """Take note of what its process tells."""
        what, more = told
        if not job.runs:
            return
        if what == "at":
            job.at(*more)
        elif what == "done":
            job.files, job.share = _files(job.folder), 1.0
            job.state = DONE
            job.tell()
        else:
            job.problems = more
            self._end(job, FAILED)

    def _left(self, job: Job) -> None:
        """Its process has ended, with a word or without."""
        if job.runs:
            why = Message("it was ended: it took longer than {limit} min, or something outside ended it, as happens "
                            "where memory is short", limit=f"{self.limit_s / 60:g}")  # fmt: skip
            job.problems = problems_data(InputError(why))
            self._end(job, FAILED)

    def _end(self, job: Job, state: str) -> None:
        """Let nothing go on, and nothing half made stay."""
        if job.process:
            job.process.kill()
        shutil.rmtree(job.folder, ignore_errors=True)
        job.state = state
        job.tell()


def _files(folder: Path) -> list[tuple[str, int]]:
    """What lies in a folder, pages and papers before tables."""
    found = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    first = sorted(found, key=lambda path: (READ.index(path.suffix) if path.suffix in READ else len(READ), path))
    return [(path.relative_to(folder).as_posix(), path.stat().st_size) for path in first]


def _make(connection: Connection, obey: Obey, words: list[str]) -> None:
    """Do it, in a process of its own, and tell how far it is."""
    last, told_s = ("", 0.0), 0.0

    def tell(step: str, share: float) -> None:
        nonlocal last, told_s
        now_s = time.monotonic()
        if step != last[0] or (share - last[1] >= STEP and now_s - told_s >= STEP):
            last, told_s = (step, share), now_s
            connection.send(("at", last))

    try:
        obey(words, tell)
    except InputError as error:
        connection.send(("failed", problems_data(error)))
    except Exception as error:
        what = Message("the program is wrong, not your input: {what}; {command} on a terminal shows more with --debug",
                       what=f"{type(error).__name__}: {error}", command=words[0])  # fmt: skip
        connection.send(("failed", problems_data(InputError(what))))
    else:
        connection.send(("done", None))
