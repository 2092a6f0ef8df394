"""The figures of a run: legible whatever the run, and with the record's numbers."""

from functools import cache

import pytest

from sim.park import ORIGINS
from sim.report.figures import (
    Look,
    Sheet,
    as_files,
    draw_fault_matrix,
    draw_gantt,
    draw_race,
    draw_sankey,
    draw_waterfall,
    gantt_table,
    race_table,
    sankey,
    sankey_table,
    waterfall_table,
)
from sim.report.figures.every import SORTS, Found
from sim.report.figures.water_ways import SOURCE, columns, flows
from sim.result import run
from sim.study import fault_table
from tests.report.figures.looks import check_legible, kept, texts
from tests.shipped import FILES, case_of, deadlines_of, result_of

NAMES = sorted(FILES)
LOOKS = [Look(language, sheet) for language in ("en", "zh") for sheet in Sheet]


def found(name):
    return Found(result_of(name), deadlines_of(name))


@cache
def with_faults(name):
    result = found(name).result
    faults = fault_table(result.park, result.scenario, sorts=("gate", "valve", "power", "crew"))
    return Found(result, found(name).deadlines, faults)


@pytest.mark.parametrize("figure", ["waterfall", "race", "gantt", "sankey"])
@pytest.mark.parametrize("name", NAMES)
def test_no_two_texts_overlap(name, figure):
    for look in LOOKS:
        check_legible(SORTS[figure].draw(found(name), look))


@pytest.mark.parametrize("name", ["night-shift", "storm-relief"])
def test_no_two_texts_of_the_matrix_overlap(name):
    for look in LOOKS:
        check_legible(SORTS["faults"].draw(with_faults(name), look))


@pytest.mark.parametrize("name", NAMES)
def test_every_cubic_metre_has_a_way(name):
    """
    What the sources of the diagram bring is what its ends hold, and what the ledger says of those storages; each thing
    in between passes on what it is given.
    """
    result = found(name).result
    ways = flows(result.park, result.record)
    came = sum(each.volume_m3 for each in ways if each.source[0] == SOURCE)
    ended = sum(each.volume_m3 for each in ways if each.target[0] in ("end", "stays"))
    between = {each.target for each in ways} & {each.source for each in ways}

    assert came == pytest.approx(ended, abs=1e-6 * max(1.0, came / 1e6))
    for node in between:
        into = sum(each.volume_m3 for each in ways if each.target == node)
        out_of = sum(each.volume_m3 for each in ways if each.source == node)
        assert into == pytest.approx(out_of, abs=1e-5), node


def test_the_ways_of_the_night_shift_are_those_of_its_record():
    """
    1.25 m3/s for 20 min are 1,500 m3 of product, which is all that the sources of the diagram bring of it.
    """
    ways = flows(found("night-shift").result.park, found("night-shift").result.record)
    product = sum(each.volume[ORIGINS.index("product")] for each in ways if each.source == (SOURCE, "product"))

    assert product == pytest.approx(1500, abs=1e-6)


def test_the_waterfall_balances_tier_by_tier():
    """
    What goes on from a tier is what was on its way, and what came, less what stays, is taken, or leaves.
    """
    for name in NAMES:
        table = waterfall_table(found(name).result)
        on_its_way = 0.0
        for row in table.rows:
            cells = dict(zip(table.header, row, strict=True))
            came = sum(cells[f"came {origin} [m3]"] for origin in ORIGINS if origin != "river")
            left = sum(cells[f"{key} [m3]"] for key in ("stays", "treated or recovered", "left the park", "elsewhere"))
            assert cells["goes on [m3]"] == pytest.approx(on_its_way + came - left, abs=1e-5)
            on_its_way = cells["goes on [m3]"]
        assert on_its_way == pytest.approx(0, abs=1e-4), name


def test_the_waterfall_says_what_escaped_of_the_night_shift():
    """
    1,152 m3 over the rain valve, 86 m3 over outfall 18, as the verdict has it.
    """
    words = " ".join(each for each, _ in texts(draw_waterfall(found("night-shift").result)))

    assert "= 1,152 m³" in words
    assert "1,152 m³ escaped" in words
    assert "= 86 m³" in words


def test_the_race_says_how_much_time_was_left():
    """
    Storm relief, by its deadlines: rain valve 5 min, pool valve 28 min, transfer 2 h.
    """
    it = found("storm-relief")
    words = [each for each, _ in texts(draw_race(it.result, it.deadlines))]
    table = race_table(it.result, it.deadlines)
    spare = {row[0]: row[-1] for row in table.rows if row[1] == "plant"}

    assert {"5 min to spare", "28 min to spare", "2 h to spare"} <= set(words)
    assert spare["shut-rain-valve"] == pytest.approx(300, abs=1)


