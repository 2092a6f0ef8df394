"""Languages beside English and Chinese: a PO file each, which every translator's program opens, found by being there.

An entry with a context is a key of the catalogue, one without is a message. What is not translated, marked fuzzy, or
has other places than the English is left to English.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
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


class Entry(NamedTuple):
    """What stands under one another in a PO file."""

    key: str
    """Its context; empty for a message."""
    english: str
    said: str


Words = Mapping[tuple[str, str], str]
"""What a language says, by key and English."""


@cache
def files() -> Mapping[str, Path]:
    """The file of each language beside English and Chinese, by its code."""
    folders = [HERE, *(Path(each) for each in filter(None, [os.environ.get(VARIABLE)]))]
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.po"))}


@cache
def words_of(language: str) -> Words:
    """What a language says; nothing where it has no file."""
    path = files().get(language)
    return words_in(path.read_text(encoding="utf-8")) if path else {}


def words_in(text: str) -> dict[tuple[str, str], str]:
    """What the text of a PO file says, but for entries that cannot be used."""
    return {(key, english): said for key, english, said in entries(text) if english and usable(english, said)}


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
    """The entries of a PO file; a fuzzy one is not said yet.

    >>> list(entries('msgctxt "held"\\nmsgid "held"\\nmsgstr "te"\\n"nu"'))
    [Entry(key='held', english='held', said='tenu')]
    """
    for block in text.replace("\r\n", "\n").split("\n\n"):
        parts = {"msgctxt": "", "msgid": "", "msgstr": ""}
        part = ""
        for line in block.splitlines():
            word, _, rest = line.partition(" ")
            part = word if word in parts else part
            words = rest if word in parts else line
            if part and words.startswith('"'):
                parts[part] += _unquoted(words.strip())
        if part:
            said = "" if "\n#, fuzzy" in f"\n{block}" else parts["msgstr"]
            yield Entry(parts["msgctxt"], parts["msgid"], said)


def _unquoted(line: str) -> str:
    """What stands between quotes."""
    return re.sub(r"\\(.)", lambda found: LETTERS.get(found[1], found[1]), line.removeprefix('"').removesuffix('"'))


def po_text(language: str, every: Iterator[Entry]) -> str:
    """The text of a PO file."""
    head = Entry("", "", f"Language: {language}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\n"
                         "Content-Transfer-Encoding: 8bit\n")  # fmt: skip
    return "\n".join(map(_entry_text, (head, *every)))


def _entry_text(entry: Entry) -> str:
    """An entry; braces are places, as in Python."""
    lines = ["#, python-brace-format"] if "{" in entry.english else []
    lines += [f"msgctxt {_quoted(entry.key)}"] if entry.key else []
    return "\n".join([*lines, f"msgid {_quoted(entry.english)}", f"msgstr {_quoted(entry.said)}", ""])


def _quoted(words: str) -> str:
    """A text as PO files have it, a line of it a line of the file."""
    lines = [f'"{each.translate(ESCAPED)}"' for each in re.findall("[^\n]*\n|[^\n]+", words)] or ['""']
    return lines[0] if len(lines) == 1 else "\n".join(['""', *lines])
