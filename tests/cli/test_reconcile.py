"""`reconcile`: what differs, by how much, of what parts, and how it may have come about."""

import csv

import pytest

from sim.cli import main

PARK = """\
id: two-pools
tiers:
  plant: {promise: nothing leaves the plant}
storages:
  bund: {tier: plant, kind: bund, capacity: 600 m3, overflows_to: pool}
  pool: {tier: plant, kind: accident-pool, capacity: 1000 m3}
  works: {tier: plant, kind: treatment-plant, capacity: 5000 m3}
published:
  total: {sum: capacity, of: storages, where: {counts: true}, value: VALUE}
  pools: {count: storages, where: {kind: accident-pool}, value: 1}
"""


def reconcile(tmp_path, value, *more):
    (tmp_path / "park.yaml").write_text(PARK.replace("VALUE", value), encoding="utf-8")
    return main(["reconcile", str(tmp_path), *more])


@pytest.mark.parametrize(("value", "said"), [
    ("2600 m3", "counts pool twice"),                                   # 600 + 2 x 1,000
    ("1000 m3", "leaves bund out"),                                     # 1,600 - 600
    ("6600 m3", "counts the treatment plants' own basins"),             # 1,600 + 5,000
    ("1600 万m3", "the published figure is 10,000 times too large"),
    ("160 m3", "the published figure is 10 times too small"),
    ("10600 m3", "pool is 10 times too small here"),                    # 600 + 10 x 1,000
    ("1060 m3", "bund is 10 times too large here"),                     # 60 + 1,000
])  # fmt: skip
def test_a_difference_is_given_its_possible_reasons(value, said, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "120")

    assert reconcile(tmp_path, value) == 0

    out = " ".join(capsys.readouterr().out.split())
    assert f"possibly: {said}" in out.replace("possibly: the published figure ", "possibly: ") or said in out
    assert "pool: 1,000 m3" in out


def test_the_difference_is_told_in_cubic_metres_and_percent(tmp_path, monkeypatch, capsys):
    """
    1,600 - 2,000 = -400 m3, a fifth of 2,000; no single part explains it, and nothing is made up.
    """
    monkeypatch.setenv("COLUMNS", "120")

    assert reconcile(tmp_path, "2000 m3") == 0

    out = capsys.readouterr().out
    assert "total: published 2,000 m3, the 2 parts have 1,600 m3: off by -400 m3 (-20 %)" in out
    assert "possibly" not in out


def test_in_chinese(tmp_path, capsys):
    assert reconcile(tmp_path, "2600 m3", "--lang", "zh") == 0
    assert "可能：公布值把pool计了两次" in capsys.readouterr().out


def test_the_parts_add_up_in_the_table(tmp_path):
    """
    1,000 and 600 of 1,600 m3: 62.5 % and 37.5 %.
    """
    assert reconcile(tmp_path, "2600 m3", "--out", str(tmp_path / "out"), "--quiet") == 0

    with (tmp_path / "out/reconciliation-parts.csv").open(encoding="utf-8", newline="") as file:
        parts = {(row["total"], row["part"]): row for row in csv.DictReader(file)}
    assert {part: float(row["share of sum [%]"]) for (total, part), row in parts.items() if total == "total"} == {
        "bund": 37.5, "pool": 62.5,
    }  # fmt: skip
    assert float(parts["total", "pool"]["value"]) == 1000
    assert float(parts["pools", "pool"]["value"]) == 1
