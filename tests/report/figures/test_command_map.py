"""The command map: legible on one sheet, and every number on it out of the run."""

import io
import re

import pytest
from PIL import Image

from sim.park import Name
from sim.report.figures import Look, command_map_table, draw_command_map
from sim.report.figures.command_map import ENLARGED, NUMBER_PT
from sim.report.figures.enlarged import enlarged_files
from sim.report.figures.panel import SMALLEST_PT
from tests.report.figures.looks import check_legible, kept, texts
from tests.shipped import FILES, deadlines_of, result_of

FIRST = "docs/first-park/fire.yaml"


def sheet(file, language="en"):
    return draw_command_map(result_of(file), deadlines_of(file), Look(language))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("file", [FIRST, *FILES])
def test_every_scenario_can_be_read(file, language):
    figure = sheet(file, language)

    check_legible(figure)
    smallest = min(each.get_fontsize() for each in figure.texts)
    assert smallest >= SMALLEST_PT  # on A3 7.8 points


@kept("command-map-night-shift-zh")
def test_a_schematic():
    return sheet("night-shift", "zh")


@kept("command-map-first-park-en")
def test_a_true_map():
    return sheet(FIRST)


def test_tiers_say_what_they_can_take():
    """Bund 1,500 and pool 2,000 m3 in the works, 5,000 and 300 m3 public; in the river's 20,000 m3 stand 4,000."""
    said = {words for words, _ in texts(sheet(FIRST))}

    assert {"usable 3,500 m³", "usable 5,300 m³", "usable 16,000 m³"} <= said


def test_operations_are_numbered_on_the_map_as_in_the_list():
    """Every number of the list whose facility is drawn stands on the map; those of one facility together."""
    figure = sheet("night-shift")
    on_map = [each for axes in figure.axes for each in axes.texts if each.get_fontsize() == NUMBER_PT]
    numbers = {number for each in on_map for number in each.get_text().split("·") if number.isdigit()}
    listed = {found[1] for each in figure.texts if (found := re.match(r"(\d+)  T\+", each.get_text()))}

    assert len(listed) == 11
    assert numbers == listed


def test_operations_have_the_numbers_and_the_times_of_the_papers():
    """
    Both valves of B-001 are ordered at T+5 min: somebody is at the rain valve at once, at the pool's at T+7 min. The
    last pump is ordered at 16,112 s, in the minute T+4 h 28 min, and runs at 17,312 s, surely by T+4 h 49 min.
    """
    said = [words for words, _ in texts(sheet("night-shift")) if re.match(r"\d+  T\+", words)]

    assert said[0].startswith("1  T+5 min  Rain valve of B-001: shut")
    assert said[1].startswith("2  T+5 min  Valve to the accident pool of B-001: open")
    assert said[-1].startswith("11  T+4 h 28 min  ")
    assert "done T+4 h 49 min" in " ".join(words for words, _ in texts(sheet("night-shift")))


def test_risk_sources_have_their_quantity():
    """Methanol 1,500 m3, as the scenario has it, and fire water of three places; the table behind has the same."""
    result = result_of("night-shift")
    rows = [row for row in command_map_table(result, []).rows if row[0] == "source"]

    assert [(row[1], round(row[5])) for row in rows] == [
        ("R1", 1500), ("R2", 1728), ("R3", 1152), ("R4", 360), ("R5", 160)]  # fmt: skip
    assert "1,500 m³" in {words for words, _ in texts(sheet("night-shift"))}


def test_what_the_park_does_not_know_is_said():
    said = " ".join(words for words, _ in texts(sheet(FIRST)))

    assert "does not say which works have major hazard sources" in said


def test_an_enlarged_sheet_has_the_size_of_its_paper_and_the_same_bytes():
    """A3 is 420 mm wide, 1,190.55 points; 3,307 dots at 200 an inch."""
    first, second = (enlarged_files("map", sheet(FIRST), ENLARGED["A3"]) for _ in range(2))
    box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", first["map.pdf"])

    assert first == second
    assert [round(float(each)) for each in box.groups()] == [1191, 842]
    with Image.open(io.BytesIO(first["map.png"])) as image:
        assert image.size == (3307, 2338)


def test_a_tier_with_a_long_promise_keeps_to_the_sheet(monkeypatch):
    from dataclasses import replace

    result = result_of(FIRST)
    tiers = {id: replace(each, promise=Name(each.promise.en * 6, "")) for id, each in result.park.tiers.items()}
    check_legible(draw_command_map(replace(result, park=replace(result.park, tiers=tiers)), deadlines_of(FIRST)))
