"""What the board makes, in a real browser: by keyboard, with a word once it is done, and shown as nobody's page."""

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import emulate, served

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

BUND = "tests/board/bund.yaml"
FETCHED = "const done = arguments[0]; fetch('/api/v1/jobs').then(() => done('fetched'), () => done('refused'))"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(BUND, "--out", str(tmp_path_factory.mktemp("made"))) as found:
        yield found


def test_a_report_is_made_by_keyboard_and_opens_in_a_sandbox(chromium, address):
    """
    Of 80 m3 and not of the file's value, which its line says, in both languages. Its page plays, but neither has it the
    board's cookie nor may it ask the board anything. What is cancelled says so, and the buttons come back.
    """
    browser = chromium
    wait = WebDriverWait(browser, 60, 0.1)
    emulate(browser, 375, 900, dark=True)
    browser.get("about:blank")
    browser.get(address)
    ready = "return Boolean(document.querySelector('#tiers .chip') && document.querySelector('#make button'))"
    wait.until(lambda browser: browser.execute_script(ready))
    assert not browser.find_element("css selector", "[data-kind=sweep]").is_enabled()
    field = browser.find_element("id", "knob-releases.spill.volume")
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("80", Keys.TAB)
    assert browser.find_element("css selector", "[data-kind=sweep]").is_enabled()

    browser.find_element("css selector", "[data-kind=figures]").send_keys(Keys.ENTER)
    wait.until(lambda browser: browser.switch_to.active_element.text == "Cancel")
    assert not browser.find_element("css selector", "[data-kind=report]").is_enabled()
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    wait.until(lambda browser: browser.find_elements("css selector", ".job.cancelled"))
    assert browser.find_element("id", "made-spoken").get_attribute("textContent") == (
        "Figures: cancelled; nothing is kept.")  # fmt: skip

    browser.find_element("css selector", "[data-kind=report]").send_keys(Keys.ENTER)
    wait.until(lambda browser: browser.find_elements("css selector", ".job.done"))
    line = browser.find_element("css selector", ".job.done .note")
    assert line.text.endswith(", from volume of spill spill = 80 m3")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= 375
    browser.find_element("id", "language").click()
    assert "依据" in browser.find_element("css selector", ".job.done .note").text
    browser.refresh()
    wait.until(lambda browser: len(browser.find_elements("css selector", ".job")) == 2)

    board = browser.current_window_handle
    browser.find_element("css selector", ".job.done .files a").send_keys(Keys.ENTER)
    wait.until(lambda browser: len(browser.window_handles) == 2)
    browser.switch_to.window(next(each for each in browser.window_handles if each != board))
    try:
        wait.until(lambda browser: browser.execute_script("return document.querySelectorAll('.tier').length"))
        assert browser.execute_script("return [self.origin, self.opener]") == ["null", None]
        assert browser.execute_async_script(FETCHED) == "refused"
        assert browser.execute_script("return Boolean(window.Replay || document.querySelector('svg'))")
    finally:
        browser.close()
        browser.switch_to.window(board)
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.get_log("browser")  # which tells of what was refused; others look whether it is empty
        browser.get("about:blank")
