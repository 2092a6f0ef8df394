"""What hands and ears do with the page: fingers on the map, keys, what is read aloud, filters, links to a time."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.test_page import click, script, texts
from tests.browser.test_replay import move

MINUTE = 60


def test_the_verdict_is_the_first_heading_and_the_scenario_stands_below(shown):
    browser = shown("boundary-breach")
    heads = script(browser, "return [...document.querySelectorAll('h1, h2, h3')].map((e) => e.tagName + e.innerText)")

    first = heads[0].replace("\u00a0", " ")
    assert first.startswith("H1Breached at all three tiers. 19,184 m³ of accident water left the park. 2 of 2 ")
    assert [each[:2] for each in heads].count("H1") == 1
    assert texts(browser, ".where")[0].startswith("Methanol fire at the river mouth")


def test_receptors_over_their_limit_have_a_card_and_a_mark_on_the_map(shown):
    """
    Intake 1 is above its limit from T+7 h 38 min on.
    """
    browser = shown("boundary-breach")
    over = "return [...document.querySelectorAll('#map [data-receptor]')].map((e) => e.matches('.over'))"
    seen = []
    for at_s in (7 * 3600, 8 * 3600):
        move(browser, at_s)
        seen.append(script(browser, over))

    assert seen == [[False, False], [True, False]]
    assert "5.7 mg/L" in texts(browser, ".intakes")[0].replace("\u00a0", " ")


@pytest.mark.parametrize("distance", [240, 120])
def test_a_finger_moves_the_map_of_a_phone_sideways(shown, distance):
    """
    A touch that goes so far to the left scrolls the map as far to the right, but for the few dots before it counts.
    """
    browser = shown("boundary-breach", width=390, height=844)
    box = "document.querySelector('.map-scroll')"
    script(browser, f"{box}.scrollIntoView({{block: 'center', behavior: 'instant'}}); {box}.scrollLeft = 0")
    x, y = 300, script(browser, f"const r = {box}.getBoundingClientRect(); return (r.top + r.bottom) / 2")
    browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True})
    try:
        for sort, at in [("touchStart", x), *(("touchMove", x - gone) for gone in range(10, distance + 1, 10))]:
            browser.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": sort, "touchPoints": [{"x": at, "y": y}]})
        for _ in range(3):  # the finger rests, or the map would go on by its swing
            browser.execute_async_script("setTimeout(arguments[0], 60)")
            still = {"type": "touchMove", "touchPoints": [{"x": x - distance, "y": y}]}
            browser.execute_cdp_cmd("Input.dispatchTouchEvent", still)
        browser.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        browser.execute_async_script("setTimeout(arguments[0], 200)")
    finally:
        browser.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})

    assert script(browser, f"return {box}.scrollLeft") == pytest.approx(distance, abs=30)


def test_a_phone_opens_the_map_where_it_is_worst(shown):
    """
    The water left the park from river section 7, which lies at the map's right.
    """
    browser = shown("boundary-breach", width=390, height=844)
    left, right = script(browser, """
        const box = document.querySelector('[data-storage=river-7] .frame').getBoundingClientRect();
        return [box.left, box.right]""")  # fmt: skip

    assert 0 <= left < right <= 390


def test_nothing_is_read_aloud_while_it_plays_and_the_stop_is(shown):
    """
    Two seconds at an hour a second from T+2 h: in that time the plant is breached, and the public tier is reached and
    breached, at T+3 h 26 min; nothing else speaks until the stop.
    """
    browser = shown("boundary-breach")
    move(browser, 2 * 3600)
    browser.set_script_timeout(10)
    said = browser.execute_async_script("""
        const done = arguments[0], said = [];
        const live = [...document.querySelectorAll('[aria-live], [role=status], output')];
        live.forEach((e) => new MutationObserver(() => said.push(e.textContent)).observe(e, { childList: true }));
        document.getElementById('speed').value = '3600';
        document.getElementById('play').click();
        setTimeout(() => { document.getElementById('play').click(); setTimeout(() => done(said), 50); }, 2000);
    """)  # fmt: skip

    assert 2 <= len(said) <= 5
    assert "breached" in said[0]
    assert said[-1].endswith("Park boundary: held")


def test_arrow_keys_move_the_slider_by_minutes(shown):
    browser = shown("night-shift")
    move(browser, 3600)
    slider, seen = browser.find_element("id", "slider"), []
    for key in (Keys.ARROW_RIGHT, Keys.ARROW_UP, Keys.ARROW_LEFT, Keys.SHIFT + Keys.ARROW_RIGHT):
        slider.send_keys(key)
        seen.append(script(browser, "return Replay.now()"))

    assert seen == [61 * MINUTE, 62 * MINUTE, 61 * MINUTE, 70 * MINUTE]
    assert "by a minute" in texts(browser, "#keys")[0]


def test_every_link_and_storage_is_reached_by_tab_and_tells_itself(shown):
    browser = shown("boundary-breach")
    links = "[...document.querySelectorAll('#map [data-link]')]"
    stops = script(browser, f"return {links}.map((e) => [e.tabIndex, e.ariaLabel])")
    gate = browser.find_element("css selector", "#map [data-link=gate-7]")
    script(browser, "arguments[0].focus()", gate)

    assert len(stops) > 20
    assert {tab for tab, _ in stops} == {0}
    assert all(label for _, label in stops)
    assert "River gate 7" in texts(browser, "#panel")[0]
    assert "River gate 7" in texts(browser, "#spoken")[0]


@pytest.mark.parametrize(("language", "gate"), [("en", "River gate 7"), ("zh", "晏家河7号闸")])
def test_gates_bear_their_names_on_the_map(shown, language, gate):
    browser = shown("boundary-breach")
    if language == "zh":
        click(browser, "#language")
    names = texts(browser, f"#map .mark-name.{language}")

    assert gate in names
    assert len(names) >= 15


def test_the_filter_searches_every_assumed_number_and_says_how_many_it_found(shown):
    """
    400 of 2,165 are shown until somebody asks; the park's second spelling of a name is among those that were not.
    """
    browser = shown("boundary-breach")
    rows = "[...document.querySelectorAll('#table-assumptions tbody tr')]"
    visible = f"return {rows}.filter((row) => !row.hidden).length"
    every = script(browser, f"return {rows}.length")
    last = script(browser, f"return {rows}.at(-1).cells[1].textContent")
    before = script(browser, visible)
    script(browser, "document.querySelector('#table-assumptions').open = true")
    field = browser.find_element("css selector", "[data-filters=assumptions]")
    field.send_keys(last)
    found, said = script(browser, visible), texts(browser, "[data-found=assumptions]")
    field.send_keys(" nothing has this")

    assert (before, every > 2000) == (400, True)
    assert 1 <= found < 10
    assert said == [f"{found} of {every:,}"]
    assert texts(browser, "[data-found=assumptions]") == [f"No row of {every:,} has that."]


def test_marks_below_the_slider_say_what_they_are_and_go_there(shown):
    browser = shown("boundary-breach")
    marks = "[...document.querySelectorAll('#marks i')]"
    titles = script(browser, f"return {marks}.map((e) => e.title)")
    script(browser, f"{marks}[{titles.index(next(each for each in titles if 'Plant' in each))}].click()")

    assert all(titles)
    assert "latest time, 23 Aug 01:31 (T+3 h 26 min): Shut outfall 67" in titles
    assert 3 * 3600 + 26 * MINUTE - 60 < script(browser, "return Replay.now()") < 3 * 3600 + 27 * MINUTE


@pytest.mark.parametrize(("asked", "at_s"), [("4h50m", 17_400), ("90min", 5400), ("5400s", 5400), ("1800", 1800)])
def test_a_link_opens_the_page_at_a_time(shown, asked, at_s):
    browser = shown("boundary-breach")
    script(browser, "location.hash = arguments[0]", f"#t={asked}")
    browser.execute_async_script("setTimeout(arguments[0], 60)")

    assert script(browser, "return Replay.now()") == at_s
    assert script(browser, "return document.getElementById('here').hash") == f"#t={at_s}s"


def test_it_says_that_it_opens_at_the_worst_moment_and_goes_back_there(shown):
    browser = shown("boundary-breach")
    hidden = "return document.getElementById('worst-now').hidden"
    seen = [script(browser, hidden)]
    move(browser, 600)
    seen.append(script(browser, hidden))
    click(browser, "#worst")
    seen.append(script(browser, hidden))

    assert seen == [False, True, False]


@pytest.mark.parametrize("width", [390, 1440])
def test_what_fingers_tap_is_large_enough(shown, width):
    """
    32 px each way; the map's own things are as large as the map is zoomed.
    """
    browser = shown("boundary-breach", width=width, height=844)
    small = script(browser, """
        return [...document.querySelectorAll('button, select, input, summary')]
          .map((e) => [e.id || e.className || e.textContent, e.getBoundingClientRect().height])
          .filter(([, high]) => high && high < 31.5)""")  # fmt: skip

    assert small == []
