"""A small park and two scenarios in it, in a folder where we stand.

    product 2 m3/s -> bund (600 m3) --spillway--> pool (1000 m3)

`spill` lasts 400 s: 200 m3 go over, the plant is breached. `drip` lasts 200 s and stays in the bund.
"""

import pytest

PARK = """\
id: two-pools
basis: assumed
source: made up for tests
tiers:
  plant: {promise: nothing leaves the plant}
  public: {promise: nothing leaves the public facilities}
storages:
  bund: {tier: plant, kind: bund, capacity: 600 m3, overflows_to: pool}
  pool: {tier: public, kind: accident-pool, capacity: 1000 m3}
links:
  drain: {kind: pump, from: pool, to: treated, capacity: 10 L/s, opening: stopped}
published:
  pools: {sum: capacity, of: storages, where: {kind: accident-pool}, value: 1200 m3, source: case book}
"""

SPILL = """\
park: ..
horizon: 1 h
basis: assumed
source: made up for tests
releases:
  spill: {into: bund, at: 0 min, rate: 2 m3/s, lasts: 400 s}
actions:
  pump: {at: 10 min, start: drain}
overrides:
  short: {releases.spill.lasts: 200 s}
scenarios:
  drip: [short]
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """The folder."""
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "park.yaml").write_text(PARK, encoding="utf-8")
    (tmp_path / "scenarios" / "spill.yaml").write_text(SPILL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
