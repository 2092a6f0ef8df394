"""Reaches and receptors as they are written, and what is said when they are wrong."""

import pytest

from sim.errors import Problems
from sim.load import load_case
from sim.park import Name, Reach, Receptor

PARK = """\
id: p
tiers: {plant: {promise: nothing leaves}}
storages: {bund: {tier: plant, kind: bund, capacity: 100 m3, overflows_to: river}}
receivers: {river: {kind: out}, works: {kind: treated}}
reaches:
  upper: {from: river, width: 20 m, depth: 1.5 m, velocity: 0.5 m/s, slope: 0.5 ‰, length: 3 km}
  lower: {name: {en: Lower, zh: 下段}, from: upper, width: 30 m, depth: 2 m, velocity: 0.4 m/s, slope: 0.0004,
          length: 10 km, dispersion: 9 m2/s}
receptors:
  intake: {name: {en: Intake, zh: 取水口}, kind: water-intake, on: lower, at: 4 km, limit: 0.5 mg/L}
"""
SPILL = """\
park: .
horizon: 1 h
product: {name: oil, behaviour: floats, density: 0.905 g/cm3}
"""


@pytest.fixture
def write(tmp_path):
    """Write park and scenario, with one piece of the park changed, and load them."""

    def written(old="", new="", spill=SPILL):
        assert old in PARK
        (tmp_path / "park.yaml").write_text(PARK.replace(old, new, 1) if old else PARK, encoding="utf-8")
        (tmp_path / "spill.yaml").write_text(spill, encoding="utf-8")
        return load_case(tmp_path / "spill.yaml")

    return written


def test_everything_that_can_be_written(write):
    case = write()

    assert case.park.reaches == {
        "upper": Reach("upper", Name("upper"), "river", 20, 1.5, 0.5, 0.0005, 3000),
        "lower": Reach("lower", Name("Lower", "下段"), "upper", 30, 2, 0.4, 0.0004, 10_000, dispersion_m2_s=9),
    }
    assert case.park.receptors == {
        "intake": Receptor("intake", Name("Intake", "取水口"), "water-intake", "lower", 4000, 0.0005)
    }
    assert case.scenario.product.density_kg_m3 == 905


def test_without_a_density(write):
    assert write(spill="park: .\nhorizon: 1 h\n").scenario.product.density_kg_m3 is None


WRONG = [
    ("from: river,", "from: rivr,", "no receiver or reach is named 'rivr'; did you mean 'river'?"),
    ("from: river,", "from: works,",
     "'works' is a receiver of kind treated; a reach begins at one of kind out, or at a reach"),
    ("from: river,", "from: bund,", "'bund' is a storage; the id of a receiver or reach is wanted here"),
    ("from: upper,", "from: river,",
     "reach 'upper' begins at 'river' already; a river that parts is not played, so keep one"),
    ("from: river,", "from: lower,",
     "reaches lead round in a ring, upper -> lower -> upper; let one begin at a receiver"),
    ("  upper:", "  works:", "'works' is a receiver already; choose another id, and write from: works in the reach"),
    ("on: lower", "on: lowr", "no reach is named 'lowr'; did you mean 'lower'?"),
    ("at: 4 km", "at: 12 km",
     "12,000 m is beyond the end of 'lower', which is 10,000 m long; make the reach longer, or name one below it"),
    ("limit: 0.5 mg/L", "limit: 0.5", "0.5 has no unit; write mg/L or g/L behind it"),
    ("limit: 0.5 mg/L", "limit: 0.5 %", "0.5 % is a share; a concentration is wanted here, such as 0.5 mg/L"),
    ("slope: 0.5 ‰", "slope: 0", "must be more than 0, found 0"),
    ("dispersion: 9 m2/s", "dispersion: 9 m2", "9 m2 is an area; a dispersion is wanted here, such as 8.5 m2/s"),
    (", limit: 0.5 mg/L", "", "limit is missing; write limit: with a concentration such as 0.5 mg/L"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message"), WRONG, ids=[new for _, new, _ in WRONG])
def test_message(write, old, new, message):
    with pytest.raises(Problems) as caught:
        write(old, new)

    first = caught.value.messages[0]
    assert first.split(": ", 2)[2] == message


def test_density_with_the_wrong_unit(write):
    with pytest.raises(Problems) as caught:
        write(spill=SPILL.replace("0.905 g/cm3", "905"))

    (message,) = caught.value.messages
    assert message.endswith("product.density: 905 has no unit; write kg/m3 or g/cm3 behind it")
