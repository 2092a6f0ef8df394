"""Photographs of the report page and the board for the docs, taken in a real browser.

    make photographs

writes docs/page/*.png; a test holds them to what the page looks like today.
"""

import base64
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep
from typing import NamedTuple

from sim.cli import main
from tests.browser.conftest import ROOT, emulate, served, started

FOLDER = ROOT / "docs" / "page"
SCENARIO = "power-loss"
AT_S = 28_800
"""Eight hours: the pool has been running over for 19 minutes."""

PAUSE_S = 0.3
PATIENCE_S = 60


class Photograph(NamedTuple):
    """One view of the page, or of the board."""

    name: str
    language: str
    width: int
    height: int
    dark: bool = False


VIEWS = (
    Photograph("report-en", "en", 1280, 1240),
    Photograph("report-zh", "zh", 1280, 1240),
    Photograph("report-phone-dark-en", "en", 375, 812, dark=True),
)
BOARD_VIEWS = (
    Photograph("board-en", "en", 1280, 1000),
    Photograph("board-zh", "zh", 1280, 1000),
    Photograph("board-phone-dark-zh", "zh", 375, 812, dark=True),
)
BOARD = "scenarios/changshou-tank-fire.yaml"
SPILT_M3 = 6300
"""Some runs over the bund's wall, more than the accident pool takes."""
STAND = """
    const slider = document.getElementById('slider');
    slider.value = arguments[0]; slider.dispatchEvent(new Event('input'));
    document.querySelectorAll('*').forEach(({ style }) => { style.animation = style.transition = 'none'; });
    window.scrollTo(0, arguments[1]);
"""


def photographs(browser, pages) -> Iterator[tuple[str, bytes]]:
    """Every view as PNG, by the name of its file; `pages` are the files of the page by language."""
    for view in VIEWS:
        emulate(browser, view.width, view.height, view.dark)
        browser.get(pages[view.language].as_uri())
        below = browser.execute_script("return document.querySelector('#replay').offsetTop - 8") if view.dark else 0
        browser.execute_script(STAND, AT_S, below)
        yield f"{view.name}.png", base64.b64decode(_at_rest(browser))


def photographs_of_the_board(browser) -> Iterator[tuple[str, bytes]]:
    """Every view of the board as PNG, by the name of its file, with its deadlines found."""
    with served(BOARD) as address:
        _open_board(browser, address)
        for view in BOARD_VIEWS:
            if browser.execute_script("return document.documentElement.dataset.language") != view.language:
                browser.execute_script("document.getElementById('language').click()")
            emulate(browser, view.width, view.height, view.dark)
            yield f"{view.name}.png", base64.b64decode(_at_rest(browser))


def _open_board(browser, address) -> None:
    """Open it, spill, and wait until it rests."""
    browser.get(address)
    _wait(browser, "document.documentElement.dataset.number")
    browser.execute_script(f"const s = document.querySelector('[data-path=\"releases.rupture.volume\"] input');"
                           f"s.value = {SPILT_M3}; s.dispatchEvent(new Event('input'));"
                           "s.dispatchEvent(new Event('change'))")  # fmt: skip
    _wait(browser, f"document.getElementById('command').textContent.includes('{SPILT_M3} m3')"
                   " && document.querySelector('#due li') && !document.querySelector('#deadlines.old')")  # fmt: skip


def _wait(browser, what) -> None:
    """Wait until something of the page is so; a busy machine takes its time."""
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(browser, PATIENCE_S).until(lambda page: page.execute_script(f"return {what}"))


def _at_rest(browser) -> str:
    """A picture that is the same as the one before: a busy machine takes its time to set letters and to scroll."""
    browser.execute_async_script("document.fonts.ready.then(() => setTimeout(arguments[0], 200))")
    before = ""
    while (now := browser.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})["data"]) != before:
        before = now
        sleep(PAUSE_S)
    return now


def pages_in(folder: Path) -> dict[str, Path]:
    """The page of the scenario in each language, in a folder of its own."""
    found = {}
    for language in ("en", "zh"):
        out = folder / language
        words = ["report", str(ROOT / "scenarios" / f"changshou-{SCENARIO}.yaml"), "--out", str(out)]
        assert main([*words, "--lang", language, "--quiet"]) == 0
        (found[language],) = out.glob("*/report.html")
    return found


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with TemporaryDirectory() as place:
        browser = started(Path(place) / "profile")
        try:
            for name, data in (*photographs(browser, pages_in(Path(place))), *photographs_of_the_board(browser)):
                (FOLDER / name).write_bytes(data)
        finally:
            browser.quit()
