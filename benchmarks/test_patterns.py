"""Patterns that read what people wrote: four times the letters take about four times the time, whatever is repeated."""

import re
import time
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import sim

LETTERS = 5_000
MOST_TIMES = 12.0
"""Four times the letters take four times the time; sixteen times where the rest is looked through at each letter."""
LEAST_S = 2e-3
"""Shorter times say nothing of how they grow [s]."""
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


def taken_s(pattern, use, piece, letters):
    """The least processor time of three readings of a piece repeated over and over [s]."""
    times = []
    for text in [piece * (letters // len(piece)), f"1{piece * (letters // len(piece))}!"] * 3:
        begun = time.process_time()
        found = pattern.sub("", text) if use == "sub" else getattr(pattern, use)(text)
        if use == "finditer":
            list(found)
        times.append(time.process_time() - begun)
    return min(max(pair) for pair in zip(times[::2], times[1::2], strict=True))


@pytest.mark.parametrize(("pattern", "use"), [*patterns()])
def test_a_long_text_takes_no_longer_than_it_is(pattern, use):
    for piece in REPEATED:
        short_s, long_s = (taken_s(pattern, use, piece, letters) for letters in (LETTERS, 4 * LETTERS))
        assert long_s < max(LEAST_S, MOST_TIMES * short_s), piece
