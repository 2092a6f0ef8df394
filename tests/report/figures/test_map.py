"""The map says what was found, legibly: nothing overlaps, nothing is cut, and it looks as it did."""

from pathlib import Path

import pytest

from sim.load import load_case, load_park
from sim.report.figures import Sheet, as_files, draw_map, draw_park_map, map_table, park_map_table
from sim.report.figures.frame import Look
from sim.result import run
from tests.report.figures.looks import check_legible, kept, texts

ROOT = Path(__file__).parents[3]
FIRST = "docs/first-park/fire.yaml"
FILES = [FIRST, *sorted(f"scenarios/{path.name}" for path in (ROOT / "scenarios").glob("*.yaml"))]
LOOKS = [Look(language, sheet) for language in ("en", "zh") for sheet in Sheet]


def result_of(file, **how):
    case = load_case(ROOT / file)
    return run(case.park, case.scenario, **how)


@pytest.mark.parametrize("file", FILES)
def test_every_scenario_can_be_read(file):
    result = result_of(file)
    for look in LOOKS:
        for at_s in (None, 0.0, result.record.horizon_s / 3):
            check_legible(draw_map(result, at_s, look))


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("park", ["configs/changshou-yanjia", "docs/first-park/park.yaml", "docs/small-plant"])
def test_every_park_can_be_read(park, look):
    check_legible(draw_park_map(load_park(ROOT / park), look))


@kept("map-late-wall-en-a4")
def test_a_schematic_for_a_page():
    return draw_map(result_of("scenarios/changshou-late-wall.yaml"), 120.5 * 3600)


@kept("map-night-shift-zh-screen")
def test_a_schematic_for_a_screen():
    return draw_map(result_of("scenarios/changshou-night-shift.yaml"), 45 * 60.0, Look("zh", Sheet.SCREEN))


@kept("map-first-park-en-a4")
def test_a_true_map():
    return draw_map(result_of(FIRST))


@kept("map-changshou-zh-screen")
def test_a_large_park_alone():
    return draw_park_map(load_park(ROOT / "configs/changshou-yanjia"), Look("zh", Sheet.SCREEN))


def words_of(figure):
    return {words for words, _ in texts(figure)}


def test_a_map_says_volume_and_filling():
    """At T+2 h the bund is full with 1,500 m3; 1,080 m3 are 54 % of the pool's 2,000 m3."""
    words = [words for words, _ in texts(draw_map(result_of(FIRST), 7200.0))]

    assert "The park at T+2 h" in words
    for name, volume, share in (("bund", "1,500 m³", "100 %"), ("pool", "1,080 m³", "54 %")):
        at = words.index(name)
        assert " ".join(words[at : at + 3]).replace(",", "") == f"{name} {volume} {share}".replace(",", "")


def test_a_map_says_who_works_where():
    words = words_of(draw_map(result_of("scenarios/changshou-late-wall.yaml"), 1800.0))

    assert any(each.startswith("1  ") and "utfall 67" in each for each in words)


def test_a_run_without_a_trace_says_so():
    words = words_of(draw_map(result_of(FIRST, trace=False)))

    assert any("the run kept none over time" in each for each in words)


def test_the_same_run_gives_the_same_bytes():
    result = result_of(FIRST)

    assert as_files("map", draw_map(result)) == as_files("map", draw_map(result))


def test_the_table_holds_the_numbers():
    """At T+2 h, in SI units: 1,500 of 1,500 m3; 0.3 m3/s over the bund's crest; a stopped pump; a tier that holds."""
    table = map_table(result_of(FIRST), 7200.0)
    rows = {(row[0], row[1]): dict(zip(table.header, row, strict=True)) for row in table.rows}

    assert rows["storage", "bund"]["volume [m3]"] == pytest.approx(1500)
    assert rows["link", "bund-spillway"]["flow [m3/s]"] == pytest.approx(0.3)
    assert rows["link", "transfer"]["opening [-]"] == 0
    assert rows["tier", "plant"]["state"] == "held"


def test_the_table_of_a_park_has_places_as_they_are_written():
    table = park_map_table(load_park(ROOT / "docs/first-park/park.yaml"))
    rows = {row[1]: row for row in table.rows}

    assert rows["bund"] == ("storage", "bund", "bund", "plant", "", "", 1500, 120, 420)
