"""What the files say arrives in the park and the scenario, in SI."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

import sim
from sim.load import Case, check_files, json_schema, load_case, load_park, load_scenario
from sim.park import (
    Basis,
    GateRating,
    LinkKind,
    Name,
    OrificeRating,
    Outlet,
    Place,
    Prism,
    Provenance,
    StageTable,
    Trapezoid,
    WeirRating,
)
from sim.scenario import Action, Behaviour, Clock, Inflow, InflowKind, Level, Limits, Product

HERE = Path(__file__).parent
SMALL = HERE / "small"
FIRE = SMALL / "fire.yaml"


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_storage(park):
    """
    5 % of what the bund holds, 800 - 100 m3, are 35 m3.
    """
    bund = park.storages["bund"]

    assert (bund.name, bund.tier, bund.kind, bund.plant) == (Name("Bund", "围堰"), "plant", "bund", "p07")
    assert (bund.capacity_m3, bund.dead_m3, bund.freeboard_m3) == (800, 100, 50)
    assert bund.initial == {"product": 35, "rain": 10}
    assert bund.shape == Prism(350)
    assert park.storages["pit"].shape == StageTable((0, 1, 2), (0, 10, 50))
    assert park.storages["river-1"].shape == Trapezoid(100, 8, 1.5)
    assert park.storages["drain"].length_m == 1500
    assert park.storages["drain"].counts is False
    assert park.storages["drain"].tags == {"rain-main"}


def test_rows_of_a_table(park):
    """
    The header's unit, 万m3, goes with the bare 1; the other row has a unit of its own.
    """
    north, south = park.storages["north.pool"], park.storages["南池"]

    assert (north.name, north.capacity_m3) == (Name("North pool", "北池"), 10_000)
    assert north.initial == {"rain": 500}  # 5 % of 10,000 m3
    assert north.tags == {"dedicated", "lined"}
    assert (south.name, south.capacity_m3, south.plant) == (Name(zh="南池"), 2000, "p07")


def test_pump(park):
    """
    36 m3/h are 0.01 m3/s; 2 m deep the pit holds 50 m3, and a fifth of that is 10 m3.
    """
    lift = park.links["lift"]

    assert (lift.kind, lift.source, lift.target) == (LinkKind.PUMP, "pit", "north.pool")
    assert (lift.capacity_m3_s, lift.opening, lift.lag_s) == (0.01, 1, 300)
    assert (lift.start_m3, lift.stop_m3) == (50, 10)
    assert (lift.back_pressure, lift.priority, lift.transfer, lift.outlet) == (True, 1, True, Outlet.BOTTOM)


def test_travel_time_from_length_and_velocity(park):
    """
    600 m at 1.2 m/s take 500 s.
    """
    assert park.links["outfall"].lag_s == pytest.approx(500)
    assert park.links["outfall"].length_m == 600
    assert park.links["outfall"].leak == 0.01


def test_ratings(park):
    assert park.links["sluice"].rating == GateRating(4, 2)
    assert park.links["sluice"].opening == 0.4
    assert park.links["hole"].rating == OrificeRating(0.2, 0.3)
    assert park.links["hole"].opening == 1


def test_spillway_over_a_crest(park):
    """
    800 m3, silt and all, stand 2.286 m deep on 350 m2: there the crest is.
    """
    over = park.links["bund-spillway"]

    assert (over.kind, over.source, over.target) == (LinkKind.SPILLWAY, "bund", "pit")
    assert over.rating == WeirRating(length_m=5, crest_m=800 / 350, coefficient=0.36, head_m=0.4)
    assert (over.lag_s, over.outlet, over.transfer) == (120, Outlet.TOP, False)


def test_plain_overflow(park):
    over = park.links["pit-spillway"]

    assert (over.kind, over.source, over.target, over.rating) == (LinkKind.SPILLWAY, "pit", "drain", None)
    assert (over.lag_s, over.outlet) == (0, Outlet.TOP)


def test_the_rest_of_the_park(park):
    assert list(park.tiers) == ["plant", "public", "boundary"]
    assert park.tiers["plant"].promise == Name("nothing leaves the plant", "不出厂区")
    assert park.catchments["yard"].effective_m2 == pytest.approx(17_000)  # 20,000 m2 x 0.85
    assert set(park.receivers) == {"ground", "out", "treated", "recovered", "yangtze"}
    assert park.plants["p07"].hazardous is True
    assert park.plants["p07"].place == Place(107.05, 29.8)


def test_published_totals(park):
    """
    10,000 + 2,000 m3 of accident pools in the public tier are the 1.2 万m3 that were published.
    """
    pools, works = park.reconcile()

    assert (pools.published.value, pools.found, pools.published.source) == (12_000, 12_000, "case book")
    assert (works.published.value, works.found, works.published.field) == (1, 1, "count")


def test_basis_and_source_are_inherited(park):
    """
    Own, then the row's or block's, then the file's; a new basis leaves the old source behind.
    """
    known = {each.path: each for each in park.provenance}

    assert known["storages.bund.capacity"] == Provenance(
        "storages.bund.capacity", "800 m3", Basis.MEASURED, "survey"
    )
    assert known["storages.bund.dead"].source == "made up for tests"
    assert known["storages.bund.dead"].basis is Basis.ASSUMED
    assert known["storages.north.pool.capacity"] == Provenance(
        "storages.north.pool.capacity", "1 万m3", Basis.PUBLISHED, "inventory"
    )
    assert known["storages.river-1.shape.side_slope"].basis is Basis.PUBLISHED
    assert known["published.works.value"].basis is Basis.PUBLISHED
    assert known["published.pools.value"].source == "case book"


def test_a_new_basis_leaves_the_source_behind(small):
    change(small / "park.yaml", "{value: 800 m3, basis: measured, source: survey}", "{value: 800 m3, basis: designed}")
    known = {each.path: each for each in load_park(small).provenance}

    assert known["storages.bund.capacity"].basis is Basis.DESIGNED
    assert known["storages.bund.capacity"].source == ""


def test_every_number_has_a_basis(park):
    bund = [each.path for each in park.provenance if each.path.startswith("storages.bund.")]

    assert bund == [
        "storages.bund.capacity",
        "storages.bund.dead",
        "storages.bund.freeboard",
        "storages.bund.initial.product",
        "storages.bund.initial.rain",
        "storages.bund.shape.area",
        "storages.bund.spillway.coefficient",
        "storages.bund.spillway.crest",
        "storages.bund.spillway.head",
        "storages.bund.spillway.lag",
    ]


def test_releases(fire):
    """
    300 m3 in 20 min are 0.25 m3/s.
    """
    into, factors = ("bund",), (1.0,)

    assert fire.inflows[:3] == (
        Inflow("rupture", InflowKind.RELEASE, into, factors, (600, 1800), (0.25, 0)),
        Inflow("leak", InflowKind.RELEASE, into, factors, (0, 7200), (0.005, 0)),
        Inflow("jet", InflowKind.RELEASE, into, factors, (60, 1860, 3660), (0.005, 0.002, 0)),
    )


def test_fire_process_and_river_water(fire):
    inflows = {inflow.id: inflow for inflow in fire.inflows}

    assert inflows["monitors"].times_s == (600, 22_200)  # 10 min + 6 h
    assert inflows["monitors"].rates == (0.45, 0)
    assert inflows["reactor"].volume_m3(fire.horizon_s) == pytest.approx(12 * 36)
    assert inflows["base"].times_s == (0,)
    assert inflows["base"].rates == (5,)


def test_rain_on_all_catchments(fire):
    """
    9 mm on 17,000 + 9,000 m2 into the drain and on 6,000 m2 into the river: 234 and 54 m3.
    The first 3 mm fall in 600 s, 5e-6 m/s.
    """
    storm = next(inflow for inflow in fire.inflows if inflow.id == "storm")

    assert storm.into == ("drain", "river-1")
    assert storm.factors == pytest.approx((26_000, 6000))
    assert storm.times_s == (1800, 2400, 3000, 4200)
    assert storm.rates == pytest.approx((5e-6, 1e-5, 0, 0))
    assert storm.volume_m3(fire.horizon_s) == pytest.approx(234 + 54)


def test_rain_from_a_table(fire):
    """
    9.6 mm on the 26,000 m2 of yard and roofs are 249.6 m3; it starts after two hours.
    """
    shower = next(inflow for inflow in fire.inflows if inflow.id == "shower")

    assert shower.into == ("drain",)
    assert shower.times_s == (7200, 9000, 10_800)
    assert shower.volume_m3(fire.horizon_s) == pytest.approx(249.6)


def test_actions(fire):
    """
    1.5 m deep the pit holds 10 m3 and half of the next 40 m3.
    """
    assert fire.actions == (
        Action("close", Clock(1200), 300, (("outfall", 0.0), ("sluice", 0.4)), Name("Close the outfall.")),
        Action("lift", Level("pit", 30, rising=True), 0, (("lift", 1.0),)),
    )


def test_the_rest_of_the_scenario(fire):
    assert (fire.id, fire.name, fire.horizon_s) == ("fire", Name("Tank fire", "储罐火灾"), 72 * 3600)
    assert fire.product == Product(Name("styrene", "苯乙烯"), Behaviour.FLOATS)
    assert fire.limits == Limits(product_share=0.002, escape_m3=0.002, mixture_quantum=0.02)
    assert fire.openings == {"outfall": 0.05}
    assert fire.initial == {"南池": {"rain": 200}}
    assert fire.starts == "2025-07-14T14:20:00+08:00"


def test_case_is_park_and_scenario(park, fire):
    """
    With the ways for water that the scenario's faults bring.
    """
    case = load_case(FIRE)

    assert isinstance(case, Case)
    assert case.park == park.with_links(fire.links)
    assert case.scenario == fire


def test_pick_and_sets(park):
    """
    Later changes win; what an override says is assumed, on its word, unless it says better.
    """
    sets = ["horizon=24 h", "park.storages.bund.dead={value: 90 m3, basis: measured, source: sounding}"]
    case = load_case(FIRE, pick="worst", sets=[*sets, "horizon=12 h"])
    known = {each.path: each for each in (*case.park.provenance, *case.scenario.provenance)}

    assert case.scenario.horizon_s == 12 * 3600
    assert case.scenario.openings == {"outfall": 1}
    assert case.park.storages["north.pool"].capacity_m3 == 1500
    assert case.park.storages["bund"].dead_m3 == 90
    assert known["horizon"] == Provenance("horizon", "12 h", Basis.ASSUMED, "--set horizon=12 h")
    assert known["storages.north.pool.capacity"].source == "override flood"
    assert known["storages.bund.dead"].basis is Basis.MEASURED
    assert known["storages.bund.dead"].source == "sounding"
    assert load_case(FIRE, pick="open").scenario.openings == {"outfall": 1}


def test_changes_may_add_entries():
    """
    Single values, whole objects, and blocks that the file does not have.
    """
    sets = [
        "openings.lift=running",
        "initial.north.pool.rain=1 m3",
        "releases.second={into: pit, at: 0 min, rate: 1 L/s, lasts: 1 h}",
        "park.catchments.new.yard={area: 1 ha, runoff: 0.5, drains_to: drain}",
        "park.receivers.yangtze.name=River",
    ]
    scenario = load_scenario(FIRE, sets=sets[:3])
    case = load_case(FIRE, sets=sets[3:])

    assert scenario.openings == {"outfall": 0.05, "lift": 1}
    assert scenario.initial["north.pool"] == {"rain": 1}
    assert [inflow.id for inflow in scenario.inflows][:4] == ["rupture", "leak", "jet", "second"]
    assert case.park.catchments["new.yard"].area_m2 == 10_000
    assert case.park.receivers["yangtze"].name == Name("River")


@pytest.mark.parametrize(
    ("pick", "sets"),
    [
        (None, []),
        ("worst", ["horizon=24 h", "product.name={en: oil}", "park.storages.pit.shape={area: 10 m2}"]),
        ("open", ["basis=designed", "park.storages.basis=measured", "park.published.source=book"]),
        (None, ["releases.rupture={into: pit, at: 0 min, volume: {value: 5 m3, source: log}, over: 1 h}"]),
        (None, ["rain.storm.depths={value: [[1 h, 20 mm]], basis: measured, source: gauge}"]),
        (None, ["response.shut.when={detected: true}", "response.later.when=detected", "response.pump.after=5 min"]),
        (None, ["faults.wall={breaks: bund, rate: 5 L/s, at_level: 1 m}", "faults.last-storm.storm.on=yard"]),
        ("worst", ["park.sheets.lay-pump.pump.lag=1 min", "park.sheets.raise-bund.raise={value: 5 m3, source: x}"]),
        (None, ["park.crews.brigade.shifts={late: {from: 22:00, until: 6:00, teams: 0}}", "park.power_areas.b={}"]),
        (None, ["actions.close.text='12:00 # no \\u4e00: \"x\" \\u2028'"]),
    ],
)
def test_resolved_copies_load_again_to_the_same(tmp_path, pick, sets):
    case = load_case(FIRE, pick=pick, sets=sets)
    for name, text in case.resolved.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    again = load_case(tmp_path / "scenario.yaml")

    assert again.park == case.park
    assert again.scenario == case.scenario
    assert again.resolved == case.resolved
    assert again.inputs_hash == case.inputs_hash


def test_hash_is_that_of_the_resolved_texts():
    from hashlib import sha256

    case = load_case(FIRE)
    whole = "".join(f"{name}\0{text}\0" for name, text in sorted(case.resolved.items()))

    assert case.inputs_hash == sha256(whole.encode()).hexdigest()


ORDERED = ("tiers", "shifts", "releases", "fires", "process_water", "rain", "river", "actions", "response", "faults")
"""Collections whose order means something."""


def shuffled(data, keep=False):
    """Nested data with its keys the other way round, where their order means nothing."""
    if not isinstance(data, dict):
        return data
    keys = list(data) if keep else list(reversed(data))
    return {key: shuffled(data[key], keep=key in ORDERED) for key in keys}


def test_order_and_comments_and_place_do_not_matter(small):
    """
    Keys the other way round, YAML in another style, in another folder.
    """
    for name in ("park.yaml", "fire.yaml"):
        data = yaml.load((small / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        text = yaml.safe_dump(shuffled(data), allow_unicode=True, sort_keys=False, default_style='"')
        (small / name).write_text("# another comment\n" + text, encoding="utf-8")

    there, here = load_case(small / "fire.yaml", pick="worst"), load_case(FIRE, pick="worst")

    assert list(there.park.storages) != list(here.park.storages)
    assert there.park == here.park
    assert there.scenario == here.scenario
    assert there.inputs_hash == here.inputs_hash


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("park.yaml", "dead: 100 m3", "dead: 101 m3"),
        ("pools.csv", "2000 m3", "2001 m3"),
        ("storm.csv", "9.6", "9.7"),
        ("fire.yaml", "  lift: {when", "  lift2: {when"),
        ("park.yaml", "made up for tests", "made up"),
    ],
)
def test_hash_sees_every_change(small, name, old, new):
    change(small / name, old, new)

    assert load_case(small / "fire.yaml").inputs_hash != load_case(FIRE).inputs_hash


def test_order_of_actions_is_kept(small):
    """
    Of two actions at the same time the first in the file goes first, so their order is an input.
    """
    change(small / "fire.yaml", "  close: {at", "  zero: {at: 1 h, open: outfall}\n  close: {at")

    assert [action.id for action in load_scenario(small / "fire.yaml").actions] == ["zero", "close", "lift"]


@pytest.mark.parametrize(
    ("old", "new", "opening"),
    [("openings: {outfall: 5 %}", f"openings: {{outfall: {word}}}", opening) for word, opening in
     [("open", 1), ("shut", 0), ("running", 1), ("stopped", 0), ("0.25", 0.25), ("'25 %'", 0.25)]],
)  # fmt: skip
def test_openings_in_words(small, old, new, opening):
    change(small / "fire.yaml", old, new)

    assert load_scenario(small / "fire.yaml").openings == {"outfall": opening}


def test_text_never_changes_its_type(small):
    """
    YAML 1.1 makes 870, True, False and 8 of these.
    """
    change(small / "park.yaml", "sub_area: A, trade: dyes", "sub_area: NO, trade: 14:30, note: 010")
    change(small / "fire.yaml", "text: Close the outfall.", "text: on")
    plant = load_park(small).plants["p07"]

    assert (plant.trade, plant.note, plant.sub_area) == (Name("14:30"), "010", "NO")
    assert load_scenario(small / "fire.yaml").actions[0].text == Name("on")


def test_anchors_stand_for_what_they_name(small):
    change(small / "park.yaml", "area: 2 ha, runoff: 0.85", "area: &size 2 ha, runoff: 0.85")
    change(small / "park.yaml", "area: 3 ha", "area: *size")

    assert load_park(small).catchments["bank"].area_m2 == 20_000


def test_table_in_english_without_bom(small):
    head, south = "id,name,tier,kind,capacity [m3]", "南池,South,public,pit,7"
    rows = [head, 'north.pool,"North, ""old"" pool",public,pit,5', south]
    (small / "pools.csv").write_text("\n".join(rows), encoding="utf-8")
    park = load_park(small)

    assert park.storages["north.pool"].name == Name('North, "old" pool')
    assert park.storages["南池"].capacity_m3 == 7


def test_several_tables_of_one_kind(small):
    change(small / "park.yaml", "  storages: pools.csv", "  storages: [pools.csv, more.csv]")
    (small / "more.csv").write_text("id,tier,kind,capacity,shape.area\nmore,public,pit,5 m3,10 m2\n")

    assert load_park(small).storages["more"].shape == Prism(10)


def test_check_passes_what_is_right():
    check_files([SMALL, SMALL / "park.yaml", FIRE])


@pytest.mark.parametrize("kind", ["park", "scenario"])
def test_schema_describes_every_key(kind):
    """
    Every property has a sentence, and what the small park writes is known. Editors read YAML 1.2,
    where `on` and `20:00` are text; PyYAML needs quotes around them.
    """
    schema = json_schema(kind)
    text = (SMALL / {"park": "park.yaml", "scenario": "fire.yaml"}[kind]).read_text(encoding="utf-8")
    written = yaml.safe_load(re.sub(r"(?<=[ {])(on(?=:)|\d\d:\d\d(?=[,}]))", r'"\1"', text))

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert all(each.get("description") for key, each in schema["properties"].items() if key not in {"basis", "source"})
    assert list(faults_of(written, schema, schema)) == []
    json.dumps(schema)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("dead: 100 m3", "dead: 100"),
        ("dead: 100 m3", "dead: 100 L/s"),
        ("dead: 100 m3", "daed: 100 m3"),
        ("basis: assumed", "basis: guess"),
        ("    opening: stopped", "    opening: stoped"),
        ("    capacity: 36 m3/h\n", ""),
    ],
)
def test_schema_refuses_what_the_reader_refuses(old, new):
    schema = json_schema("park")
    text = (SMALL / "park.yaml").read_text(encoding="utf-8")
    assert old in text

    assert list(faults_of(yaml.safe_load(text.replace(old, new, 1)), schema, schema))


TYPES = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int, "boolean": bool}


def faults_of(data, schema, root):
    """What a JSON Schema finds wrong: as much of the standard as our schemas use."""
    if "$ref" in schema:
        yield from faults_of(data, root["$defs"][schema["$ref"].removeprefix("#/$defs/")], root)
    types = schema.get("type", list(TYPES))
    if not any(isinstance(data, TYPES[each]) for each in ([types] if isinstance(types, str) else types)):
        yield f"{data!r} is no {types}"
    if "enum" in schema and data not in schema["enum"]:
        yield f"{data!r} is none of {schema['enum']}"
    if "pattern" in schema and isinstance(data, str) and not re.search(schema["pattern"], data):
        yield f"{data!r} does not match"
    for key, wanted in (("anyOf", range(1, 99)), ("oneOf", [1])):
        if key in schema and sum(not list(faults_of(data, each, root)) for each in schema[key]) not in wanted:
            yield f"{data!r}: {key}"
    for each in schema.get("allOf", []):
        yield from faults_of(data, each, root)
    if isinstance(data, dict):
        yield from faults_of_keys(data, schema, root)
    for item in data if isinstance(data, list) and "items" in schema else []:
        yield from faults_of(item, schema["items"], root)


def faults_of_keys(data, schema, root):
    """The part of `faults_of` for objects."""
    yield from (f"{key} is missing" for key in schema.get("required", []) if key not in data)
    for key, value in data.items():
        fitting = [each for pattern, each in schema.get("patternProperties", {}).items() if re.search(pattern, key)]
        fitting += [schema["properties"][key]] if key in schema.get("properties", {}) else []
        if not fitting and schema.get("additionalProperties") is False:
            yield f"{key} is unknown"
        for each in fitting:
            yield from faults_of(value, each, root)


def test_package_offers_its_door():
    """
    Names are imported when they are first asked for: `import sim` alone loads no YAML.
    """
    code = "import sim, sys; print('yaml' in sys.modules, sim.load_park.__module__, 'yaml' in sys.modules, dir(sim))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HERE.parents[1])

    door = "['Result', '__version__', 'load_park', 'load_result', 'load_scenario', 'run']"
    assert done.stdout.strip() == f"False sim.load.loading False {door}"
    with pytest.raises(AttributeError, match="module 'sim' has no attribute 'load_prak'"):
        sim.load_prak


def test_version_is_that_of_the_project():
    project = tomllib.loads((HERE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert sim.__version__ == project["version"]
