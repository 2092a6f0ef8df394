"""What is read of a request and how it is answered, for every path of the interface alike."""

from __future__ import annotations

import json
from json import JSONDecodeError
from typing import TYPE_CHECKING, Any

from sim.board.board import Board, Prepared
from sim.board.guard import LARGEST_BYTES
from sim.board.state import State
from sim.errors import InputError
from sim.message import Message
from sim.words import LANGUAGES
from sim.words.catalogue import template

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

LONGEST_NAME = 64
"""Letters by which a page may call itself; requests of one with more are worked on in turn."""


class Missing(Exception):
    """Something is asked for that there is not."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key
        """Of the words that say so."""


class Stale(Exception):
    """A page means a scenario as its files had it before."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag
        """The ETag of what they say now."""


async def body(request: Request) -> dict[str, Any]:
    """What was sent.

    Raises:
        InputError: it is no JSON object.
    """
    data = b""
    async for piece in request.stream():
        data += piece
        if len(data) > LARGEST_BYTES:
            break  # the guard has seen to that where the length was told truly
    try:
        found = json.loads(data)
    except (JSONDecodeError, UnicodeDecodeError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise InputError(Message("a JSON object is wanted, such as {example}", example='{"scenario": "FILE.yaml"}'))
    return found


def numbered(document: dict[str, Any]) -> tuple[str, int] | None:
    """Which page asks, and its number for the request; None where it does not say."""
    page, number = document.get("page"), document.get("number")
    return (page, number) if isinstance(page, str) and len(page) <= LONGEST_NAME and isinstance(number, int) else None


def meant(board: Board, request: Request, state: State) -> Prepared:
    """The scenario of a state, as its files have it now.

    Raises:
        Stale: the request means another version of it.
        Problems: everything that is wrong with it.
    """
    prepared, wanted = board.prepared(state.scenario, state.pick), request.headers.get("if-match")
    if wanted and wanted != tag(prepared.version):
        raise Stale(tag(prepared.version))
    return prepared


def as_json(data: Any, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """An answer as JSON."""
    from starlette.responses import JSONResponse

    return JSONResponse(data, status, headers)


def told(status: int, key: str, headers: dict[str, str] | None = None, more: dict[str, Any] | None = None) -> Response:
    """A refusal, in the words of `key` in every language, with `more` beside them."""
    words = [{language: template(key, language) for language in LANGUAGES}]
    return as_json({"problems": words, **(more or {})}, status, headers)


def empty(status: int, headers: dict[str, str] | None = None) -> Response:
    """An answer without words."""
    from starlette.responses import Response

    return Response(status_code=status, headers=headers)


def tag(version: str) -> str:
    """An ETag."""
    return f'"{version[:16]}"'
