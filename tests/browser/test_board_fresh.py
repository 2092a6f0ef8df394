"""The board in a real browser while somebody writes its files."""

import time
from pathlib import Path
from shutil import copy

import pytest

from tests.browser.conftest import emulate, served

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

SMALL = Path(__file__).parents[1] / "board"
SPILL = "document.querySelector('[data-path=\"releases.spill.volume\"] input[type=range]')"
DRAIN = "document.querySelector('[data-path=\"actions.shut-drain.after\"] input[type=range]')"


def becomes(browser, script, wanted):
    """Wait until a script says what is wanted."""
    until = time.monotonic() + 30
    while (found := browser.execute_script(f"return {script}")) != wanted and time.monotonic() < until:
        time.sleep(0.1)
    assert found == wanted


def moved(browser, slider, value):
    browser.execute_script(f"const s = {slider}; s.value = {value}; s.dispatchEvent(new Event('input')); "
                           "s.dispatchEvent(new Event('change'))")  # fmt: skip


def test_a_page_follows_its_files(chromium, tmp_path):
    """
    100 m3 are 110 m3 by somebody's hand, which the next move tells; then the action goes and with it its slider; then
    the file is wrong, and the last answer stays below what is wrong until it is mended.
    """
    scenario, _ = [Path(copy(SMALL / name, tmp_path)) for name in ("bund.yaml", "bund-park.yaml")]
    text = scenario.read_text(encoding="utf-8")
    problem = "document.getElementById('problem')"
    fresh = "document.getElementById('fresh').textContent"
    sets = "new URLSearchParams(location.hash.slice(1)).getAll('set').join(' ')"
    own = "document.querySelector('[data-path=\"releases.spill.volume\"] .knob-foot span')?.textContent.slice(0, 19)"
    emulate(chromium, 1440, 1000, False)
    with served(str(scenario)) as address:
        chromium.get(address)
        becomes(chromium, own, "in the file: 100 m3")
        moved(chromium, DRAIN, 1)
        becomes(chromium, sets, "actions.shut-drain.after=1 min")

        scenario.write_text(text.replace("100 m3,", "110 m3,"), encoding="utf-8")
        time.sleep(0.3)
        moved(chromium, DRAIN, 2)
        becomes(chromium, fresh, "The files have changed and were read anew.")
        becomes(chromium, own, "in the file: 110 m3")
        becomes(chromium, sets, "actions.shut-drain.after=2 min")

        before, _, after = text.partition("actions:")
        scenario.write_text(before + after[after.index("overrides:"):], encoding="utf-8")
        time.sleep(0.3)
        moved(chromium, SPILL, 90)
        becomes(chromium, f"{fresh}.includes('do not fit any more')", True)
        becomes(chromium, sets, "releases.spill.volume=90 m3")
        becomes(chromium, "document.body.classList.contains('stale')", False)

        scenario.write_text(text.replace("100 m3,", "100 min,"), encoding="utf-8")
        time.sleep(0.3)
        chromium.execute_script("window.dispatchEvent(new Event('focus'))")
        becomes(chromium, f"!{problem}.hidden && {problem}.textContent.includes('100 min')", True)
        becomes(chromium, "document.querySelectorAll('#tiers .chip').length", 1)

        scenario.write_text(text, encoding="utf-8")
        time.sleep(0.3)
        chromium.execute_script("window.dispatchEvent(new Event('focus'))")
        becomes(chromium, f"{problem}.hidden && !document.body.classList.contains('stale')", True)
        becomes(chromium, "document.getElementById('command').textContent.includes('volume=90 m3')", True)
