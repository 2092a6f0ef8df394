"""What every figure is held to: nothing overlaps, nothing is cut, and it looks as it did when somebody looked at it."""

from itertools import combinations
from pathlib import Path

import pytest
from matplotlib.text import Text

from sim.report.figures.style import RC, styled

TOLERANCE = 2.0
"""How far a picture may be from the kept one, as the root of the mean square of its pixels, of 255."""
DOTS_AN_INCH = 80


def kept(name):
    """The test's figure is compared with `tests/report/figures/kept/NAME.png`.

    Draw them anew with `pytest tests/report/figures --mpl-generate-path tests/report/figures/kept`, and look at them.
    """
    return pytest.mark.mpl_image_compare(
        baseline_dir=str(Path(__file__).parent / "kept"), filename=f"{name}.png", tolerance=TOLERANCE,
        style=["default", RC], savefig_kwargs={"dpi": DOTS_AN_INCH, "metadata": {"Software": None}},
    )  # fmt: skip


def texts(figure):
    """Every piece of text that is seen, with its box on the paper."""
    with styled():
        figure.draw_without_rendering()
        renderer = figure.canvas.get_renderer()
        seen = [each for each in figure.findobj(Text) if each.get_visible() and each.get_text()]
        return [(each.get_text(), each.get_window_extent(renderer)) for each in seen]


def check_legible(figure):
    """No text lies on another, or over the edge of the paper."""
    width, height = figure.canvas.get_width_height()
    boxes = texts(figure)
    for words, box in boxes:
        assert box.x0 >= 0, words
        assert box.y0 >= 0, words
        assert box.x1 <= width, words
        assert box.y1 <= height, words
    for (one, first), (other, second) in combinations(boxes, 2):
        apart = (first.x1 <= second.x0 + 1 or second.x1 <= first.x0 + 1 or first.y1 <= second.y0 + 1
                 or second.y1 <= first.y0 + 1)  # fmt: skip
        assert apart, f"{one!r} lies on {other!r}"
