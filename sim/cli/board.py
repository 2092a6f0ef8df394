"""`board`: a page on this machine on which one moves what may be different, and sees whether the tiers hold."""

from __future__ import annotations

import os
import secrets
import socket
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sim.cli import values
from sim.cli.command import Command
from sim.cli.options import add_language, add_out
from sim.cli.parser import Parser, program
from sim.cli.scenario import one, warn_if_cold
from sim.errors import InputError, cause
from sim.message import Message
from sim.words import text

if TYPE_CHECKING:
    from argparse import Namespace

    from sim.board import Board
    from sim.board.guard import Guard

PORT = 8750
HERE = "127.0.0.1"
SCENARIOS = "scenarios"
EVENTS = "results/events"
TOKEN_BYTES = 32
SHORTEST_TOKEN = 16
"""Letters that a token has at least which somebody makes up."""
EVERYWHERE = ("0.0.0.0", "::", "")


def _carry_out(given: Namespace) -> int:
    """Serve the page until somebody ends it; returns the exit status."""
    _refuse_missing()
    from sim.board import Board
    from sim.board.guard import Guard

    _refuse_open(given)
    board = Board(_scenarios(given.scenario), given.read_only)
    warn_if_cold(given.lang)
    board.prepared(board.scenarios[0])  # what is wrong with it is said here, not in the page
    listening = _listening(given.host, given.port)
    with listening:
        port = listening.getsockname()[1]
        guard = Guard(given.host, port, given.token or secrets.token_urlsafe(TOKEN_BYTES), given.read_token,
                      given.levels_token)  # fmt: skip
        _tell(given, guard)
        _serve(board, guard, listening, given)
    return 0


def _refuse_missing() -> None:
    """Refuse to begin without what serves the page.

    Raises:
        InputError: it is not installed.
    """
    for library in ("starlette", "uvicorn"):
        try:
            __import__(library)
        except ModuleNotFoundError as error:
            raise InputError(Message("the board needs {library}, which is not installed for this Python; install the "
                                     "extra `board`", library=library)) from error  # fmt: skip


def _refuse_open(given: Namespace) -> None:
    """Refuse to let others in without a token of their own, and tokens that keep nobody out.

    Raises:
        InputError: there is none, or one is too short, or two are alike, or nobody could check by which name they ask.
    """
    from sim.board.guard import is_loopback

    if given.host in EVERYWHERE:
        raise InputError(Message("--host names the one address by which others reach this machine, such as "
                                 "192.168.1.20; found {host}", host=given.host))  # fmt: skip
    if not is_loopback(given.host) and not given.token:
        raise InputError(Message("with --host {host} others reach the board; write --token WORD too, {least} letters "
                                 "or more that nobody guesses", host=given.host, least=SHORTEST_TOKEN))  # fmt: skip
    tokens = [each for each in (given.token, given.read_token, given.levels_token) if each]
    if any(len(each) < SHORTEST_TOKEN or not _plain(each) for each in tokens):
        raise InputError(Message("a token has {least} letters or more, all of them A to Z, a to z, 0 to 9, - or _",
                                 least=SHORTEST_TOKEN))  # fmt: skip
    if len(set(tokens)) < len(tokens):
        raise InputError(Message("two tokens are the same; each is for something else, so write another"))


def _plain(token: str) -> bool:
    """Whether a token stands in an address and in a cookie as it is."""
    return token.isascii() and token.replace("-", "").replace("_", "").isalnum()


