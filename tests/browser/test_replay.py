"""The map on the page shows the record: at any time, by slider, keys, play button and events."""

import time
from itertools import combinations, product

import numpy as np
import pytest

from sim.park import ORIGINS
from sim.result import load_result
from tests.browser.test_page import click, script, texts

GROUPS = "[...document.querySelectorAll('g[data-{0}]')]"
PAIRS = f"return Object.fromEntries({GROUPS}.map((g) => [g.dataset.{{0}}, g.dataset.{{1}}]))"
PUMPS, VALVE = "Transfer pumps of A-001", "Rain valve of A-001"
PARK_DUTY = "Park duty: outfalls, mains, wells and pools"
SHOWN = PAIRS.format("storage", "volumeM3")


def move(browser, at_s):
    script(browser, """
        const s = document.getElementById('slider');
        if (arguments[0] > Number(s.max)) document.querySelector('[data-whole-run]').click();
        s.step = 'any'; s.value = arguments[0]; s.dispatchEvent(new Event('input'))""", at_s)  # fmt: skip


@pytest.fixture(scope="module")
def results(pages):
    return {name: load_result(pages(name).parent) for name in ("night-shift", "storm-relief", "boundary-breach")}


@pytest.mark.parametrize("name", ["night-shift", "storm-relief"])
def test_volumes_on_screen_are_the_record_s_at_that_time(shown, results, name):
    """
    At breakpoints and between them; the record's volumes are linear in between, the screen shows litres.
    """
    browser, result = shown(name), results[name]
    volume = result.storages["volume"]
    rows = volume.index.to_numpy()
    drawn = np.random.default_rng(7)
    for at_s in [*drawn.choice(rows, 12), *drawn.uniform(0, result.record.horizon_s, 12), 0.0, result.record.horizon_s]:
        move(browser, float(at_s))
        seen = script(browser, SHOWN)
        at = float(script(browser, "return Replay.now()"))

        assert len(seen) >= 10
        assert at == pytest.approx(at_s, abs=1e-6)
        for id, shown_m3 in seen.items():
            assert float(shown_m3) == pytest.approx(np.interp(at, rows, volume[id].to_numpy()), abs=2e-3), (id, at)


def test_water_is_drawn_by_origin_to_scale(shown, results):
    """
    Heights of the five colours in the bund are their volumes over what it holds.
    """
    browser, result = shown("night-shift"), results["night-shift"]
    move(browser, 7200.0)
    boxes = "[...document.querySelectorAll('[data-storage=b-001-bund] {}')].map((box) => box.height.baseVal.value)"
    heights = script(browser, "return " + boxes.format(".water"))
    (frame,) = script(browser, "return " + boxes.format(".frame"))
    holds = result.park.storages["b-001-bund"].holds_m3
    for origin, height in zip(ORIGINS, heights, strict=True):
        series = result.storages[origin]["b-001-bund"]
        expected = np.interp(7200.0, series.index.to_numpy(), series.to_numpy())
        assert height == pytest.approx(expected / holds * (frame - 6), abs=1e-3)


def test_a_flow_that_begins_at_an_instant_runs_at_it(shown):
    """
    The page opens on the first escape, at 27,659.546 s, when 2.8 L/s begin to go over the pool's wall.
    """
    browser = shown("power-loss")

    spill = "document.querySelector('[data-link=a-001-pool-spillway]')"
    assert float(script(browser, "return Replay.now()")) == pytest.approx(27_659.546, abs=1e-3)
    assert script(browser, f"return {spill}.classList.contains('flowing')")
    assert float(script(browser, f"return {spill}.dataset.rateM3S")) == pytest.approx(0.002819, abs=1e-6)

    line = f"return getComputedStyle({spill}.querySelector('.flow')).stroke"
    assert script(browser, line) != "none"
    move(browser, 27_600)
    assert script(browser, line) == "none"


