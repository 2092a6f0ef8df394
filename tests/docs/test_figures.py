"""The figures of the pages are those that `make figures` draws."""

import importlib.util
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NUMBER = re.compile(r"-?\d+\.\d+")
MADE_ID = re.compile(r"\b[a-z][0-9a-f]{10}\b")
"""Ids that matplotlib makes from what they stand for."""
CLOSE_PT = 0.05
"""How far lines may lie from where they lay, for machines that round otherwise."""


@pytest.fixture(scope="module")
def drawn():
    spec = importlib.util.spec_from_file_location("make_figures", ROOT / "docs" / "make_figures.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.figures()


def test_figures_are_those_that_are_drawn(drawn):
    """
    If not: `make figures`, look at them, and see whether what the pages say of them is still true.
    """
    kept = {path.name: path.read_bytes() for path in (ROOT / "docs" / "figures").glob("return-period-*.svg")}

    assert sorted(kept) == sorted(drawn)
    for name, data in drawn.items():
        new, old = (MADE_ID.sub("id", each.decode()) for each in (data, kept[name]))
        assert NUMBER.sub("x", new) == NUMBER.sub("x", old), f"{name}: make figures draws another one"
        lines = [[float(each) for each in NUMBER.findall(text)] for text in (new, old)]
        assert lines[0] == pytest.approx(lines[1], abs=CLOSE_PT), f"{name}: make figures draws another one"
