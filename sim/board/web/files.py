"""The files of a scenario over the interface: read, checked, and written by whoever has seen what they say now."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from sim.board.board import Board
from sim.board.newest import Newest
from sim.board.plain import kept_data, problem_data, problems_data, shelf_data, state_of
from sim.board.shelf import Kept, NotHereError, Shelf, Shelves, as_bytes
from sim.board.state import State
from sim.board.web.answers import as_json, body, empty, tag, told, writing
from sim.errors import InputError, Problems
from sim.load.saved_override import with_override
from sim.message import Message

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import BaseRoute

Found = TypeVar("Found")
NEW = "*"
"""In If-None-Match: the file must not be there yet."""
TEXT = '{"text": "..."}'


class FilesOf:
    """Serves the files of the board's scenarios; what is read and written is so in turn."""

    def __init__(self, board: Board, newest: Newest, shelves: Shelves) -> None:
        self.board, self.newest, self.shelves = board, newest, shelves

    def routes(self) -> list[BaseRoute]:
        """Its paths."""
        from starlette.routing import Route

        return [
            Route("/api/v1/files", self.files),
            Route("/api/v1/files/{path:path}", self.file, methods=["GET"]),
            Route("/api/v1/files/{path:path}", self.put, methods=["PUT"]),
            Route("/api/v1/validate", self.validate, methods=["POST"]),
            Route("/api/v1/overrides", self.override, methods=["POST"]),
        ]

    async def _alone(self, do: Callable[[], Found]) -> Found:
        return await self.newest.alone(lambda: asyncio.to_thread(do))

    def _shelf(self, request: Request) -> Shelf:
        return self.shelves.of(request.query_params.get("scenario", ""))

    async def files(self, request: Request) -> Response:
        """Which files there are, and what is wrong in them."""
        return as_json(await self._alone(lambda: shelf_data(self.board, self._shelf(request))))

    async def file(self, request: Request) -> Response:
        """What a file says; its ETag is of its bytes."""
        try:
            kept = await self._alone(lambda: self._shelf(request).file(request.path_params["path"]))
        except NotHereError:
            return told(404, "board_files_not_here")
        headers = {"ETag": tag(kept.tag)}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return empty(304, headers)
        return as_json(kept_data(kept), headers=headers)

    async def put(self, request: Request) -> Response:
        """Write a file anew, whole, for whoever names what it says now; with problems only where that is wanted."""
        writing(self.board)
        document = await body(request)
        text, anyway = document.get("text"), document.get("anyway") is True
        if not isinstance(text, str):
            raise InputError(Message("not what a board reads; write {example}", example=TEXT))
        wanted, new = request.headers.get("if-match"), request.headers.get("if-none-match") == NEW
        if not wanted and not new:
            return told(428, "board_files_unconditional")

        def work() -> Response:
            shelf, name = self._shelf(request), request.path_params["path"]
            before = shelf.meant(name)
            refused = _stale(before, wanted, new)
            return refused or _written(shelf, before, text, anyway)

        try:
            return await self._alone(work)
        except NotHereError:
            return told(403, "board_files_not_written")

    async def validate(self, request: Request) -> Response:
        """What is wrong with what somebody moved, or with a file while it says another text; nothing is played."""
        document = await body(request)
        if "text" in document:
            return await self._file_validated(document)
        state = state_of(document)

        def find() -> list[dict[str, str]]:
            try:
                self.board.prepared(state.scenario, state.pick).check(state)
            except InputError as error:
                return problems_data(error)
            return []

        return as_json({"problems": await self._alone(find)})

    async def _file_validated(self, document: dict[str, Any]) -> Response:
        scenario, name, text = document.get("scenario", ""), document.get("file"), document.get("text")
        if not (isinstance(name, str) and isinstance(text, str) and isinstance(scenario, str)):
            example = '{"scenario": "FILE.yaml", "file": "FILE.yaml", "text": "..."}'
            raise InputError(Message("not what a board reads; write {example}", example=example))

        def find() -> list[dict[str, Any]]:
            shelf = self.shelves.of(scenario)
            before = shelf.meant(name)
            return [problem_data(each) for each in shelf.problems(name, as_bytes(text, before.data, name))]

        try:
            return as_json({"problems": await self._alone(find)})
        except NotHereError:
            return told(404, "board_files_not_here")

    async def override(self, request: Request) -> Response:
        """Keep what was moved as an override of the scenario's file, under a `name`."""
        writing(self.board)
        document = await body(request)
        state, name, wanted = state_of(document), document.get("name"), request.headers.get("if-match")
        if not isinstance(name, str):
            raise InputError(Message("write the name under which it shall be picked"))
        if not wanted:
            return told(428, "board_files_unconditional")

        def work() -> Response:
            prepared = self.board.prepared(state.scenario, state.pick)
            if wanted != tag(prepared.version):
                return told(412, "board_stale", {"ETag": tag(prepared.version)})
            prepared.check(state)
            return _saved(self.shelves.of(state.scenario), state, name)

        try:
            return await self._alone(work)
        except NotHereError:
            return told(403, "board_files_not_written")


def _stale(before: Kept, wanted: str | None, new: bool) -> Response | None:
    """That somebody means other bytes than stand there; None where they are the same, or none where none are meant."""
    if before.new if new and not wanted else not before.new and wanted == tag(before.tag):
        return None
    return told(412, "board_files_stale", None if before.new else {"ETag": tag(before.tag)})


def _written(shelf: Shelf, before: Kept, text: str, anyway: bool) -> Response:
    data = as_bytes(text, before.data, before.file)
    found = shelf.problems(before.file, data)
    problems = [problem_data(each) for each in found]
    if problems and not anyway:
        return as_json({"problems": problems}, 422)
    kept = shelf.write(before.file, data)
    return as_json({"file": kept.file, "problems": problems}, 201 if before.new else 200, {"ETag": tag(kept.tag)})


def _saved(shelf: Shelf, state: State, name: str) -> Response:
    """What was moved, written into the scenario's file.

    Raises:
        NotHereError: the file may not be written.
        InputError: the name is taken, or is none; or nothing can be put into the file.
        Problems: what comes out cannot be read.
    """
    before = shelf.meant(shelf.path)
    text = with_override(before.text or "", name, state.flags, state.pick)
    data = as_bytes(text, before.data, before.file)
    if found := shelf.problems(before.file, data):
        raise Problems([each.whole for each in found])
    kept = shelf.write(before.file, data)
    return as_json({"scenario": state.scenario, "pick": name, "file": kept.file}, 201, {"ETag": tag(kept.tag)})
