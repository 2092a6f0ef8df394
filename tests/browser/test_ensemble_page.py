"""The page of an ensemble in a real browser: it opens clean, asks for nothing, and turns into the other language."""

import pytest

from sim.cli import main
from tests.browser.conftest import emulate
from tests.ensemble.why.runs import CORNER


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    out = tmp_path_factory.mktemp("ensemble")
    assert main(["ensemble", CORNER, "-n", "400", "--workers", "1", "--quiet", "--out", str(out)]) == 0
    return next(out.glob("*/ensemble.html"))


def shown_images(browser):
    return browser.execute_script("return [...document.querySelectorAll('.drawn img')].filter((e) => "
                                  "e.getClientRects().length).map((e) => e.className + e.naturalWidth)")  # fmt: skip


@pytest.mark.parametrize("width", [1440, 390])
def test_it_opens_clean_and_turns_into_the_other_language(chromium, page, width):
    """
    Four pictures in the one language, then the same four in the other; nothing is wider than the screen.
    """
    emulate(chromium, width, 900, dark=False)
    chromium.get_log("browser")  # of pages that stood there before
    chromium.get(page.as_uri())
    assert chromium.get_log("browser") == []
    assert chromium.execute_script("return performance.getEntriesByType('resource').length") == 0
    assert chromium.execute_script("return document.documentElement.scrollWidth") <= width
    english = shown_images(chromium)
    assert "Of the runs with" in chromium.execute_script("return document.body.innerText")

    chromium.execute_script("document.querySelector('#language').click()")
    chinese = shown_images(chromium)
    assert "的推演中" in chromium.execute_script("return document.body.innerText")
    assert [each.split()[1][:2] for each in english] == ["en"] * 4
    assert [each.split()[1][:2] for each in chinese] == ["zh"] * 4
    assert not any(each.endswith(("en0", "zh0")) for each in english + chinese)
