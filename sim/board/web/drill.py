"""An exercise on the board: its director's paths, those of observers, and a stream of what happens for each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from sim.board.board import Board
from sim.board.exercise import Behind, Exercise, Exercises, Refused
from sim.board.exercise_begin import lists_in, made, named_by
from sim.board.exercise_plain import clock_data, director_data, observer_data
from sim.board.guard import Guard
from sim.board.newest import Newest
from sim.board.web.answers import Missing, as_json, body, empty, tag, writing
from sim.drill.log import COLUMNS, log_table
from sim.errors import InputError
from sim.record.table import Table, table_bytes
from sim.report.play_reply import reply
from sim.words import LANGUAGES

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

HERE = "/api/v1/exercises"
LOOK_S = 0.2
"""Real time after which it is looked again at what comes due, and told."""
CLOCK_S = 10.0
"""Real time after which those who follow are told where the clock stands, when nothing else is [s]."""
MOST_WATCHING = 200
MOST_HELD = 8
"""Exercises whose clocks are looked after."""
View = Callable[[Exercise], dict[str, Any]]


class TooMany(Exception):
    """More is asked of the board than it gives; `key` and `values` are of the words that say so."""

    def __init__(self, key: str, most: int) -> None:
        super().__init__(key)
        self.key, self.values = key, {"most": most}


class Drill:
    """Holds exercises; one clock each, for however many devices."""

    def __init__(self, board: Board, exercises: Exercises, newest: Newest, guard: Guard, language: str) -> None:
        self.board, self.exercises, self.newest, self.guard = board, exercises, newest, guard
        self.language = language
        self._clocks: dict[str, asyncio.Task[None]] = {}
        self._watching, self._leaves = 0, False
        self._views: dict[tuple[str, View], tuple[int, str]] = {}
        for id in exercises.ids():
            with suppress(InputError):  # a damaged one is told of when it is asked for
                self._let_in(id, exercises.held(id).key)

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        of = f"{HERE}/{{id}}"
        return [
            Route(HERE, self.there, methods=["GET"]),
            Route(HERE, self.begin, methods=["POST"]),
            Route(of, self.director),
            Route(f"{of}/moves", self.moves, methods=["POST"]),
            Route(f"{of}/events", self.events),
            Route(f"{of}/log.csv", self.log),
            Route(f"{of}/seen", self.observer),
            Route(f"{of}/seen/events", self.seen_events),
            Route(f"{of}/notes", self.notes, methods=["POST"]),
        ]

    def leave(self) -> None:
        """End every stream: the board is about to be ended."""
        self._leaves = True

    def _let_in(self, id: str, key: str) -> None:
        """Let observers see what they may see, with the words of the page."""
        of = f"{HERE}/{id}"
        self.guard.keys[key] = frozenset((f"{of}/seen", f"{of}/seen/events", f"{of}/notes", "/api/v1/words"))

    async def there(self, request: Request) -> Response:
        """Which exercises there are, and what one can be begun with."""
        held = [{"id": id, "name": self._name(id)} for id in self.exercises.ids()]
        return as_json({"exercises": held, "lists": lists_in(self.exercises.out),
                        "scenarios": list(self.board.scenarios)})  # fmt: skip

    def _name(self, id: str) -> str:
        """What an exercise's files are called; empty for one that is damaged, which says so when it is opened."""
        try:
            return self.exercises.held(id).name
        except InputError:
            return ""

    async def begin(self, request: Request) -> Response:
        """Begin one, by a list that lies in the board's folder or by the one that a scenario gives."""
        from starlette.responses import Response

        writing(self.board)
        document = await body(request)
        if len([each for each in self._clocks.values() if not each.done()]) >= MOST_HELD:
            raise TooMany("board_drill_many", MOST_HELD)
        begun = named_by(document, self.exercises.out)
        master = await self.newest.alone(lambda: asyncio.to_thread(made, begun, self.board))
        exercise = self.exercises.begin(master, begun.name_of(master), begun.speed, begun.scenario, hold=begun.hold)
        self._let_in(exercise.id, exercise.held.key)
        self._run(exercise)
        headers = {"Location": f"{HERE}/{exercise.id}"}
        return Response(self._now(exercise, director_data), 201, headers, "application/json")

    def _asked(self, request: Request) -> Exercise:
        """The exercise of a path, as it stands now, its clock looked after.

        Raises:
            Missing: there is none of that name.
            InputError: its files are damaged.
        """
        try:
            exercise = self.exercises.exercise(request.path_params["id"])
        except KeyError:
            raise Missing("board_drill_unknown") from None
        exercise.look()
        self._run(exercise)
        return exercise

    def _run(self, exercise: Exercise) -> None:
        """Look after the clock of an exercise until it ends."""
        loop, task = asyncio.get_running_loop(), self._clocks.get(exercise.id)
        if not exercise.play.ended and (task is None or task.done() or task.get_loop() is not loop):
            self._clocks[exercise.id] = loop.create_task(_looked_after(exercise))

    async def director(self, request: Request) -> Response:
        """All of it."""
        return self._view(request, director_data)

    async def observer(self, request: Request) -> Response:
        """What observers see."""
        return self._view(request, observer_data)

    def _view(self, request: Request, view: View) -> Response:
        """A view; the clock alone makes no other version of it."""
        from starlette.responses import Response

        exercise = self._asked(request)
        version = tag(sha256(self._seen(exercise, view).encode()).hexdigest())
        if request.headers.get("if-none-match") == version:
            return empty(304, {"ETag": version})
        return Response(self._now(exercise, view), media_type="application/json", headers={"ETag": version})

    def _seen(self, exercise: Exercise, view: View) -> str:
        """A view as JSON, made once for however many look at it."""
        version, text = self._views.get((exercise.id, view), (0, ""))
        if version != exercise.version:
            text = json.dumps(view(exercise), ensure_ascii=False)
            self._views[exercise.id, view] = exercise.version, text
        return text

    def _now(self, exercise: Exercise, view: View) -> str:
        """A view with the clocks as they stand now."""
        return f'{{"clock": {json.dumps(clock_data(exercise))}, {self._seen(exercise, view)[1:]}'

    async def moves(self, request: Request) -> Response:
        """Make a move of the director."""
        writing(self.board)
        document, exercise = await body(request), self._asked(request)
        answer = exercise.move(document, director=True)
        if exercise.play.ended:
            exercise.write_log(self.language)
        return as_json(answer)

    async def notes(self, request: Request) -> Response:
        """Write down what an observer says."""
        writing(self.board)
        document = await body(request)
        return as_json(self._asked(request).move(document, director=False))

    async def log(self, request: Request) -> Response:
        """The log so far, which `replay` reads."""
        from starlette.responses import Response

        play, asked = self._asked(request).play, request.query_params.get("lang", self.language)
        language = asked if asked in LANGUAGES else self.language
        tables = [log_table(play.log(each.id, language), each.id) for each in play.incidents]
        data = table_bytes(Table(COLUMNS, [row for table in tables for row in table.rows]))
        return Response(data, media_type="text/csv")

    async def events(self, request: Request) -> Response:
        """What happens, for the director's devices."""
        return self._stream(self._asked(request), director_data)

    async def seen_events(self, request: Request) -> Response:
        """What happens, for those of observers."""
        return self._stream(self._asked(request), observer_data)

    def _stream(self, exercise: Exercise, view: View) -> Response:
        """Events: the view whenever it is another one, else now and then the clock.

        Raises:
            TooMany: as many devices follow as may.
        """
        from starlette.responses import StreamingResponse

        if self._watching >= MOST_WATCHING:
            raise TooMany("board_drill_watched", MOST_WATCHING)

        async def told() -> AsyncIterator[str]:
            self._watching += 1
            try:
                async for each in _told(exercise, lambda: self._now(exercise, view)):
                    if self._leaves:
                        return
                    yield each
            finally:
                self._watching -= 1

        return StreamingResponse(told(), media_type="text/event-stream")