def test_what_has_no_power_is_marked_while_it_has_none(shown):
    """
    Sub-area A has no power from 240 s to 36,240 s: its pumps stand, its valves move by hand alone; both are marked.
    """
    browser = shown("power-loss")

    seen = {}
    for at_s in (239, 240, 36_239, 36_240):
        move(browser, at_s)
        seen[at_s] = script(browser, """
            return ['a-001-transfer', 'a-001-rain-valve'].map((id) => {
              const mark = document.querySelector(`[data-mark=${id}]`);
              return [...mark.classList].filter((each) => ['shut', 'hindered'].includes(each)).sort().join(' ')
                     + ': ' + mark.querySelector('title').textContent;
            })""")  # fmt: skip

    assert seen == {
        239: [f"shut: {PUMPS}", f": {VALVE}"],
        240: [f"hindered shut: {PUMPS}: no power", f"hindered: {VALVE}: no power"],
        36_239: [f"hindered shut: {PUMPS}: no power", f"hindered shut: {VALVE}: no power"],
        36_240: [f"shut: {PUMPS}", f"shut: {VALVE}"],
    }


def test_flows_on_screen_are_the_record_s(shown, results):
    browser, result = shown("night-shift"), results["night-shift"]
    flow = result.links["flow"]
    for at_s in (2000.0, 7000.0, 20_000.0):
        move(browser, at_s)
        seen = script(browser, PAIRS.format("link", "rateM3S"))
        rows = flow.index.to_numpy()
        for id, rate in seen.items():
            if id in flow:
                row = np.searchsorted(rows, at_s, "right") - 1
                assert float(rate) == pytest.approx(flow[id].to_numpy()[row], abs=1e-5), id


def test_verdicts_are_as_they_stand_at_that_time(shown, results):
    """
    Night shift: the plant's first escape is at 1,800 s; the public tier's at 2,600 s.
    """
    browser = shown("night-shift")
    now = "return [...document.querySelectorAll('[data-tier-now]')].map((e) => e.dataset.verdict)"
    seen = {}
    for at_s in (0, 1799, 1800, 2599, 2600, 43_200):
        move(browser, at_s)
        seen[at_s] = script(browser, now)

    assert seen[0] == ["held", "untouched", "untouched"]
    assert seen[1799] == ["held", "untouched", "untouched"]
    assert seen[1800][0] == "breached"
    assert seen[2599][1] != "breached"
    assert seen[2600][:2] == ["breached", "breached"]
    assert seen[43_200] == [str(tier.verdict) for tier in results["night-shift"].verdict.tiers]


@pytest.mark.parametrize("name", ["boundary-breach", "storm-relief"])
def test_an_instant_has_what_happens_at_it_behind_it(shown, results, name):
    """
    First escapes and transfers lie between whole seconds; the event, and the slider at its second, show them done.
    """
    browser, result = shown(name), results[name]
    tier = result.verdict.tiers[-1] if name == "boundary-breach" else result.verdict.tiers[0]
    first = (*tier.escapes, *tier.transfers)[0]
    verdict = f"return document.querySelector('[data-tier-now={tier.tier}]').dataset.verdict"
    seen = []
    for go in (
        f"[...document.querySelectorAll('#ticker li')].find((e) => e.dataset.at == {first.first_s}).firstChild.click()",
        f"s.value = {int(first.first_s)}; s.dispatchEvent(new Event('input'))",
        f"s.value = {int(first.first_s) - 1}; s.dispatchEvent(new Event('input'))",
    ):
        script(browser, "const s = document.getElementById('slider');" + go)
        seen.append(script(browser, verdict))

    assert first.first_s % 1 > 0.01
    assert seen[:2] == [str(tier.verdict)] * 2
    assert seen[2] != str(tier.verdict)


def test_it_opens_at_the_first_escape_from_the_park_and_says_so(shown, results):
    browser, result = shown("boundary-breach"), results["boundary-breach"]

    assert script(browser, "return Replay.now()") == result.verdict.tiers[-1].first_escape.first_s
    assert texts(browser, "[data-tier-now]") == ["breached"] * 3


