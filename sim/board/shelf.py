"""The files of a scenario, its park's among them: as text, with what is wrong in them, and written anew whole."""

from __future__ import annotations

import os
import tempfile
from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from shutil import copymode

from sim.errors import InputError, Problems, cause
from sim.load.encoding import decoded
from sim.load.files import Files
from sim.load.loading import look_through
from sim.load.suggest import hint
from sim.message import Message, about, instead

YAML = (".yaml", ".yml")
TABLE = ".csv"
MOST_BYTES = 2 * 2**20
"""Of a file that is written from the page."""
BEHIND = " \t\r\n:,;}])\"'#"
"""What may stand behind a text that is replaced whole."""
QUOTES = ("", '"', "'")


class NotHereError(Exception):
    """No file of the scenario has this name, and none of this name may be made beside them."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What could stand in the place of a text that is wrong, exactly as it is written at the problem's place."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in a file."""

    file: str
    line: int
    """From 1; 0 for the file as a whole."""
    column: int
    path: str
    """Dotted, of the value."""
    said: Message
    mends: tuple[Mend, ...]
    """What the message knows to be right there: one, several to choose from, or none."""

    @property
    def whole(self) -> Message:
        """In a line, with its place."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return about(": ".join(filter(None, (place, self.path))), self.said)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it stands."""

    file: str
    data: bytes
    writable: bool
    new: bool = False
    """Whether it is not there yet."""

    @property
    def tag(self) -> str:
        """The hash of its bytes."""
        return sha256(self.data).hexdigest()

    @property
    def text(self) -> str | None:
        """What it says; None for a workbook, and for letters that nobody knows."""
        if not _suffixed(self.file):
            return None
        try:
            return decoded(self.data).text
        except UnicodeDecodeError:
            return None


class Shelf:
    """The files of one scenario, by the names under which they are read; no others are there to be read or written."""

    def __init__(self, scenario: str) -> None:
        self.scenario = scenario
        self.path = os.path.normpath(scenario)
        """Of its own file."""
        self._seen: dict[str, None] = {}
        """Every file that was read once, or made here: while another one is wrong it may not be reached."""
        self.folder = os.path.dirname(os.path.abspath(self.path))
        """In which all of its files lie, somewhere below."""
        self._settled = False
        """Whether all files were right once, so that the folder is known in which they lie."""
        self.read()

    def _settle(self, read: Files) -> None:
        """Learn the folder of all files from those on disk; whatever a page writes later, none elsewhere is read."""
        folders = [os.path.dirname(os.path.abspath(path)) for path in read.read]
        with suppress(ValueError):  # of several drives there is none
            self.folder = os.path.commonpath([self.folder, *folders])
        self._settled = not read.faults.found

    def read(self, texts: Mapping[str, bytes] | None = None) -> Files:
        """All files, read, with texts in the place of what stands on disk; only such as lie below the folder of all."""
        files = Files(brought=texts or {}, within=self.folder if texts or self._settled else "")
        look_through(self.path, files)
        for path in texts or ():
            if path not in files.read and path.lower().endswith(YAML):
                look_through(path, files)  # nothing names it yet
        if not texts:
            self._seen |= dict.fromkeys(files.read)
            if not self._settled:
                self._settle(files)
        return files

    def files(self) -> list[Kept]:
        """Those of its files that are there, the scenario's own first."""
        return [self.file(path) for path in self._seen if os.path.isfile(path)]

    def file(self, name: str) -> Kept:
        """A file as it stands.

        Raises:
            NotHereError: it is none of the scenario's.
            InputError: it cannot be read.
        """
        if name not in self._seen:
            raise NotHereError(name)
        try:
            with open(name, "rb") as file:
                return Kept(name, file.read(), self._is_plain(name))
        except FileNotFoundError as error:
            raise NotHereError(name) from error
        except OSError as error:
            raise InputError(about(name, Message("cannot be read: {reason}", reason=cause(error)))) from error

    def _is_plain(self, name: str) -> bool:
        """Whether a file may be written: text, and no link, nor behind one, below the folder of all."""
        below = os.path.relpath(os.path.abspath(name), self.folder)
        real = os.path.join(os.path.realpath(self.folder), below)
        return _suffixed(name) and not below.startswith("..") and os.path.realpath(name) == os.path.normpath(real)

    def meant(self, name: str) -> Kept:
        """A file that is to be written: one of the scenario's, or an empty one for one that is new beside them.

        Raises:
            NotHereError: it may not be: another folder or suffix, a link, or one that is there and is not read.
        """
        there = name in self._seen and os.path.lexists(name)
        found = self.file(name) if there else Kept(name, b"", self._may_be_made(name), new=True)
        if not found.writable:
            raise NotHereError(name)
        return found

    def _may_be_made(self, name: str) -> bool:
        folders = {os.path.dirname(path) for path in self._seen}
        there = os.path.dirname(name) in folders and not os.path.lexists(name)
        hidden = os.path.basename(name).startswith(".")
        return there and not hidden and os.path.normpath(name) == name and name.isprintable() and self._is_plain(name)

    def problems(self, name: str, data: bytes) -> list[Problem]:
        """What is wrong in all files while one says something else."""
        files = self.read({name: data})
        return _problems(files)

    def own_problems(self) -> list[Problem]:
        """What is wrong in them as they stand."""
        return _problems(self.read())

    def write(self, name: str, data: bytes) -> Kept:
        """Write a file, whole or not at all.

        Raises:
            NotHereError: it may not be written.
            InputError: it cannot be, or is too long.
            Problems: it makes the scenario name files outside of the folder of all, which would be read from then on.
        """
        self.meant(name)
        if len(data) > MOST_BYTES:
            raise InputError(about(name, Message("larger than {most} MB; keep only what is needed of it",
                                                 most=f"{MOST_BYTES / 2**20:g}")))  # fmt: skip
        if refused := self.read({name: data}).refused:
            raise Problems(list(refused.values()))
        try:
            _replaced(name, data)
        except OSError as error:
            raise InputError(about(name, Message("cannot be written: {reason}", reason=cause(error)))) from error
        self._seen[name] = None
        return self.file(name)


