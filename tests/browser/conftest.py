"""A real browser, and pages of shipped scenarios for it; `make browser` installs what it takes."""

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from sim.cli import main

ROOT = Path(__file__).parents[2]
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1440,1000",
)  # fmt: skip
CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")
ENDS_S = 30
"""Within what a board ends that is asked to."""
NEEDED = "THREE_TIER_BROWSER"
"""Set in the environment, a browser that is not there is a failure instead of a reason to skip."""


def started(profile):
    """Chromium, driven, with a folder of its own for what it keeps."""
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = CHROMIUM
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return Chrome(options=options, service=ChromeService(DRIVER))


def emulate(browser, width, height, dark):
    """
    Let a browser have a screen of a size in dots, a phone's below 500, and a user who likes it dark or light, and
    still: a page whose water runs is drawn anew sixty times a second.
    """
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    still = {"name": "prefers-reduced-motion", "value": "reduce"}
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, still]})


@contextmanager
def served(*words):
    """The address, with its token, of a board of its own that is served meanwhile."""
    command = [sys.executable, "run_sim.py", "board", *words, "--port", "0", "--no-open"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as board:
        try:
            yield re.search(r"http://\S+", board.stdout.readline())[0]
        finally:
            board.terminate()
            try:
                board.wait(ENDS_S)
            except subprocess.TimeoutExpired:
                board.kill()
                raise


@pytest.fixture(scope="session")
def start_chromium():
    """Starts one more browser; without one tests are left out, or fail where one is needed."""
    if not (CHROMIUM and DRIVER):
        if os.environ.get(NEEDED):
            pytest.fail("no chromium and chromedriver; make browser installs them")
        pytest.skip("no chromium and chromedriver; make browser installs them")
    return started


@pytest.fixture(scope="session")
def chromium(start_chromium, tmp_path_factory):
    """The browser that most tests share."""
    driver = start_chromium(tmp_path_factory.mktemp("profile"))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def pages(tmp_path_factory):
    """The page of each shipped scenario that is asked for, made once, with the folder of its result."""
    made = {}

    def page(name):
        if name not in made:
            out = tmp_path_factory.mktemp(name)
            scenario = ROOT / "scenarios" / f"changshou-{name}.yaml"
            assert main(["report", str(scenario), "--out", str(out), "--quiet"]) == 0
            (made[name],) = out.glob("*/report.html")
        return made[name]

    return page


@pytest.fixture
def shown(chromium, pages):
    """Opens the page of a scenario; every page is as it was when it was opened first."""

    def show(name, width=1440, height=1000, dark=False):
        emulate(chromium, width, height, dark)
        chromium.get_log("browser")
        chromium.get(pages(name).as_uri())
        return chromium

    yield show
    if CHROMIUM and DRIVER:
        chromium.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        chromium.get("about:blank")  # nothing is drawn while other tests run
