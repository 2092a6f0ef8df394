"""The gallery shows what the program draws."""

import importlib.util
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

DOCS = Path(__file__).parents[2] / "docs"
CLOSE = 3.0
"""How far pictures may be apart, as the root of the mean square of their pixels, of 255: machines round otherwise."""


@pytest.fixture(scope="module")
def gallery():
    spec = importlib.util.spec_from_file_location("make_gallery", DOCS / "make_gallery.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pixels(data):
    return np.asarray(Image.open(BytesIO(data)).convert("L"), dtype=float)


def test_pages_are_those_that_are_made(gallery):
    """
    If not: `make gallery`.
    """
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == gallery.page("en")
    assert (DOCS / "gallery.zh.md").read_text(encoding="utf-8") == gallery.page("zh")


def test_every_figure_of_a_run_is_in_it(gallery):
    assert {each.figure for each in gallery.PICTURES} == set(gallery.SORTS)


def test_pictures_are_those_that_are_drawn(gallery):
    """
    If not: `make gallery`, look at them, and see whether what the page says of them is still true.
    """
    drawn = dict(gallery.pictures())

    assert sorted(drawn) == sorted(path.name for path in (DOCS / "gallery").glob("*.png"))
    for name, data in drawn.items():
        new, old = pixels(data), pixels((DOCS / "gallery" / name).read_bytes())
        assert new.shape == old.shape, f"{name}: make gallery draws another one"
        assert np.sqrt(np.mean((new - old) ** 2)) < CLOSE, f"{name}: make gallery draws another one"
