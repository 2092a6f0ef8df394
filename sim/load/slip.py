"""Letters of a Chinese keyboard, and tabs, where YAML wants its own signs."""

from __future__ import annotations

import re
from typing import NamedTuple

from sim.message import Instead, Message

SIGNS = {
    "：": ("colon", ": "), "，": ("comma", ", "), "　": ("blank", " "), "｛": ("bracket", "{"), "｝": ("bracket", "}"),
    "［": ("bracket", "["), "］": ("bracket", "]"), "“": ("quote", '"'), "”": ("quote", '"'), "＃": ("hash", "#"),
    "－": ("dash", "- "),
}  # fmt: skip
"""Full-width signs: what they are, and what YAML reads."""
_TAB = re.compile("^ *(\t)")
_BEFORE_KEY = re.compile("^[ \t]*(　)")
_KEY = re.compile(r"^\s*(?:- *)?[^\s:：#'\"]+(：)")
_SIGN = re.compile("([｛｝［］：，“”＃]|^ *－)")


class Slip(NamedTuple):
    """A sign that YAML does not read."""

    column: int
    """Counted from 1."""
    sign: str


def slip_in_line(line: str) -> Slip | None:
    """The sign in a line of YAML that most likely keeps it from being read.

    >>> slip_in_line("name： Full width")
    Slip(column=5, sign='：')
    >>> slip_in_line("name: Full width")
    """
    for pattern in (_TAB, _BEFORE_KEY, _KEY, _SIGN):
        if match := pattern.search(line):
            return Slip(match.end(), match[1].strip(" "))
    return None


def slip_in_key(key: str) -> str:
    """The sign in a key that its writer did not mean for a letter of it; empty when there is none.

    >>> slip_in_key("tier： plant"), slip_in_key("tier")
    ('：', '')
    """
    return next((letter for letter in key if letter in "：　｛［"), "")


def slip_in_value(text: str) -> str:
    """The same of a text where a block or a list is wanted."""
    return "：" if "：" in text else text[:1] if text[:1] in ("｛", "［") else ""


def slip_text(sign: str) -> Message:
    """What stands there, and what to write.

    >>> slip_text("：")
    "a full-width colon ： stands here; write ': '"
    """
    if sign == "\t":
        return Message("a tab stands here; indent with blanks, two a level")
    thing, right = SIGNS[sign]
    return Instead(Message("a full-width {thing} {sign} stands here; write '{right}'", thing=Message(thing), sign=sign,
                           right=right), sign, [right])  # fmt: skip
