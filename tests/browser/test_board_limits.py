"""Under a slider: up to where each tier holds along it, in a real browser."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import emulate

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

ROOT = Path(__file__).parents[2]
BUND = "tests/board/bund.yaml"


@pytest.fixture(scope="module")
def address():
    """A board of a bund of 120 m3, its drain shut at once."""
    words = [sys.executable, "run_sim.py", "board", BUND, "--port", "0", "--no-open"]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as board:
        yield re.search(r"http://\S+", board.stdout.readline())[0]
        board.terminate()


def put(browser, path, value):
    slider = f"document.querySelector('[data-path=\"{path}\"] input[type=range]')"
    browser.execute_script(f"const s = {slider}; s.value = {value}; s.dispatchEvent(new Event('input')); "
                           "s.dispatchEvent(new Event('change'))")  # fmt: skip


def shown(browser, of, old=""):
    """What stands below a slider, once it does."""
    browser.set_script_timeout(30)
    return browser.execute_async_script(f"""
        const done = arguments[0], look = () => {{
          const found = document.querySelector('[data-path="{of}"] .limits{old}');
          if (found) done(found.innerText.split("\\n").filter(Boolean)); else setTimeout(look, 50);
        }};
        look();""")


def test_limits_stand_below_the_slider_touched_last(chromium, address):
    """
    The bund holds up to 120 m3; the spill's own move leaves that true. Once the drain is moved it is of before, until
    they are found anew; they move to the drain once it is touched.
    """
    browser = chromium
    emulate(browser, 375, 900, dark=False)
    browser.get("about:blank")
    browser.get(address)
    browser.execute_async_script("const done = arguments[0], look = () => (document.querySelector('#tiers .chip') ? "
                                 "done() : setTimeout(look, 50)); look();")  # fmt: skip
    for part in ("at", "after"):
        put(browser, f"actions.shut-drain.{part}", 0)
    put(browser, "releases.spill.volume", 80)
    line = "Plant: untouched up to 0 m³, held from 1 m³ to 120 m³, breached from 121 m³ on"
    assert shown(browser, "releases.spill.volume") == ["Along this slider, all else as it stands:", line]
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 375

    put(browser, "releases.spill.volume", 130)
    assert shown(browser, "releases.spill.volume", ":not(.old)")[1] == line

    browser.execute_script("document.querySelector('#language').click()")
    assert shown(browser, "releases.spill.volume")[1] == ("装置：0 m³ 及以下未触及，1 m³ 至 120 m³ 守住，"
                                                          "121 m³ 及以上失守")  # fmt: skip

    browser.execute_script("document.querySelector('#reset').click()")
    assert shown(browser, "releases.spill.volume", ".old")[0] == "沿此滑块，其他数值改动之前："
    assert shown(browser, "releases.spill.volume", ":not(.old)")[1] == "装置：0 m³ 及以下未触及，1 m³ 及以上失守"
    put(browser, "actions.shut-drain.at", 30)
    assert shown(browser, "actions.shut-drain.at")[1] == "装置：0分钟 至 60分钟 全程失守"
    assert browser.execute_script("return document.querySelectorAll('.limits').length") == 1
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
