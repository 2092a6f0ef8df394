"""Rain tables: what fell by then, in each step, or how hard; by what the column is called."""

import pytest

from sim.errors import Problems
from sim.load import load_case
from sim.units import SECONDS_A_MINUTE

PARK = """
id: hyeto
tiers: {plant: {name: Works, promise: nothing leaves}}
storages: {pool: {tier: plant, kind: accident-pool, capacity: 10000 m3, overflows_to: ground}}
catchments: {yard: {area: 10 ha, runoff: 0.9, drains_to: pool}}
"""
STORM = """
park: park.yaml
horizon: 6 h
product: {name: dye, behaviour: mixes}
releases: {dye: {into: pool, at: 0 min, volume: 1 m3, over: 1 min}}
rain: {gauge: {on: all, at: 0 min, table: gauge.csv}}
"""


@pytest.fixture
def gauge(tmp_path, monkeypatch):
    """The case of a storm whose table is this."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "storm.yaml").write_text(STORM, encoding="utf-8")

    def load(head, *rows):
        (tmp_path / "gauge.csv").write_text("\n".join([head, *rows]), encoding="utf-8")
        return load_case("storm.yaml")

    return load


def runoff_m3(case):
    """What runs off in all, and what of it in the first ten minutes."""
    (rain,) = (each for each in case.scenario.inflows if each.id == "gauge")
    spans = zip(rain.times_s, [*rain.times_s[1:], rain.times_s[-1]], rain.rates, strict=True)
    fallen = [(until - at) * rate * rain.factors[0] for at, until, rate in spans]
    assert rain.times_s[1] == 10 * SECONDS_A_MINUTE
    return sum(fallen), fallen[0]


EVEN = [f"{k * 10},3" for k in range(1, 7)]


@pytest.mark.parametrize(
    "head", ["雨量（mm）", "时段雨量（mm）", "雨量/mm", "降雨量(mm)", "increment [mm]", "rainfall [mm]"]
)
def test_depths_of_steps_are_added_up(gauge, head):
    """
    rain-increments: six times 3 mm on 10 ha x 0.9 are 18 mm x 90,000 m2 = 1,620 m3, 270 of them in the first step.
    """
    assert runoff_m3(gauge(f"时间（min）,{head}", *EVEN)) == pytest.approx((1620, 270))


@pytest.mark.parametrize("head", ["累计雨量（mm）", "depth [mm]", "累计降雨量/mm"])
def test_depths_fallen_by_then_are_what_they_are(gauge, head):
    """
    9.6 mm x 90,000 m2 = 864 m3, 3 mm of them in the first step.
    """
    assert runoff_m3(gauge(f"时间（min）,{head}", "10,3", "20,9", "30,9.6")) == pytest.approx((864, 270))


def test_a_sum_that_never_grows_is_told(gauge):
    """
    As it stands 3 mm fell in all: 270 m3.
    """
    case = gauge("time [min],depth [mm]", *EVEN)

    assert runoff_m3(case) == pytest.approx((270, 270))
    assert "nothing falls after the first row; for what fell in each step name the column increment" in (
        case.scenario.notes[0].en
    )


@pytest.mark.parametrize(
    ("rows", "whole", "first"),
    [
        (["10,18", "20,36", "30,0"], 810, 270),  # up to their times: 3 and 6 mm
        (["0,18", "10,36", "20,0"], 810, 270),  # from their times on: the same
        (["0,0", "10,54", "20,0"], 810, 0),
    ],
)
def test_intensities(gauge, rows, whole, first):
    """
    18 mm/h for ten minutes are 3 mm, or 270 m3; 36 mm/h 540 m3.
    """
    assert runoff_m3(gauge("时间（min）,雨强（mm/h）", *rows)) == pytest.approx((whole, first))


def test_a_scenario_keeps_what_had_fallen_by_then(gauge):
    """
    The resolved copy loads again without the table.
    """
    case = gauge("时间（min）,雨量（mm）", "10,3", "20,0.1", "30,0")

    resolved = " ".join(case.resolved["scenario.yaml"].split())
    assert all(depth in resolved for depth in ("3 mm", "3.1 mm"))
    assert runoff_m3(case) == pytest.approx((279, 270))


@pytest.mark.parametrize(
    ("head", "rows", "message"),
    [
        ("时间（min）,雨量（mm）", ["10,3", "20,9", "30,9.6"],
         ("gauge.csv:1:9: 雨量 may be what fell in each step or what had fallen by then, and these grow as a sum "
          "would; name the column increment (时段雨量) or depth (累计雨量)")),
        ("time [min],depth [mm]", ["10,3", "20,9", "30,4"],
         ("gauge.csv:4:4: depth [mm] is what had fallen by then, and cannot become less; found 4 mm. For what fell in "
          "each step name the column increment (时段雨量)")),
        ("time [min],increment [mm]", ["0,3", "10,3"],
         "gauge.csv:2:3: 3 mm at the time 0: depths of steps stand at their ends; put all times one step later"),
        ("time [min],intensity [mm/h]", ["0,18", "10,36"],
         "gauge.csv:3:4: 36 mm/h holds from its time on, and nobody knows how long; end with a row in which it is 0"),
        ("time [min],intensity [mm/h]", ["5,18", "30,36"],
         "gauge.csv:2:1: the first step, from the time 0, is not as long as the next; begin with a row at 0 min"),
        ("time [min],increment [mm]", ["10,3", "10,4"],
         "gauge.csv:3:1: time: must be more than in the row before, 10 min; found 10 min"),
        ("time [min],increment [mm]", ["10,3", "20,", "30,x"],
         "is missing"),
        ("time [min],雨量（mm/h）", ["10,3"],
         "gauge.csv:1:12: the unit of the column: 1 mm/h is a speed; a length is wanted here, such as 1.5 m"),
    ],
)  # fmt: skip
def test_what_could_be_either_is_asked(gauge, head, rows, message):
    with pytest.raises(Problems) as caught:
        gauge(head, *rows)

    if "is missing" in message:
        assert caught.value.messages == [
            "gauge.csv:3:1: increment is missing in this row; write a length such as 1.5 m",
            "gauge.csv:4:4: increment: 'x' is not a length; write a number with its unit, such as 1.5 m",
        ]
    else:
        assert caught.value.messages == [message]


def test_of_two_columns_of_rain_the_sum_is_read_and_that_is_told(gauge):
    """
    A gauge gives both; 3 + 6 mm are 9 mm.
    """
    case = gauge("时间（min）,雨量（mm）,累计雨量（mm）", "10,3,3", "20,6,9")

    assert runoff_m3(case) == pytest.approx((810, 270))
    assert case.scenario.notes[0].en == "gauge.csv: of the columns of rain depth is read, not rain"


def test_a_workbook(gauge, tmp_path):
    from tests.load.books import book

    gauge("time [min],depth [mm]", "10,3")
    book(tmp_path / "gauge.csv", ("雨量站月报",), ("时间（min）", "雨量（mm）"), *((k * 10, 3) for k in range(1, 7)))

    assert runoff_m3(load_case("storm.yaml")) == pytest.approx((1620, 270))
