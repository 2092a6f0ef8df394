"""The map says what was found, legibly: nothing overlaps, nothing is cut, and it looks as it did."""

from pathlib import Path

import pytest

from sim.load import load_park
from sim.park import Catchment, LocalPlace, Name, Park, Plant, Storage
from sim.report.figures import Sheet, as_files, draw_map, draw_park_map, map_table, park_map_table
from sim.report.figures.frame import Look
from sim.report.figures.map_boxes import balanced, shortened
from sim.result import run
from tests.report.figures.looks import check_legible, kept, texts
from tests.shipped import FILES, case_of, result_of

ROOT = Path(__file__).parents[3]
FIRST = "docs/first-park/fire.yaml"
LOOKS = [Look(language, sheet) for language in ("en", "zh") for sheet in Sheet]


@pytest.mark.parametrize("file", [FIRST, *FILES])
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
    return draw_map(result_of("late-wall"), 120.5 * 3600)


@kept("map-night-shift-zh-screen")
def test_a_schematic_for_a_screen():
    return draw_map(result_of("night-shift"), 45 * 60.0, Look("zh", Sheet.SCREEN))


@kept("map-power-loss-en-a4")
def test_pumps_and_gates_without_power():
    return draw_map(result_of("power-loss"), 3000.0)


@kept("map-first-park-en-a4")
def test_a_true_map():
    return draw_map(result_of(FIRST))


def park_with_places(across_m, count):
    """Pools of sub-areas A and B in a row, as many metres across; each has a catchment 100 m south of it."""
    step = across_m / (count - 1)
    places = [LocalPlace(number * step, 300.0 if number % 2 else 0.0) for number in range(count)]
    storages = [
        Storage(f"pool-{n}", Name(f"Pool {n}"), "plant", "pit", 100, plant="AB"[n >= count / 2], place=place)
        for n, place in enumerate(places)
    ]
    catchments = {
        f"yard-{n}": Catchment(
            f"yard-{n}", Name(f"Yard {n}"), 1e4, 0.9, f"pool-{n}", place=LocalPlace(place.x_m, place.y_m - 100)
        )
        for n, place in enumerate(places)
    }
    plants = {id: Plant(id, Name(id), f"Sub-area {id}") for id in "AB"}
    return Park.of(storages, plants=plants, catchments=catchments)


@pytest.mark.parametrize("look", LOOKS)
def test_a_true_map_shows_sub_areas_and_catchments(look):
    figure = draw_park_map(park_with_places(3000, 6), look)

    check_legible(figure)
    catchment = {"en": "catchment", "zh": "汇水区"}[look.language]
    assert {"Sub-area A", "Sub-area B", "Pool 0", catchment} <= words_of(figure)


@pytest.mark.parametrize("look", LOOKS)
def test_a_crowded_map_becomes_a_schematic_and_says_so(look):
    """30 pools within 60 m and a far one would be boxes far from their places on any sheet."""
    park = park_with_places(60, 30)
    far = Storage("far", Name("Far"), "plant", "pit", 100, place=LocalPlace(9000, 200))
    figure = draw_park_map(Park.of([*park.storages.values(), far], plants=park.plants), look)
    said = {"en": "boxes would lie on each other", "zh": "相互重叠"}

    check_legible(figure)
    assert any(said[look.language] in each for each in words_of(figure))


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
    words = words_of(draw_map(result_of("late-wall"), 1800.0))

    assert any(each.startswith("1  ") and "utfall 67" in each for each in words)


def test_a_map_says_who_is_on_the_way():
    """At T+20 min the park's team is bound for outfall 67, where it is from minute 28 on."""
    words = words_of(draw_map(result_of("late-wall"), 1200.0))

    assert any("utfall 67" in each and each.endswith("(on its way, there at T+28 min)") for each in words)
    assert "team on its way" in words


def test_the_legend_says_what_is_on_the_map_and_nothing_else():
    """Power goes at minute 4; nothing is stuck. The pump is a circle of its own, and flows have their units."""
    result = result_of("power-loss")
    before, after = (words_of(draw_map(result, at_s)) for at_s in (239.0, 240.0))

    assert "no power" not in before
    assert "no power" in after
    assert "stuck" not in after
    assert {"pump stopped", "gate or valve shut", "flow 2 m³/s", "accident pool"} <= after


def test_a_map_says_how_much_is_free():
    """The plants hold 636,700 m3; what the table says stands in them is not free."""
    result = result_of("power-loss")
    words = words_of(draw_map(result, 3000.0))
    stands = {row[1]: row[7] for row in map_table(result, 3000.0).rows if row[0] == "storage"}
    plants = [each for each in result.park.storages.values() if each.tier == "plant"]
    free = sum(each.holds_m3 - stands.get(each.id, 0.0) for each in plants)

    assert {f"{free:,.0f} m³ free", "of 636,700 m³"} <= words


def test_long_names_keep_their_beginning_and_their_end():
    """Names of a park often differ in their last word only."""
    short = shortened("Bund of the methanol tanks of works F-001", 12.0, 2)

    assert short.startswith("Bund")
    assert short.endswith("-001")
    assert "…" in short
    assert short.count("\n") == 1


def test_names_are_broken_evenly():
    assert balanced("Yanjia river section 1", 6.0, 19.0) == "Yanjia river\nsection 1"


def test_a_run_without_a_trace_says_so():
    case = case_of(FIRST)
    words = words_of(draw_map(run(case.park, case.scenario, trace=False)))

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


def test_the_table_says_what_does_not_work_and_who_is_on_the_way():
    table = map_table(result_of("power-loss"), 3000.0)
    rows = {(row[0], row[1]): dict(zip(table.header, row, strict=True)) for row in table.rows}

    assert rows["link", "dedicated-a"]["state"] == "no-power"
    assert rows["link", "dedicated-a"]["opening [-]"] == 0
    assert rows["link", "outfall-05"]["opening [-]"] == 1
    assert rows["crew", "park-duty"]["to"] == "outfall-05"
    early = map_table(result_of("power-loss"), 1500.0)
    assert ("crew on the way", "park-duty") in {tuple(row[:2]) for row in early.rows}


def test_the_table_of_a_park_has_places_as_they_are_written():
    table = park_map_table(load_park(ROOT / "docs/first-park/park.yaml"))
    rows = {row[1]: row for row in table.rows}

    assert tuple(rows["bund"]) == ("storage", "bund", "bund", "plant", "", "", 1500, 120, 420)