def _scenarios(paths: list[str]) -> list[str]:
    """The scenarios of the board: the one that is named, those of a park, or those that lie in `scenarios`.

    Raises:
        InputError: there are none, or several are named.
    """
    from sim.load.file_sort import FileSort, scenarios_in, sort_of_path

    if not paths:
        found = scenarios_in(SCENARIOS)
        if not found:
            raise InputError(Message("no scenario lies in {folder}; name one, or a park, such as: {program} board "
                                     "docs/first-park", folder=f"{SCENARIOS}/", program=program()))  # fmt: skip
        return found
    path = one(paths, "board", Message("scenario or park"), "scenarios/changshou-tank-fire.yaml")
    if os.path.exists(path) and sort_of_path(path) is FileSort.PARK:
        folder = Path(path) if os.path.isdir(path) else Path(path).parent
        found = list(dict.fromkeys([*scenarios_in(folder, path), *scenarios_in(SCENARIOS, path)]))
        if not found:
            raise InputError(Message("no scenario of {park} lies in it or in {folder}; name a scenario", park=path,
                                     folder=f"{SCENARIOS}/"))  # fmt: skip
        return found
    return [path]


def _listening(host: str, port: int) -> socket.socket:
    """What others connect to.

    Raises:
        InputError: the address or the port cannot be had.
    """
    bare = host.strip("[]")
    try:
        family, *_, place = socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM)[0]
        return _bound(socket.socket(family, socket.SOCK_STREAM), place)
    except OSError as error:
        raise InputError(Message("cannot listen at {host}, port {port}: {cause}; try another --port, or 0 for any "
                                 "that is free", host=host, port=port, cause=cause(error))) from error  # fmt: skip


def _bound(listening: socket.socket, place: tuple[Any, ...]) -> socket.socket:
    """A socket at its place; closed where it cannot be had.

    Raises:
        OSError: another program has it, or it is none of this machine's.
    """
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
        listening.listen()  # a browser that is told the address may come before anybody answers
    except OSError:
        listening.close()
        raise
    return listening


def _tell(given: Namespace, guard: Guard) -> None:
    """Say where the page is, for whom, and open it."""
    from sim.board.guard import is_loopback

    host = f"[{given.host}]" if ":" in given.host and not given.host.startswith("[") else given.host
    place = f"http://{host}:{guard.port}/#k="
    address = place + guard.token
    print(text("board_at", given.lang, address=address), flush=True)
    if guard.read_token:
        print(text("board_at_read", given.lang, address=place + guard.read_token), flush=True)
    if not is_loopback(given.host):
        print(text("board_open_http", given.lang), flush=True)
    if not given.no_open:
        import webbrowser

        webbrowser.open(address)


def _serve(board: Board, guard: Guard, listening: socket.socket, given: Namespace) -> None:
    """Answer until somebody ends it."""
    with suppress(KeyboardInterrupt):  # which is how one ends it
        from sim.board.jobs import Jobs
        from sim.board.web.app import app_of
        from sim.board.web.server import serve
        from sim.cli.onlooker import obey

        jobs = Jobs(obey, Path(given.out) / "board")
        app = app_of(board, guard, given.lang, Path(given.events), jobs, Path(given.out))
        serve(app, listening, app.leave)


def _options(parser: Parser) -> None:
    parser.add("scenario", "help_board_scenario", metavar="PARK|SCENARIO", nargs="*")
    parser.add("--port", "help_board_port", metavar="N", type=values.port, default=PORT)
    parser.add("--host", "help_board_host", metavar="ADDRESS", default=HERE)
    parser.add("--token", "help_board_token", metavar="WORD")
    parser.add("--read-token", "help_board_read_token", metavar="WORD", default="")
    parser.add("--levels-token", "help_board_levels_token", metavar="WORD", default="")
    parser.add("--events", "help_board_events", metavar="DIR", default=EVENTS)
    parser.add("--read-only", "help_board_read_only", action="store_true")
    parser.add("--no-open", "help_board_no_open", action="store_true")
    add_out(parser, "help_board_out", "results")
    add_language(parser)


COMMAND = Command(
    "board", "[PARK|SCENARIO]", "help_board", "help_board_more",
    {
        "board --no-open": "",
        "board docs/first-park --no-open": "",
        "board scenarios/changshou-tank-fire.yaml --port 0 --no-open --lang zh": "",
    },
    _options, _carry_out,
)  # fmt: skip