@pytest.mark.parametrize(("language", "label"), [("en", "Whole run, 72 h"), ("zh", "全程72小时")])
def test_slider_and_charts_open_where_something_happens_and_a_key_shows_the_whole_run(shown, language, label):
    """
    In the boundary breach nothing changes much after 12 of 72 h; enter on the switch shows all, once more 12 h again.
    """
    from selenium.webdriver.common.keys import Keys

    browser = shown("boundary-breach")
    if language == "zh":
        click(browser, "#language")
    reach = """const all = (selector, what) => [...document.querySelectorAll(selector)].map(what);
               return [Number(document.getElementById('slider').max) / 3600,
                       ...all('[data-chart]', (e) => [...e.querySelectorAll('.tick.x')].at(-1).textContent),
                       ...all('[data-whole-run]', (e) => e.getAttribute('aria-pressed'))]"""
    seen = [script(browser, reach)]
    for switch in browser.find_elements("css selector", "[data-whole-run]"):
        assert switch.text == label
        switch.send_keys(Keys.ENTER)
        seen.append(script(browser, reach))

    assert seen[0] == seen[2] == [12, *["12 h"] * 5, "false", "false"]
    assert seen[1] == [72, *["72 h"] * 5, "true", "true"]


def test_an_event_after_what_is_shown_shows_the_whole_run(shown):
    browser = shown("boundary-breach")
    click(browser, "#ticker li:last-child button")

    assert script(browser, "return [Replay.now(), Replay.until()]") == [72 * 3600, 72 * 3600]


def test_play_moves_it_and_pause_holds_it(shown):
    browser = shown("night-shift")
    move(browser, 0)
    script(browser, "document.getElementById('speed').value = '3600'")
    click(browser, "#play")
    time.sleep(0.6)
    playing = script(browser, "return [Replay.now(), document.getElementById('play').getAttribute('aria-pressed')]")
    click(browser, "#play")
    held = script(browser, "return Replay.now()")
    time.sleep(0.3)

    assert playing[0] > 300
    assert playing[1] == "true"
    assert script(browser, "return Replay.now()") == held
    assert texts(browser, "#play span") == ["Play"]


def test_keys_move_it_from_event_to_event(shown, results):
    from selenium.webdriver.common.keys import Keys

    browser = shown("night-shift")
    move(browser, 0)
    slider = browser.find_element("id", "slider")
    slider.send_keys(Keys.PAGE_UP)
    first = script(browser, "return Replay.now()")
    slider.send_keys(Keys.END)

    shown_until = script(browser, "return Replay.now()")
    browser.find_element("css selector", "#worst + [data-whole-run]").send_keys(Keys.ENTER)
    slider.send_keys(Keys.END)

    assert first == min(each.at_s for each in results["night-shift"].events if each.at_s > 0)
    assert shown_until == 36_000
    assert script(browser, "return Replay.now()") == results["night-shift"].record.horizon_s == 43_200


def test_a_click_on_an_event_goes_to_its_time(shown):
    browser = shown("night-shift")
    click(browser, "#ticker li.crossing button")

    assert script(browser, "return Replay.now()") == 1800
    assert texts(browser, "#time") == ["02:00 (T+30 min)"]
    assert script(browser, "return document.querySelectorAll('#ticker .current').length") == 1


def test_pointing_at_a_storage_reads_it(shown, results):
    from selenium.webdriver import ActionChains

    browser = shown("night-shift")
    move(browser, 7200.0)
    bund = browser.find_element("css selector", "[data-storage=b-001-bund] .frame")
    ActionChains(browser).move_to_element(bund).perform()
    said = texts(browser, "#panel")[0]
    series = results["night-shift"].storages["volume"]["b-001-bund"]

    assert "Bund of the" in said
    assert f"{np.interp(7200.0, series.index.to_numpy(), series.to_numpy()):,.0f} /" in said
    assert "fire water" in said


def test_a_team_is_on_its_way_and_at_work_and_gone(shown):
    """
    Outfall 18: the park's duty team sets out after the well (1,500 s), is there at 2,700 s and done at 3,300 s.
    """
    browser = shown("night-shift")
    teams = "return [...document.querySelectorAll('[data-team=park-duty]')].map((e) => e.matches('.under-way'))"
    seen = []
    for at_s in (2000, 3000, 3400):
        move(browser, at_s)
        seen.append(script(browser, teams))

    assert seen[0] == [True]
    assert seen[1] == [False]
    assert seen[2] in ([], [True])