async def _looked_after(exercise: Exercise) -> None:
    """Let the clock of an exercise run, whether anybody asks or not."""
    while not exercise.play.ended:
        exercise.look()
        await asyncio.sleep(LOOK_S)


async def _told(exercise: Exercise, view: Callable[[], str]) -> AsyncIterator[str]:
    """What those who follow are told, as a browser's event stream has it."""
    sent, silent_s = 0, 0.0
    while True:
        if exercise.version != sent:
            sent, silent_s = exercise.version, 0.0
            yield _event("state", view())
        elif silent_s >= CLOCK_S:
            silent_s = 0.0
            yield _event("clock", json.dumps(clock_data(exercise)))
        else:
            yield ""
        await asyncio.sleep(LOOK_S)
        silent_s += LOOK_S


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"


def _words(key: str, values: Mapping[str, object]) -> list[dict[str, str]]:
    return [{language: reply(key, language, values) for language in LANGUAGES}]


async def _behind(request: Request, error: Behind) -> Response:
    told = {"problems": _words("board_drill_behind", {}), "seq": error.seq, "between": error.between}
    return as_json(told, 409)


async def _refused(request: Request, error: Refused) -> Response:
    return as_json({"problems": _words(error.key, error.values)}, 422)


async def _too_many(request: Request, error: TooMany) -> Response:
    return as_json({"problems": _words(error.key, error.values)}, 429)


ERRORS = {Behind: _behind, Refused: _refused, TooMany: _too_many}
"""What is answered instead."""
