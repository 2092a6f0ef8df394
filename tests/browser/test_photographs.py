"""The photographs in docs/ show the page as it looks today."""

from io import BytesIO

import numpy as np
from PIL import Image

from tests.browser.photographs import BOARD_VIEWS, FOLDER, VIEWS, pages_in, photographs, photographs_of_the_board

CLOSE = 8.0
"""How far apart they may be, as the root of the mean square of their pixels, of 255: browsers smooth otherwise."""


def pixels(data):
    return np.asarray(Image.open(BytesIO(data)).convert("L"), dtype=float)


def test_photographs_show_the_page_and_the_board(chromium, tmp_path):
    """
    If not: `make photographs`, look at them, and see whether what the gallery says of them is still true.
    """
    taken = dict([*photographs(chromium, pages_in(tmp_path)), *photographs_of_the_board(chromium)])
    chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    assert sorted(taken) == sorted(f"{view.name}.png" for view in (*VIEWS, *BOARD_VIEWS))
    assert sorted(taken) == sorted(path.name for path in FOLDER.glob("*.png"))
    for name, data in taken.items():
        new, old = pixels(data), pixels((FOLDER / name).read_bytes())
        assert new.shape == old.shape, f"{name}: make photographs takes another one"
        assert np.sqrt(np.mean((new - old) ** 2)) < CLOSE, f"{name}: make photographs takes another one"