@dataclass
class Shelves:
    """The files of each scenario of a board."""

    scenarios: Sequence[str]

    def __post_init__(self) -> None:
        self._kept: dict[str, Shelf] = {}

    def of(self, scenario: str = "") -> Shelf:
        """The files of a scenario, of the first one where none is named.

        Raises:
            InputError: it is none of the board's.
        """
        name = scenario or self.scenarios[0]
        if name not in self.scenarios:
            raise InputError(Message("no scenario of this board is named {name}; {hint}", name=name,
                                     hint=hint(name, list(self.scenarios))))  # fmt: skip
        if name not in self._kept:
            self._kept[name] = Shelf(name)
        return self._kept[name]


def as_bytes(text: str, before: bytes, name: str) -> bytes:
    r"""A text as a file that was other bytes before: with its letters' code, its mark at the begin and its line ends.

    A text field of a page knows no other end of a line than `\n`; a text that has others is taken as it is. YAML is
    UTF-8, whatever it was.

    >>> as_bytes("a: 1\nb: 2\n", b"\xef\xbb\xbfa: 1\r\n", "x.yaml")
    b'\xef\xbb\xbfa: 1\r\nb: 2\r\n'

    Raises:
        InputError: it has what is no letter.
    """
    try:
        was, encoding = decoded(before)
    except UnicodeDecodeError:
        was, encoding = "", "utf-8"
    if "\r" not in text and 2 * was.count("\r\n") > was.count("\n"):
        text = text.replace("\n", "\r\n")
    begin = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    try:
        return begin + text.encode("utf-8" if name.lower().endswith(YAML) else encoding)
    except UnicodeEncodeError as error:
        raise InputError(about(name, Message("the letter {number} of the text is half of one; delete it",
                                             number=error.start + 1))) from error  # fmt: skip


def _suffixed(name: str) -> bool:
    return name.lower().endswith((*YAML, TABLE))


def _replaced(name: str, data: bytes) -> None:
    """Put other bytes in the place of a file's.

    Raises:
        OSError: that cannot be done; the file is as it was.
    """
    handle, new = tempfile.mkstemp(dir=os.path.dirname(name) or ".", prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.path.exists(name):
            copymode(name, new)
        else:
            os.chmod(new, 0o666 & ~_mask())
        os.replace(new, name)
    except OSError:
        with suppress(OSError):
            os.unlink(new)
        raise


def _mask() -> int:
    """What new files are not allowed, as the system has it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _problems(files: Files) -> list[Problem]:
    """What was found wrong, in the order of its places."""
    lines: dict[str, list[str]] = {}
    found = []
    for place, path, said in sorted(files.faults.found):
        if place.file not in lines:
            lines[place.file] = _lines(files.read.get(place.file, b""))
        of_file = lines[place.file]
        line = of_file[place.line - 1] if 0 < place.line <= len(of_file) else ""
        mends = _mends(line[place.column - 1 :], said) if line and place.column else ()
        found.append(Problem(place.file, place.line, place.column, path, said, mends))
    return found


def _lines(data: bytes) -> list[str]:
    try:
        return decoded(data).text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    except UnicodeDecodeError:
        return []


def _mends(there: str, said: Message) -> tuple[Mend, ...]:
    """What a message knows to be right, where what it is about stands there as it says."""
    found: dict[Mend, None] = {}
    for each in instead(said):
        for quote in QUOTES:
            old = f"{quote}{each.old}{quote}"
            if each.old and there.startswith(old) and _ends(there, old):
                found |= {Mend(old, f"{quote}{new}{quote}"): None for new in each.new}
                break
    return tuple(found)


def _ends(there: str, old: str) -> bool:
    """Whether what stands there is no part of something longer; a sign that no word is made of never is."""
    behind = there[len(old) : len(old) + 1]
    return not behind or behind in BEHIND or not old[-1].isalnum() or old[-1] > "\uff00"
