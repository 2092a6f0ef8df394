"""An accident that goes on: begun, entered into, followed by several devices, by the board's page or by programs."""

from __future__ import annotations

import asyncio
import csv
import re
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from sim.board.board import Board
from sim.board.live import ENDING, LONGEST, Do, Entry, Head, Level, Live, Stale
from sim.board.newest import Newest
from sim.board.plain import state_of
from sim.board.situation import due_data, live_data
from sim.board.web.answers import Missing, as_json, body, empty, told, writing
from sim.drill.log import log_table
from sim.errors import InputError
from sim.load.kinds.words import ClockTime
from sim.load.levels import measured_since
from sim.load.reading import Spot
from sim.message import Message
from sim.record.table import table_bytes

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

Found = TypeVar("Found")
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
"""Of an event: never a path."""
BEAT_S = 15.0
"""How often a line is sent to whoever follows an event in which nothing happens [s]."""
LOOK_S = 0.25
"""How often one looks whether something has happened [s]."""
ROWS = ("storage", "level", "time")


class Events:
    """The accidents that go on, each with its journal in one folder."""

    def __init__(self, board: Board, newest: Newest, folder: Path) -> None:
        self.board, self.newest, self.folder = board, newest, folder
        self.lives: dict[str, Live] = {}
        self._leaves = False
        self._writing = asyncio.Lock()

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        one = "/api/v1/live/{id}"
        return [
            Route("/api/v1/live", self.every),
            Route("/api/v1/live", self.begin, methods=["POST"]),
            Route(one, self.state),
            Route(f"{one}/due", self.due),
            Route(f"{one}/events", self.events),
            Route(f"{one}/log.csv", self.log),
            Route(f"{one}/levels", self.levels, methods=["POST"]),
            Route(f"{one}/entries", self.entries, methods=["POST"]),
        ]

    def leave(self) -> None:
        """End every stream: the board is about to be ended."""
        self._leaves = True

    async def every(self, request: Request) -> Response:
        """The events so far, the newest first."""

        def find() -> list[dict[str, Any]]:
            paths = sorted(self.folder.glob(f"*{ENDING}"), reverse=True)
            return [{"id": path.stem, "scenario": live.head.scenario, "starts": live.head.starts, "seq": live.seq}
                    for path in paths if (live := self._known(path.stem)) is not None]  # fmt: skip

        return as_json({"events": await asyncio.to_thread(find)})

    async def begin(self, request: Request) -> Response:
        """Begin one, of a scenario of the board, with what is known to be otherwise."""
        writing(self.board)
        document = await body(request)
        state = state_of(document)
        if state.scenario not in self.board.scenarios:
            self.board.prepared(state.scenario)  # says so
        starts = _clock(document.get("starts"), datetime.now().astimezone())
        began = starts.isoformat(timespec="seconds")
        head = Head(state.scenario, state.pick, state.sets, began, _text(document, "who"))

        def start() -> str:
            live = Live.begin(self.folder, head)
            self.lives[live.name] = live
            return live.name

        async with self._writing:
            name = await self._play(start)
        return as_json({"id": name}, 201, {"Location": f"/api/v1/live/{name}"})

    async def state(self, request: Request) -> Response:
        """How one stands and goes on."""
        name, live = self._of(request)
        now = _now(request, live)
        minutes = int(live.since_s(now) // 60)
        version = f'"{live.seq}-{minutes}"'
        if request.headers.get("if-none-match") == version:
            return empty(304, {"ETag": version})
        return as_json(await self._play(lambda: live_data(name, live, now)), headers={"ETag": version})

    async def due(self, request: Request) -> Response:
        """By when what must be done."""
        _, live = self._of(request)
        now_s = max(live.since_s(_now(request, live)), 0.0)
        return as_json(await self._play(lambda: due_data(live, now_s)))

    async def levels(self, request: Request) -> Response:
        """Levels that were measured: rows of JSON, or a table as text; all of them, or none."""
        writing(self.board)
        name, live = self._of(request)
        document = await body(request)
        now = _now(request, live)

        def read() -> tuple[Level, ...]:
            park = live.forecast().result.park
            found = measured_since(_table(document, now), "levels", park, live.starts, live.since_s(now))
            return tuple(Level(each.storage, each.at_s, each.volume_m3) for each in found)

        levels, who, note = await self._play(read), _text(document, "who"), _text(document, "note")
        return await self._entered(request, name, live, Entry(Do.LEVELS, levels=levels, who=who, note=note), None)

    async def entries(self, request: Request) -> Response:
        """Something was done, cannot be done, or was entered wrongly."""
        writing(self.board)
        name, live = self._of(request)
        document = await body(request)
        do, seen = document.get("do"), document.get("seen")
        if do not in (Do.DONE, Do.CANNOT, Do.BACK):
            raise InputError(Message("an entry says `done`, `cannot` or `take back`; write {example}",
                                     example='{"do": "done", "action": "ID", "at": "15:40"}'))  # fmt: skip
        now = _now(request, live)
        at_s = 0.0 if do == Do.BACK else max(live.since_s(_clock(document.get("at"), now)), 0.0)
        back = document.get("entry", 0)
        entry = Entry(Do(do), at_s, _text(document, "action"), _text(document, "who"), _text(document, "note"),
                      back if isinstance(back, int) else 0)  # fmt: skip
        return await self._entered(request, name, live, entry, seen if isinstance(seen, int) else None)

    async def _entered(self, request: Request, name: str, live: Live, entry: Entry, seen: int | None) -> Response:
        key = request.headers.get("idempotency-key", "")[:LONGEST]
        now = datetime.now().astimezone(live.starts.tzinfo)
        entry = replace(entry, key=key, entered=now.isoformat(timespec="seconds"))
        async with self._writing:
            try:
                taken = await asyncio.to_thread(live.add, entry, seen)
            except Stale as stale:
                between = [{"seq": each.seq, "do": each.do, "action": each.subject} for each in stale.between]
                return told(409, "board_live_stale", more={"between": between, "seq": live.seq})
        return as_json({"id": name, "seq": taken.seq}, 201)

    async def log(self, request: Request) -> Response:
        """What was done, as `replay` reads it."""
        from starlette.responses import Response

        name, live = self._of(request)
        named = {"Content-Disposition": f'attachment; filename="{name}-log.csv"'}
        return Response(table_bytes(log_table(live.log()), bom=True), media_type="text/csv", headers=named)

    async def events(self, request: Request) -> Response:
        """Tells whoever follows an event the number of each new entry, as server-sent events."""
        from starlette.responses import StreamingResponse

        _, live = self._of(request)

        async def following() -> AsyncIterator[str]:
            told_of, quiet_s = -1, 0.0
            while not (self._leaves or await request.is_disconnected()):
                if live.seq != told_of:
                    told_of, quiet_s = live.seq, 0.0
                    yield f"id: {told_of}\nevent: entry\ndata: {told_of}\n\n"
                elif quiet_s >= BEAT_S:
                    quiet_s = 0.0
                    yield ": still there\n\n"
                quiet_s += LOOK_S
                await asyncio.sleep(LOOK_S)

        return StreamingResponse(following(), media_type="text/event-stream")

    async def _play(self, find: Callable[[], Found]) -> Found:
        return await self.newest.alone(lambda: asyncio.to_thread(find))

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}{ENDING}"

    def _known(self, name: str) -> Live | None:
        """An event of the folder; None where there is none of that name, or it cannot be read."""
        if name not in self.lives and NAME.fullmatch(name) and self._path(name).is_file():
            with suppress(InputError):
                self.lives[name] = Live.resume(self._path(name))
        return self.lives.get(name)

    def _of(self, request: Request) -> tuple[str, Live]:
        """The event of a path.

        Raises:
            Missing: there is none.
        """
        name = request.path_params["id"]
        live = self._known(name)
        if live is None:
            raise Missing("board_live_unknown")
        return name, live


