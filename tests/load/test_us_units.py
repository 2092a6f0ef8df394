"""Units of the USA in parks, scenarios and tables: the same values as SI, to 1e-9."""

import pytest

from sim.load import load_case

PARK = """\
id: us
tiers: {{plant: {{promise: nothing leaves}}}}
tables: {{storages: storages.csv}}
links: {{pump: {{kind: pump, from: bund, to: pool, capacity: {flow}, opening: stopped}}}}
catchments: {{yard: {{area: {area}, runoff: 90 %, drains_to: pool}}}}
"""
STORAGES = "id,tier,kind,capacity{unit},floor\npool,plant,accident-pool,{pool},{floor}\nbund,plant,bund,{bund},\n"
SCENARIO = """\
park: park.yaml
horizon: 6 h
starts: 2026-07-14 14:30 +08:00
product: {{name: dye, behaviour: mixes}}
initial: {{pool: {{rain: {initial}}}}}
releases: {{dye: {{into: bund, at: 0 min, volume: {spilt}, over: 1 h}}}}
rain: {{gauge: {{on: all, at: 0 min, table: gauge.csv}}}}
"""
RAIN = "time [min],{head}\n10,{depth}\n20,{depth}\n"
LEVELS = "storage,level,time\npool,{level},2026-07-14 14:20 +08:00\n"

US = {
    "flow": "250 gpm", "area": "4.15 acre", "unit": " [gal]", "pool": "100000", "bund": "84000", "floor": "10 ft",
    "initial": "1000 ft3", "spilt": "500 bbl", "head": "increment [in]", "depth": "0.5", "level": "20000 gal",
}  # fmt: skip
SI = {
    "flow": "0.946352946 m3/min", "area": "1.67944541532912 ha", "unit": " [L]", "pool": "378541.1784",
    "bund": "317974.589856", "floor": "3.048 m", "initial": "28.316846592 m3", "spilt": "79.493647464 m3",
    "head": "increment [mm]", "depth": "12.7", "level": "75.70823568 m3",
}  # fmt: skip


@pytest.fixture
def case(tmp_path, monkeypatch):
    """A case with these amounts."""

    def load(given, **more):
        folder = tmp_path / given["unit"].strip(" []")
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        texts = {"park.yaml": PARK, "storages.csv": STORAGES, "scenario.yaml": SCENARIO, "gauge.csv": RAIN,
                 "levels.csv": LEVELS}  # fmt: skip
        for name, text in texts.items():
            (folder / name).write_text(text.format(**given), encoding="utf-8")
        return load_case("scenario.yaml", **more)

    return load


def amounts(case):
    """Every amount that the files speak of, in SI."""
    park, scenario = case.park, case.scenario
    pool, bund = park.storages["pool"], park.storages["bund"]
    flows = [rate for inflow in scenario.inflows for rate in inflow.rates]
    return [pool.capacity_m3, pool.floor_m, bund.capacity_m3, scenario.initial["pool"]["rain"],
            park.links["pump"].capacity_m3_s, park.catchments["yard"].area_m2, *flows]  # fmt: skip


def test_units_of_the_usa_are_read_wherever_quantities_are(case):
    """
    100,000 gal = 378.54 m3, 10 ft = 3.048 m, 250 gpm, 4.15 acre, 500 bbl = 79.49 m3 in an hour, 0.5 in of rain in
    10 min.
    """
    one, other = amounts(case(US)), amounts(case(SI))

    assert one == pytest.approx(other, rel=1e-9)
    assert one[0] == pytest.approx(378.5411784, rel=1e-12)
    assert len(one) > 8


def test_and_in_a_table_of_levels(case):
    """
    20,000 gal = 75.71 m3 stand in the pool, by the table.
    """
    stands = [case(each, levels="levels.csv").scenario.initial["pool"]["rain"] for each in (US, SI)]

    assert stands == pytest.approx([75.70823568] * 2, rel=1e-9)
