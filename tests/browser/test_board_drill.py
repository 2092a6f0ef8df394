"""An exercise that is held on two devices, in a real browser: what one enters the other sees, and nothing to come."""

from pathlib import Path

import pytest

from sim.drill.listed import put_list
from tests.board.test_drill import MASTER
from tests.browser.conftest import emulate, served

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


def until(browser, words, *, css="#held"):
    """Wait until something says these words; all that stands there then."""
    browser.set_script_timeout(20)
    return browser.execute_async_script("""
        const [css, words, done] = arguments, look = () => {
          const found = document.querySelector(css);
          if (found && found.offsetParent !== null && found.innerText.includes(words)) done(found.innerText);
          else setTimeout(look, 50);
        };
        look();""", css, words)


def put(browser, css, value):
    browser.execute_script("const e = document.querySelector(arguments[0]); e.value = arguments[1]; "
                           "e.dispatchEvent(new Event('input'))", css, value)  # fmt: skip


def press(browser, css):
    browser.execute_script("document.querySelector(arguments[0]).click()", css)


def grave(browser):
    """What axe calls serious, where it is installed."""
    if not AXE.is_file():
        return []
    browser.execute_script(AXE.read_text(encoding="utf-8"))
    found = browser.execute_async_script("axe.run().then(arguments[0])")
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in found["violations"]
            if each["impact"] in ("serious", "critical")]  # fmt: skip


def test_what_one_device_enters_the_other_sees(chromium, tmp_path):
    """
    The clock stands at first. The director sends an inject of his own and lets the next one go; the observer's phone
    shows both, nothing that is to come and no other page, and a tap there ticks off the order on the director's. After
    the end the log is in the folder.
    """
    browser = chromium
    put_list(MASTER, tmp_path / "a-list.json", ())
    with served("tests/board/bund.yaml", "--out", str(tmp_path)) as address:
        emulate(browser, 1440, 1000, dark=False)
        browser.get("about:blank")
        browser.get_log("browser")
        browser.get(address.replace("/#", "/drill#"))
        until(browser, "a-list.json", css="#start")
        put(browser, "#by", f"l{tmp_path / 'a-list.json'}")
        press(browser, "#begin-now")
        until(browser, "Next inject: 5")
        until(browser, "The clock is held.")
        assert grave(browser) == []
        director = browser.current_window_handle
        link = browser.execute_script("return document.querySelector('#link').textContent")

        browser.switch_to.new_window("tab")
        emulate(browser, 390, 844, dark=True)
        browser.get(link)
        seen = until(browser, "line 1")
        assert not any(each in seen for each in ("line 2", "line 5", "Next inject", "nobody knows"))
        assert browser.execute_script("return document.documentElement.scrollWidth") <= 390
        assert not browser.find_element("id", "views").is_displayed()
        observer = browser.current_window_handle

        browser.switch_to.window(director)
        put(browser, "#own-to", "Gate")
        put(browser, "#own-text", "<b>The press</b>")
        press(browser, "#own button")
        until(browser, "Own inject, to Gate: <b>The press</b>")
        press(browser, "#following button")
        until(browser, "5 let go")

        browser.switch_to.window(observer)
        assert "line 5" in until(browser, "Own inject, to Gate: <b>The press</b>")
        put(browser, "#name-of", "Li")
        press(browser, '[data-line="1"] .buttons button')
        until(browser, "(Li)", css="#log")
        assert grave(browser) == []
        press(browser, "#language")
        until(browser, "已记：1 发现", css="#log")
        browser.close()

        browser.switch_to.window(director)
        until(browser, "1 noticed, T+0:00:00", css="#log")
        press(browser, "#end")
        press(browser, "#end")
        until(browser, "replay SCENARIO.yaml --log", css="#over")
        assert browser.get_log("browser") == []
    log, = tmp_path.glob("exercises/*/i-log.csv")
    assert [each.split(",")[1:4] for each in log.read_text(encoding="utf-8").splitlines()[1:]] == [
        ["5", "", "released"], ["1", "", "noticed"]]  # fmt: skip
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
