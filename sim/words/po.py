"""A language beside English is a PO file, which every translator's program opens, found by being there.

An entry with a context is a key of the catalogue, one without is a message. What is not translated, marked fuzzy, or
has other places than the English is left to English.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from string import Formatter
from typing import NamedTuple

HERE = Path(__file__).parent
VARIABLE = "THREE_TIER_LANGUAGES"
"""Set in the environment, it is a folder with more languages, `fr.po` for `fr`."""

LETTERS = {"n": "\n", "t": "\t", "r": "\r"}
"""What letters stand for behind a backslash; any other stands for itself."""
ESCAPED = str.maketrans({'"': '\\"', "\\": "\\\\"} | {letter: f"\\{name}" for name, letter in LETTERS.items()})
QUOTED = r'((?:[ \t]*".*"[ \t]*\n)+)'
ENTRY = re.compile(rf"((?:^#.*\n)*)(?:^msgctxt{QUOTED})?^msgid{QUOTED}^msgstr{QUOTED}", re.MULTILINE)
BETWEEN_LINES = re.compile(r'"[ \t]*\n[ \t]*"')
FUZZY = re.compile("^#,.*fuzzy", re.MULTILINE)


class Entry(NamedTuple):
    """What stands under one another in a PO file."""

    key: str
    """Its context; empty for a message."""
    english: str
    said: str
    fuzzy: bool = False
    """Whether it was said of other English."""
    place: str = ""
    """Where the English stands; not read back."""


Words = Mapping[tuple[str, str], str]
"""What a language says, by key and English."""


@cache
def files() -> Mapping[str, Path]:
    """The file of each language beside English, by its code; Chinese, which is always there, is the first."""
    folders = [HERE, *(Path(each) for each in filter(None, [os.environ.get(VARIABLE)]))]
    found = {path.stem: path for folder in folders for path in sorted(folder.glob("*.po"))}
    return {code: found[code] for code in sorted(found, key=lambda code: (code != "zh", code))}


@cache
def words_of(language: str) -> Words:
    """What a language says; nothing where it has no file."""
    path = files().get(language)
    return words_in(path.read_text(encoding="utf-8")) if path else {}


def words_in(text: str) -> dict[tuple[str, str], str]:
    """What the text of a PO file says, but for its head and for what is fuzzy."""
    return {(each.key, each.english): each.said for each in entries(text) if each.english and not each.fuzzy}


def usable(english: str, said: str) -> bool:
    """Whether it is translated, with the same places.

    >>> usable("{count} lines", "{count} lignes"), usable("{count} lines", "{compte} lignes"), usable("a", "")
    (True, False, False)
    """
    try:
        return bool(said) and places(english) == places(said)
    except ValueError:
        return False


def places(words: str) -> set[str | None]:
    """The names of the places that are filled in.

    Raises:
        ValueError: a brace has no partner.
    """
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def entries(text: str) -> Iterator[Entry]:
    """The entries of a PO file.

    >>> list(entries('msgctxt "held"\\nmsgid "held"\\nmsgstr "te"\\n"nu"'))
    [Entry(key='held', english='held', said='tenu', fuzzy=False, place='')]
    """
    for found in ENTRY.finditer(text.replace("\r\n", "\n") + "\n"):
        notes, key, english, said = found.groups("")
        yield Entry(_unquoted(key), _unquoted(english), _unquoted(said), bool(notes and FUZZY.search(notes)))


def _unquoted(lines: str) -> str:
    """What stands between quotes, of all lines."""
    words = lines.strip()[1:-1]
    if "\n" in words:
        words = BETWEEN_LINES.sub("", words)
    return re.sub(r"\\(.)", lambda found: LETTERS.get(found[1], found[1]), words) if "\\" in words else words


def po_text(language: str, every: Iterable[Entry]) -> str:
    """The text of a PO file; where a place is another than before, it is named."""
    head = Entry("", "", f"Language: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                         "Content-Transfer-Encoding: 8bit\n")  # fmt: skip
    texts, place = [_entry_text(head)], ""
    for each in every:
        texts.append((f"# {each.place}\n" if each.place != place else "") + _entry_text(each))
        place = each.place
    return "\n".join(texts)


def _entry_text(entry: Entry) -> str:
    """An entry; braces are places, as in Python."""
    flags = ["fuzzy"] * entry.fuzzy + ["python-brace-format"] * ("{" in entry.english)
    lines = [f"#, {', '.join(flags)}"] if flags else []
    lines += [f"msgctxt {_quoted(entry.key)}"] if entry.key else []
    return "\n".join([*lines, f"msgid {_quoted(entry.english)}", f"msgstr {_quoted(entry.said)}", ""])


def _quoted(words: str) -> str:
    """A text as PO files have it, a line of it a line of the file."""
    lines = [f'"{each.translate(ESCAPED)}"' for each in re.findall("[^\n]*\n|[^\n]+", words)] or ['""']
    return lines[0] if len(lines) == 1 else "\n".join(['""', *lines])
