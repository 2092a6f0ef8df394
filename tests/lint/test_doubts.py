"""What may be a slip, against numbers known beforehand."""

import pytest

from sim.called import Called
from sim.lint import Doubtful, find_doubts
from sim.park import Crew, Link, LinkKind, Name, Park, Prism, Shift, StageTable, Storage
from sim.report.doubts import doubt_lines
from sim.scenario import Action, Clock, Inflow, InflowKind, Scenario

HOUR = 3600.0


def river(opening=1.0, initial=60_000.0, **others):
    """The river with 60,000 m3 in it, and its gate for 8 m3/s."""
    section = Storage("river", Name("Middle river", "中心河"), "boundary", "river-section", 91_380 + 60_000,
                      initial={"river": initial})  # fmt: skip
    gate = Link("gate", Name("Gate"), LinkKind.GATE, "river", "out", 8.0, opening=opening)
    return Park.of([section, *others.pop("storages", ())], [gate, *others.pop("links", ())], **others)


def scenario(*actions, spill_at_s=0.0, flow_m3_s=0.8, hours=72, **others):
    """A base flow of 0.8 m3/s, and a spill that comes at some time."""
    base = Inflow("base", InflowKind.RIVER, ("river",), (1.0,), (0.0,), (flow_m3_s,))
    spill = Inflow("spill", InflowKind.RELEASE, ("river",), (1.0,), (spill_at_s, spill_at_s + 60), (1.0, 0.0))
    parts = {"inflows": (base, spill), "actions": actions, **others}
    return Scenario("s", Name("s"), hours * HOUR, **parts)


def shut(at_s):
    return Action("shut", Clock(at_s), 0.0, (("gate", 0.0),))


def test_a_rated_gate_empties_the_river():
    """
    60,000 m3 less 8 - 0.8 = 7.2 m3/s are gone after 8,333 s, 2 h 19 min.
    """
    (line,) = doubt_lines(Called(river(), scenario()))

    assert line == (
        "To check: Middle river: 8 m3/s can leave at the start and 800 L/s comes, so it is empty after 2 h 19 min "
        "unless it is shut before"
    )
    (zh,) = doubt_lines(Called(river(), scenario(), "zh"))
    assert "中心河：起始时可流出8 m3/s，来水800 L/s，若不提前关闭，2 h 19 min后排空" in zh


def test_shut_in_time_it_is_no_matter():
    """
    8,333 s lie between 2 h and 3 h.
    """
    assert find_doubts(river(), scenario(shut(2 * HOUR))) == ()
    assert len(find_doubts(river(), scenario(shut(3 * HOUR)))) == 1


def test_a_shut_section_fills_of_itself():
    """
    91,380 m3 of room take 0.8 m3/s for 114,225 s, 31 h 44 min: told when the spill comes after 40 h, not after 30 h.
    """
    assert find_doubts(river(opening=0.0), scenario(spill_at_s=30 * HOUR)) == ()
    (doubt,) = find_doubts(river(opening=0.0), scenario(spill_at_s=40 * HOUR))

    assert doubt.what is Doubtful.RUNS_FULL
    assert doubt.numbers["after_s"] == pytest.approx(114_225)


def test_a_section_below_another_is_not_judged():
    """
    What the upper one hands on is not known before the run; it is empty itself after 100,000 / (2 - 1.6) = 250,000 s.
    """
    upper = Storage("upper", Name("Upper"), "boundary", "river-section", 1e5, initial={"river": 1e5})
    weir = Link("sill", Name("Sill"), LinkKind.GATE, "upper", "river", 2.0)
    park = river(storages=(upper,), links=(weir,))
    both = Inflow("base", InflowKind.RIVER, ("river", "upper"), (1.0, 2.0), (0.0,), (0.8,))

    (doubt,) = find_doubts(park, Scenario("s", Name("s"), 72 * HOUR, inflows=(both,)))

    assert doubt.storages == ("upper",)
    assert doubt.numbers["after_s"] == pytest.approx(250_000)