@pytest.mark.parametrize(
    ("language", "at_s", "short", "told"),
    [
        ("en", 2000, "Park duty", PARK_DUTY + ": on its way since 01:55 (T+25 min), for Outfall 18: shut"),
        ("en", 3000, "Park duty", PARK_DUTY + ": at work since 02:15 (T+45 min), Outfall 18: shut"),
        ("zh", 3000, "园区值班队", "园区值班队（排口、管网、集水井、事故池）：02:15（T+45分钟）起作业（关闭18号排口）"),
    ],
)  # fmt: skip
def test_a_team_bears_its_name_and_tells_its_work(shown, language, at_s, short, told):
    browser = shown("night-shift")
    if language == "zh":
        click(browser, "#language")
    move(browser, at_s)

    assert texts(browser, "[data-team=park-duty] text") == [short]
    assert texts(browser, "[data-team=park-duty] title") == [told]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_of_teams_lie_on_no_other_and_at_work_on_no_storage(shown, language):
    """
    Every ten minutes of the night shift's first five hours.
    """
    browser = shown("night-shift")
    if language == "zh":
        click(browser, "#language")
    boxes = """return [...document.querySelectorAll(arguments[0])].map((e) => e.getBoundingClientRect())
                      .map((box) => [box.left, box.top, box.right, box.bottom])"""
    storages = script(browser, boxes, "#map .storage .frame")
    seen = 0
    for at_s in range(0, 5 * 3600, 600):
        move(browser, at_s)
        teams = script(browser, boxes, "#teams .plate")
        at_work = script(browser, boxes, "#teams .team:not(.under-way) .plate")
        seen += len(teams)
        assert not [pair for pair in combinations(teams, 2) if meet(*pair)], at_s
        assert not [pair for pair in product(at_work, storages) if meet(*pair)], at_s

    assert seen > 20


def meet(one, other):
    """Whether two boxes (left, top, right, bottom) have more than their edges in common."""
    return all(one[k] < other[k + 2] - 0.5 and other[k] < one[k + 2] - 0.5 for k in (0, 1))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_crews_at_home_can_be_told_apart(shown, language):
    browser = shown("night-shift")
    if language == "zh":
        click(browser, "#language")
    names = texts(browser, f"#map .crew .say.{language}")
    wide = script(browser, """return [...document.querySelectorAll('#map .crew')].map((e) =>
        [...e.querySelectorAll('text')].find((each) => each.getClientRects().length).getComputedTextLength()
        / e.querySelector('rect').width.baseVal.value)""")  # fmt: skip

    assert len(names) == len(set(names)) == 12
    assert "A-001" in names[0]
    assert max(wide) < 1


@pytest.mark.parametrize("id", ["tier-plant", "tier-public", "storage"])
def test_a_chart_reads_what_the_record_says(shown, results, id):
    browser, result = shown("night-shift"), results["night-shift"]
    reached = {tier.tier: [each.storage for each in tier.reached] for tier in result.verdict.tiers}
    picked = script(browser, "return document.getElementById('pick-storage').value")
    storages = [picked] if id == "storage" else reached[id.removeprefix("tier-")]
    volume = result.storages["volume"]
    for at_s in (1000.0, 9000.0, 30_000.0):
        move(browser, at_s)
        readout = f"document.querySelector('[data-chart={id}] .readout')"
        read = script(browser, f"return JSON.parse({readout}.dataset.values)")
        expected = sum(np.interp(at_s, volume.index.to_numpy(), volume[each].to_numpy()) for each in storages)
        assert sum(read) == pytest.approx(expected, abs=0.02), at_s


def test_charts_come_closer_together_and_go_back(shown):
    browser = shown("night-shift")
    ticks = "return [...document.querySelectorAll('[data-chart=tier-plant] .tick.x')].map((e) => e.textContent)"
    whole = script(browser, ticks)
    move(browser, 3600)
    click(browser, "#time-closer")
    closer = script(browser, ticks)
    click(browser, "#time-whole")

    assert whole[0] == "0 h"
    assert closer != whole
    assert script(browser, ticks) == whole


def test_a_click_on_a_chart_moves_the_map(shown):
    from selenium.webdriver import ActionChains

    browser = shown("night-shift")
    move(browser, 0)
    chart = browser.find_element("css selector", "[data-chart=tier-plant] svg")
    script(browser, "arguments[0].scrollIntoView({block: 'center'})", chart)
    ActionChains(browser).move_to_element(chart).click().perform()

    assert script(browser, "return Replay.now()") == pytest.approx(18_000, rel=0.15)
