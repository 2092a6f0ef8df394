"""A park of one pool and one main, and a scenario in rain of a storm formula, whose answers are closed forms.

    rain on 1 ha -> pool (600 m3) --over--> main (100 m3, public) --gate, shut at 10 min, and over--> out

6 m3 of product are in the pool from the first minute on, 1 % of it, so all that leaves it is accident water.
"""

from math import log10

from sim.load import Rereader, load_case
from sim.study import Storms

PARK = """\
id: one-pool
name: {en: One pool, zh: 一座池}
basis: assumed
source: made up for tests
tiers:
  plant: {name: {en: Plant, zh: 一级防控（企业）}, promise: nothing leaves the plant}
  public: {name: {en: Public facilities, zh: 二级防控（公共设施）}, promise: nothing leaves the public facilities}
storages:
  pool: {tier: plant, kind: accident-pool, capacity: 600 m3, overflows_to: main}
  main: {tier: public, kind: pipe, capacity: 100 m3, overflows_to: out}
links:
  gate: {name: {en: Gate, zh: 闸门}, kind: gate, from: main, to: out, capacity: 1 m3/s, opening: open}
  lift: {name: {en: Lift, zh: 泵}, kind: pump, from: pool, to: main, capacity: 10 L/s, transfer: true, opening: shut}
catchments:
  yard: {area: 1 ha, runoff: 100 %, drains_to: pool}
storm_formulas: {yubei-2017: {set: yubei-2017}}
sheets:
  gate-shut: {name: {en: Shut the gate, zh: 关闭闸门}, facility: gate, operation: shut, work: 1 min}
"""

SCENARIO = """\
name: {en: Rain on a pool, zh: 降雨入池}
park: park.yaml
horizon: 3 h
basis: assumed
source: made up for tests
releases:
  spill: {into: pool, at: 0 min, volume: 6 m3, over: 1 min}
rain:
  storm: {on: all, at: 0 min, formula: yubei-2017, period: 2 a, lasts: 1 h, shape: block}
actions:
  shut: {at: 10 min, shut: gate}
overrides:
  second: {faults.again: {storm: {on: all, at: 2 h, formula: yubei-2017, period: 1 a, lasts: 30 min, shape: block}}}
  no-formula: {rain: {storm: {on: all, at: 0 min, depths: [[1 h, 30 mm]]}}}
  chicago: {rain.storm.shape: chicago}
  relief: {actions.lift: {at: 0 min, start: lift}}
  long: {rain.storm.lasts: 4 h, horizon: 6 h}
"""


def written(folder):
    """The scenario file, with its park beside it."""
    (folder / "park.yaml").write_text(PARK, encoding="utf-8")
    (folder / "rain.yaml").write_text(SCENARIO, encoding="utf-8")
    return folder / "rain.yaml"


def storms_of(file, pick=None, rain="storm"):
    """Its storms, each read by the loader."""
    case, reader = load_case(file, pick), Rereader(file, pick)
    path = reader.formula_rains()[rain].path
    return Storms.of(case.park, case.scenario, rain, lambda period_a: reader.scenario(f"{path}.period={period_a!r} a"))


def rain_mm(period_a, minutes=60):
    """Yubei 2017 by hand: q = 1,111 (1 + 0.945 lg P) / (t + 9.713)^0.561 L/(s ha); 1 L/(s ha) is 0.006 mm a minute."""
    return 1111 * (1 + 0.945 * log10(period_a)) / (minutes + 9.713) ** 0.561 * 0.006 * minutes


def period_a(depth_mm):
    """The same the other way round, for an hour."""
    return 10 ** ((depth_mm / rain_mm(1) - 1) / 0.945)
