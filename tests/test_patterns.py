"""Patterns that read what people wrote: twice the letters take twice the time, whatever is repeated."""

import re
import time
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import sim

LETTERS = 20_000
MOST_S = 0.5
"""Half a microsecond a letter is what the slowest takes; one that looks through the rest at every letter takes 1 s."""
REPEATED = ("[", "(", "0", " ", ",", "a", "1 ", "(1")
USES = ("match", "search", "fullmatch", "sub", "finditer", "findall", "split")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in Path(*sim.__path__).rglob("*.py"))


def patterns():
    """Each pattern of a module by its names, with what is done with it."""
    for module in [import_module(each.name) for each in walk_packages(sim.__path__, "sim.")]:
        for name, thing in vars(module).items():
            if isinstance(thing, re.Pattern) and isinstance(thing.pattern, str):
                used = [use for use in USES if f"{name}.{use}(" in SOURCE]
                yield from (pytest.param(thing, use, id=f"{module.__name__}.{name}.{use}") for use in used)


@pytest.mark.parametrize(("pattern", "use"), [*patterns()])
def test_a_long_text_takes_no_longer_than_it_is(pattern, use):
    long = [piece * (LETTERS // len(piece)) for piece in REPEATED]
    for text in (*long, *(f"1{each}!" for each in long)):
        begun = time.process_time()
        found = pattern.sub("", text) if use == "sub" else getattr(pattern, use)(text)
        if use == "finditer":
            list(found)
        assert time.process_time() - begun < MOST_S, text[:3]