@pytest.mark.parametrize(("kind", "what", "near"), [
    ("lagoon", Doubtful.OWN_KIND, None),
    ("应急水池", Doubtful.NEAR_KIND, "accident-pool"),
    ("accident-basin", Doubtful.NEAR_KIND, "accident-pool"),
])  # fmt: skip
def test_kinds_nobody_knows(kind, what, near):
    park = Park.of([Storage(f"p{k}", Name(f"Pool {k}"), "plant", kind, 100) for k in range(5)])

    (doubt,) = find_doubts(park)

    assert (doubt.what, doubt.words.get("near")) == (what, near)
    (line,) = doubt_lines(Called(park, None))
    assert f"kind '{kind}' (Pool 0, Pool 1, Pool 2 and 2 more) is a word of the park's own" in line


def test_a_bund_of_a_billionth():
    """
    1e-9 m3 are a drop; 0.5 m3 are a small pit.
    """
    storages = [Storage("bund", Name("Bund"), "plant", "bund", 1e-9), Storage("pit", Name("Pit"), "plant", "pit", 0.5)]

    assert [each.what for each in find_doubts(Park.of(storages))] == [Doubtful.SMALL]
    assert [each.storages for each in find_doubts(Park.of(storages))] == [("bund",)]


def test_a_table_that_ends_below_the_crest():
    """
    Surveyed to 3 m and 900 m3; the crest stands at 1,000 m3, which nobody surveyed.
    """
    table = StageTable((0, 1, 3), (0, 200, 900))
    pools = [Storage("low", Name("Low pool"), "plant", "basin", 1000, shape=table),
             Storage("whole", Name("Whole"), "plant", "basin", 900, shape=table),
             Storage("walls", Name("Walls"), "plant", "basin", 1000, shape=Prism(100))]  # fmt: skip

    (line,) = doubt_lines(Called(Park.of(pools), None))

    assert line == (
        "To check: the surveyed table of Low pool ends at 900 m3, its crest stands at 1,000 m3; between them the slope "
        "of the last two rows goes on"
    )


def rain(*steps_mm_h):
    """Hours of rain."""
    rates = [each / 1000 / HOUR for each in steps_mm_h]
    times = [k * HOUR for k in range(len(rates) + 1)]
    inflow = Inflow("storm", InflowKind.RAIN, ("pool",), (100.0,), tuple(times), (*rates, 0.0))
    return Scenario("s", Name("s"), 200 * HOUR, inflows=(inflow,))


@pytest.mark.parametrize(("steps", "found"), [
    ([1000 / 24] * 24, [(Doubtful.RAIN_DAY, 1.0)]),  # a metre of rain a day
    ([500 / 24] * 48, []),  # 500 mm in any 24 h, 1,000 mm in all
    ([530 / 24] * 48, []),
    ([10] * 30 + [100] * 5 + [10] * 30, [(Doubtful.RAIN_DAY, 0.69)]),  # 500 mm and 19 h of 10 mm round them
    ([0, 205], [(Doubtful.RAIN_HOUR, 0.205)]),
    ([0, 150, 150], []),
])  # fmt: skip
def test_rain_that_never_fell(steps, found):
    park = Park.of([Storage("pool", Name("Pool"), "plant", "basin", 900)])

    doubts = find_doubts(park, rain(*steps))

    assert [(each.what, pytest.approx(each.numbers["fallen_mm"])) for each in doubts] == [
        (what, pytest.approx(fallen_m)) for what, fallen_m in found
    ]


def test_whose_clock():
    """
    Told where somebody works in shifts, the park says nothing and `starts` has an offset; else there is nothing to ask.
    """
    night = Crew("duty", Name("Duty"), 2, shifts=(Shift(20 * HOUR, 8 * HOUR, 1),))
    silent, said = (river(0.0, 0.0, crews={"duty": night}, utc_offset_s=offset) for offset in (None, 8 * HOUR))
    told = scenario(starts="2025-07-14T11:30:00+00:00")

    assert [each.words for each in find_doubts(silent, told)] == [{"offset": "+00:00"}]
    assert find_doubts(said, told) == ()
    assert find_doubts(river(0.0, 0.0), told) == ()
    assert find_doubts(silent, scenario(starts="2025-07-14T11:30:00")) == ()
