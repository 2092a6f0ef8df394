"""The board's map in a real browser, on a phone: nothing jumps, and what stands there is the run of the sliders."""

import time
from pathlib import Path

import pytest

from sim.board import State
from sim.board.board import Prepared
from sim.record.course import volumes_at
from tests.browser.conftest import emulate, served

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

FIRE = "scenarios/changshou-tank-fire.yaml"
SPILL = "releases.rupture.volume"
SETTLED = """
    const done = arguments[0];
    const look = () => (document.querySelector("#replay.moving, #ticker:empty") ? setTimeout(look, 100) : done());
    setTimeout(look, 400);"""
FRAMES = """return [...document.querySelectorAll("#map .frame")].map((e) => [e.parentNode.dataset.storage,
    ...["x", "y", "width", "height"].map((a) => e.getAttribute(a))].join(" "))"""
VOLUMES = """return Object.fromEntries([...document.querySelectorAll("#map g[data-storage]")]
    .map((e) => [e.dataset.storage, Number(e.dataset.volumeM3)]))"""

ON_SCREEN = """
    const frame = document.querySelector(`[data-storage="${Replay.data.place}"] .frame`).getBoundingClientRect();
    const box = document.querySelector(".map-scroll").getBoundingClientRect();
    return [frame.left >= box.left, frame.right <= box.right]"""


def test_the_map_shows_the_run_of_the_sliders(chromium, monkeypatch):
    """
    Of 6,300 m3 spilt every volume on the map is that of the trace, to the litre, at its worst moment and where it
    first escapes; the boxes stand where they stood before. It opened with the worst place on the screen, and a finger
    moves it.
    """
    browser = chromium
    monkeypatch.chdir(Path(__file__).parents[2])
    result = Prepared(FIRE).answer(State(FIRE, "", ((SPILL, "6300 m3"),))).result
    escaped_s = min(tier.first_escape.first_s for tier in result.verdict.tiers if tier.first_escape)

    def shown_is_played():
        now = browser.execute_script("return Replay.now()")
        exact = volumes_at(result.record, now)
        seen = browser.execute_script(VOLUMES)
        assert seen == pytest.approx({id: float(exact[id].sum()) for id in seen}, abs=1e-3)
        cursors = browser.execute_script("return [...document.querySelectorAll('.filling .cursor')].map((e) => "
                                         "Number(/M([\\d.]+)/.exec(e.getAttribute('d'))[1]))")  # fmt: skip
        until = browser.execute_script("return Replay.until()")
        assert cursors == pytest.approx([4 + now / until * 312] * len(cursors), abs=0.1)
        return now

    with served(FIRE) as address:
        emulate(browser, 390, 844, False)
        browser.get(address)
        browser.set_script_timeout(60)
        browser.execute_async_script(SETTLED)
        frames = browser.execute_script(FRAMES)
        assert browser.execute_script(ON_SCREEN) == [True, True]
        browser.execute_script(f"const s = document.querySelector('[data-path=\"{SPILL}\"] input[type=range]');"
                               "s.value = 6300; s.dispatchEvent(new Event('input')); "
                               "s.dispatchEvent(new Event('change'))")  # fmt: skip
        browser.execute_async_script(SETTLED)
        assert browser.execute_script(FRAMES) == frames
        assert shown_is_played() == pytest.approx(browser.execute_script("return Replay.data.at"), abs=1e-6)
        browser.execute_script("document.querySelector('#first-escape').click()")
        assert shown_is_played() == pytest.approx(escaped_s, abs=1e-5)
        moved = finger(browser, 120)
        assert browser.get_log("browser") == []
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.get("about:blank")

    assert moved == pytest.approx(120, abs=30)


def finger(browser, distance):
    """How far the map is scrolled by a finger that goes so far to the left, from its left end."""
    browser.execute_script("const b = document.querySelector('.map-scroll'); b.scrollIntoView({block: 'center', "
                           "behavior: 'instant'}); b.scrollLeft = 0")  # fmt: skip
    y = browser.execute_script("const r = document.querySelector('.map-scroll').getBoundingClientRect(); "
                               "return (r.top + r.bottom) / 2")  # fmt: skip
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    ways = [("touchStart", 0), *(("touchMove", gone) for gone in (*range(10, distance + 1, 10), *[distance] * 3))]
    for sort, gone in ways:
        points = [{"x": 300 - gone, "y": y}]
        browser.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": sort, "touchPoints": points})
        time.sleep(0.06 if gone == distance else 0)
    browser.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    time.sleep(0.2)
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
    return browser.execute_script("return document.querySelector('.map-scroll').scrollLeft")
