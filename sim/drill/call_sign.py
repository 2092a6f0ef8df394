"""How people are called on the radio."""

from __future__ import annotations

from re import compile

from sim.park import Name

BREAK = compile(r"(?<!\s)\s*[（(：:].*")


def called(name: Name) -> Name:
    """A name without what explains it, in every language."""
    return Name(**{language: call_sign(each) for language, each in name.items()})


def call_sign(name: str) -> str:
    """A name without what explains it.

    >>> call_sign("Park duty: outfalls, mains"), call_sign("园区值班队（排口、管网）")
    ('Park duty', '园区值班队')
    """
    return BREAK.sub("", name) or name