def test_the_gantt_has_every_job_with_its_end():
    """
    Outfall 19 hangs in its guide: its job fails at 6,600 s, 20 min after the team was there at 6,000 s or so.
    """
    table = gantt_table(found("night-shift").result)
    rows = {row[0]: dict(zip(table.header, row, strict=True)) for row in table.rows}
    orders = {each.subject for each in found("night-shift").result.events if each.what == "order"}

    assert set(rows) == orders
    assert rows["outfall-19-shut"]["outcome"] == "failed"
    assert rows["outfall-19-shut"]["ended at [s]"] == 6600
    assert rows["outfall-18-shut"]["begun at [s]"] == 2700
    assert rows["outfall-18-shut"]["leaves at [s]"] == 1500


def test_the_matrix_has_a_row_for_what_does_harm():
    it = with_faults("night-shift")
    words = " ".join(each for each, _ in texts(draw_fault_matrix(it.result, it.faults)))
    harmful = [each for each in it.faults.singles if each.worse]

    assert harmful
    assert all(each.faults[0] in words.replace("\n", " ") for each in harmful)


def test_tables_stand_behind_the_figures():
    it = with_faults("night-shift")
    for name, sort in SORTS.items():
        table = sort.table(it)
        assert table.rows, name
        assert all(len(row) == len(table.header) for row in table.rows), name


def test_the_same_figure_gives_the_same_bytes():
    it = found("tank-fire")
    first, second = (as_files("x", draw_sankey(it.result), ("png", "svg", "pdf")) for _ in range(2))

    assert first == second
    assert sorted(first) == ["x.pdf", "x.png", "x.svg"]


def test_the_order_of_a_set_is_not_seen(monkeypatch):
    """
    Things of the Sankey diagram come out of a set, whose order is another in every process.
    """
    result = found("boundary-breach").result
    first = as_files("x", draw_sankey(result, LOOKS[-1]), ("png",))
    monkeypatch.setattr(sankey, "columns", lambda *args: dict(reversed(columns(*args).items())))

    assert as_files("x", draw_sankey(result, LOOKS[-1]), ("png",)) == first


def test_a_run_without_a_trace_is_drawn_all_the_same():
    case = case_of("night-shift")
    it = Found(run(case.park, case.scenario, trace=False), (), with_faults("night-shift").faults)
    for sort in SORTS.values():
        check_legible(sort.draw(it, Look()))
        sort.table(it)


def test_the_sankey_s_table_adds_up():
    table = sankey_table(found("storm-relief").result)
    whole = {sort: sum(row[-1] for row in table.rows if row[place].partition(":")[0] in names)
             for sort, place, names in (("came", 0, ["source"]), ("ended", 1, ["end", "stays"]))}  # fmt: skip

    assert whole["came"] == pytest.approx(whole["ended"], abs=1e-6)


@kept("sankey-en")
def test_sankey_looks_as_before():
    return draw_sankey(found("storm-relief").result)


@kept("sankey-zh")
def test_sankey_looks_as_before_zh():
    return draw_sankey(found("boundary-breach").result, Look("zh", Sheet.SCREEN))


@kept("waterfall-en")
def test_waterfall_looks_as_before():
    return draw_waterfall(found("night-shift").result)


@kept("waterfall-zh")
def test_waterfall_looks_as_before_zh():
    return draw_waterfall(found("boundary-breach").result, Look("zh"))


@kept("race-en")
def test_race_looks_as_before():
    return draw_race(found("night-shift").result, found("night-shift").deadlines)


@kept("race-zh")
def test_race_looks_as_before_zh():
    return draw_race(found("storm-relief").result, found("storm-relief").deadlines, Look("zh", Sheet.SCREEN))


@kept("gantt-en")
def test_gantt_looks_as_before():
    return draw_gantt(found("night-shift").result)


@kept("gantt-zh")
def test_gantt_looks_as_before_zh():
    return draw_gantt(found("power-loss").result, Look("zh", Sheet.SCREEN))


@kept("faults-en")
def test_matrix_looks_as_before():
    return draw_fault_matrix(with_faults("night-shift").result, with_faults("night-shift").faults)


@kept("faults-zh")
def test_matrix_looks_as_before_zh():
    return draw_fault_matrix(with_faults("storm-relief").result, with_faults("storm-relief").faults, Look("zh"))