def _text(document: dict[str, Any], key: str) -> str:
    """What somebody wrote, in one line; nothing where it is no text.

    Raises:
        InputError: it is too long.
    """
    found = document.get(key, "")
    line = " ".join(found.split()) if isinstance(found, str) else ""
    if len(line) > LONGEST:
        raise InputError(Message("{key} has {length} letters; {most} at most are kept", key=key, length=len(line),
                                 most=LONGEST))  # fmt: skip
    return line


def _now(request: Request, live: Live) -> datetime:
    """The time: that of this machine, or the one that is asked about."""
    asked = request.query_params.get("now")
    return _clock(asked, datetime.now().astimezone()).astimezone(live.starts.tzinfo)


def _clock(text: object, now: datetime) -> datetime:
    """A clock time as somebody writes it: without a day the last such time, now where nothing is written.

    Raises:
        InputError: it is none.
    """
    if text in (None, ""):
        return now
    found = datetime.fromisoformat(_dated(str(text), now))
    return found if found.tzinfo else found.replace(tzinfo=now.tzinfo)


def _dated(text: str, now: datetime) -> str:
    """A clock time with its day."""
    from sim.load.clock_text import plain_clock

    plain = plain_clock(text)
    if re.fullmatch(r"\d\d:\d\d(:\d\d(\.\d+)?)?", plain):
        then = datetime.fromisoformat(f"{now:%Y-%m-%d} {plain}").replace(tzinfo=now.tzinfo)
        return (then if then <= now + timedelta(minutes=1) else then - timedelta(days=1)).isoformat()
    return ClockTime().parse(text, Spot.nowhere())


def _table(document: dict[str, Any], now: datetime) -> bytes:
    """Measured levels as the text of a table: what is no table yet becomes one, so that both are read alike.

    Raises:
        InputError: it is neither.
    """
    text, rows = document.get("csv"), document.get("levels")
    if isinstance(text, str):
        return text.encode()
    if not isinstance(rows, list) or not all(isinstance(each, dict) for each in rows):
        example = '{"levels": [{"storage": "pool-3", "level": "4150 m3", "time": "15:40"}]}'
        raise InputError(Message("levels are rows such as {example}, or a table as text under csv", example=example))
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(ROWS)
    for row in rows:
        time = _clock(row.get("time"), now).isoformat(timespec="seconds")
        writer.writerow([row.get("storage", ""), row.get("level", ""), time])
    return out.getvalue().encode()
