"""Operation sheets as they are written, the pumps they lay and the crests they raise."""

import pytest

from sim.errors import Problems
from sim.load import load_case, load_park
from sim.park import Link, LinkKind, Name, Operation, Outlet, Place, Sheet


def test_sheet_with_everything_it_can_have(park):
    """
    No travel is written: the way follows from where brigade and outfall lie.
    """
    assert park.sheets["shut-outfall"] == Sheet(
        "shut-outfall", Name("Shut the outfall", "关闭排口"), "outfall", Operation.SHUT, crew="brigade",
        travel_s=None, work_s=180, power=True, works=0.95, check="no flow over the sill",
        texts={"person": Name("shift leader", "当班班长"), "start": Name("a call from the control room", "中控室通知"),
               "division": Name("two people go, one reports"), "handling": Name("turn the wheel until it stands still"),
               "means": Name("wheel key, radio")},
        tags=frozenset({"first-hour"}),
    )  # fmt: skip
    assert park.links["outfall"].place == Place(107.06, 29.8)


def test_sheet_of_the_control_room(park):
    """
    Nobody goes, nothing is needed, it is done at once and always works.
    """
    assert park.sheets["start-lift"] == Sheet(
        "start-lift", Name("start-lift"), "lift", Operation.START, crew="", travel_s=None, work_s=0,
        needs={}, power=False, works=1,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("operation", "opening"),
    [("shut", 0), ("stop", 0), ("open", 1), ("start", 1), ("set, opening: 40 %", 0.4), ("set, opening: shut", 0),
     ("seal", 0)],
)
def test_what_each_operation_sets_a_link_to(small, operation, opening):
    case = load_case(small / "fire.yaml", sets=[f"park.sheets.new={{facility: sluice, operation: {operation}}}"])

    assert case.park.sheets["new"].sets_to == opening


def test_set_with_travel_and_work(park):
    throttle = park.sheets["throttle"]

    assert (throttle.operation, throttle.opening) == (Operation.SET, 0.25)
    assert (throttle.crew, throttle.travel_s, throttle.work_s) == ("contractor", 600, 300)


def test_placed_pump_is_a_link_with_the_id_of_its_sheet(park):
    """
    It stands stopped until it is laid; 180 m3/h are 0.05 m3/s, 60 % of the pit are 30 m3.
    """
    sheet = park.sheets["lay-pump"]

    assert (sheet.facility, sheet.operation, sheet.sets_to) == ("lay-pump", Operation.PLACE, 1)
    assert sheet.needs == {"truck-pump": 1, "hose": 0.8}
    assert park.links["lay-pump"] == Link(
        "lay-pump", Name("lay-pump"), LinkKind.PUMP, "pit", "南池", capacity_m3_s=0.05, opening=0, lag_s=180,
        start_m3=30, stop_m3=10, back_pressure=True, outlet=Outlet.TOP, transfer=True, tags=frozenset({"mobile"}),
    )  # fmt: skip


def test_placed_pump_can_be_ordered_about_like_any_other(small):
    sets = ["park.sheets.halt={facility: lay-pump, operation: stop}", "openings.lay-pump=running"]
    case = load_case(small / "fire.yaml", sets=sets)

    assert case.park.sheets["halt"].facility == "lay-pump"
    assert case.scenario.openings["lay-pump"] == 1


def test_placed_pump_lies_where_the_storage_lies_that_it_empties(small):
    """
    So the brigade knows its way to the north pool.
    """
    pump = "{operation: place, crew: brigade, pump: {from: north.pool, to: treated, capacity: 1 m3/s}}"
    case = load_case(small / "fire.yaml", sets=[f"park.sheets.new={pump}"])

    assert case.park.links["new"].place == Place(107.1, 29.9)
    assert case.park.sheets["new"].travel_s is None


@pytest.mark.parametrize(("height", "more"), [("20 cm", 70), ("300 m3", 300), ("900 m3", 900), ("10 %", 70)])
def test_raised_crest(small, height, more):
    """
    20 cm on 350 m2 are 70 m3, and so is a tenth of the 700 m3 that the bund holds. It may be more than that.
    """
    case = load_case(small / "fire.yaml", sets=[f"park.sheets.raise-bund.raise={height}"])

    assert case.park.storages["bund"].raise_m3 == pytest.approx(more)
    assert case.park.sheets["raise-bund"].operation is Operation.RAISE
    assert case.park.sheets["lower-bund"].operation is Operation.LOWER


def test_raised_crest_of_a_surveyed_storage(small):
    """
    Above 2 m the pit goes on as it was: 40 m3 a metre.
    """
    sets = ["park.sheets.new={facility: pit, operation: raise, raise: 0.5 m}"]

    assert load_case(small / "fire.yaml", sets=sets).park.storages["pit"].raise_m3 == pytest.approx(20)


def test_plug_and_its_end(park):
    plug, unplug = park.sheets["plug"], park.sheets["unplug"]

    assert (plug.facility, plug.operation, plug.needs) == ("hole", Operation.SEAL, {"sandbags": 20})
    assert (unplug.facility, unplug.operation) == ("hole", Operation.UNSEAL)


def test_crest_that_no_sheet_raises(park):
    assert park.storages["pit"].raise_m3 == 0


def test_check_may_be_done_at_a_storage_and_at_a_spillway(small):
    case = load_case(small / "fire.yaml", sets=["park.sheets.new={facility: pit-spillway, operation: check}"])

    assert case.park.sheets["look"].facility == "drain"
    assert case.park.sheets["new"].facility == "pit-spillway"


def with_table(small, *rows):
    """The small park with a table of operation sheets."""
    path = small / "park.yaml"
    text = path.read_text(encoding="utf-8").replace("storages: pools.csv", "storages: pools.csv\n  sheets: cards.csv")
    path.write_text(text, encoding="utf-8")
    (small / "cards.csv").write_text("\n".join(rows), encoding="utf-8")
    return small


def test_sheets_from_a_table(small):
    with_table(
        small,
        "编号,facility,operation,crew,travel [min],needs.sandbags,needs.hose,person.zh,pump.from,pump.to,pump.capacity",
        "筑坝,bund,check,brigade,5,300,,班长,,,",
        "架泵,,place,contractor,10,,0.5,,pit,treated,36 m3/h",
    )
    park = load_park(small)

    assert park.sheets["筑坝"] == Sheet(
        "筑坝", Name("筑坝"), "bund", Operation.CHECK, crew="brigade", travel_s=300, needs={"sandbags": 300},
        texts={"person": Name(zh="班长")},
    )  # fmt: skip
    assert park.sheets["架泵"].needs == {"hose": 0.5}
    assert park.links["架泵"].capacity_m3_s == 0.01


@pytest.mark.parametrize(("column", "wanted"), [("needs", "needs.ID"), ("pump", "pump.from")])
def test_column_of_a_table_for_what_has_parts(small, column, wanted):
    with_table(small, f"id,operation,{column}", "x,check,")
    with pytest.raises(Problems) as caught:
        load_park(small)

    (message,) = caught.value.messages
    assert message.endswith(f"cards.csv:1:14: {column} has parts; name one a column, such as {wanted}")
