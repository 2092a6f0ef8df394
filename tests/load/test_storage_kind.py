"""Kinds of storages as Chinese inventories write them."""

import pytest

from sim.load import load_case, load_park
from sim.park.storage_kind import CALLED_KIND, CHINESE

ENGLISH = """\
id: kinds
tiers: {plant: {promise: 不出厂区}, public: {promise: 不出公共设施}, boundary: {promise: 不出园区}}
plants: {a: {name: 甲厂}}
storages:
  围堰a: {tier: plant, kind: bund, plant: a, capacity: 1000 m3, shape: {area: 1000 m2}, overflows_to: 池a}
  池a: {tier: plant, kind: accident-pool, plant: a, capacity: 500 m3, overflows_to: 厂a}
  厂a: {tier: public, kind: treatment-plant, capacity: 5000 m3, overflows_to: 河}
  河: {tier: boundary, kind: river-section, capacity: 20000 m3, initial: {river: 4000 m3}, overflows_to: out}
links:
  闸: {kind: gate, from: 河, to: out, capacity: 0.5 m3/s, opening: shut}
catchments:
  场地: {area: 1 ha, runoff: 0.9, drains_to: 池a}
published:
  pools: {sum: capacity, of: storages, where: {kind: accident-pool}, value: 500 m3}
sizing:
  a: {groups: {g: {largest_tank: 800 m3, fire_water_total: 900 m3}}, process_water: 0 m3,
      rain: {annual: 1000 mm, days: 100, depth: 50 mm}}
"""
SCENARIO = """\
id: t
park: park.yaml
horizon: 24 h
product: {name: p, behaviour: mixes}
releases: {r: {into: 围堰a, at: 0 min, volume: 3000 m3, over: 1 h}}
"""
WORDS = {"bund": "围堰", "accident-pool": "事故应急池", "treatment-plant": "污水处理厂", "river-section": "河道"}


def park_file(folder, words):
    """The park with other words for its kinds."""
    text = ENGLISH
    for english, chinese in words.items():
        text = text.replace(f"kind: {english}", f"kind: {chinese}")
    folder.mkdir()
    (folder / "park.yaml").write_text(text, encoding="utf-8")
    (folder / "s.yaml").write_text(SCENARIO, encoding="utf-8")
    return folder


def test_chinese_kinds_are_the_english_ones(tmp_path):
    """
    The cases chinese-kinds and size-chinese-kinds: the same files after reading, so the same answers; the treatment
    plant does not count, 500 m3 of pool do.
    """
    english, chinese = (load_case(park_file(tmp_path / name, words) / "s.yaml")
                        for name, words in (("en", {}), ("zh", WORDS)))  # fmt: skip

    assert chinese.resolved == english.resolved
    assert chinese.park == english.park
    assert chinese.sheets == english.sheets
    assert not chinese.park.storages["厂a"].counts
    assert [space.volume_m3 for space in chinese.sheets["a"].spaces] == [500]
    assert [bund.id for bund in chinese.sheets["a"].bunds] == ["围堰a"]
    (total,) = chinese.park.reconcile()
    assert total.agrees


@pytest.mark.parametrize("word", ["防火堤", " 围堰 "])
def test_a_word_with_blanks_round_it(tmp_path, word):
    folder = park_file(tmp_path / "p", {"bund": f"'{word}'"})

    assert load_park(folder).storages["围堰a"].kind == "bund"


def test_every_word_has_one_meaning():
    assert len(CALLED_KIND) == sum(map(len, CHINESE.values()))
