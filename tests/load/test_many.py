"""Files with very much in them, or very much wrong: the work grows with the file, and nobody is shown it all."""

import pytest

from sim.errors import MOST_SHOWN, Problems
from sim.load import load_park
from sim.load.kinds.blocks import Many
from sim.load.loading import held_by
from sim.words.say import said

PARK = """\
id: one
basis: assumed
tiers: {public: {promise: nothing leaves}}
storages: {pool: {tier: public, kind: accident-pool, capacity: 3000 m3}}
"""


def many(folder, count):
    """A scenario with so many overrides and as many named scenarios, of the case many-overrides."""
    (folder / "park.yaml").write_text(PARK, encoding="utf-8")
    overrides = "".join(f"  o{k}: {{park.storages.pool.capacity: {1000 + k} m3}}\n" for k in range(count))
    scenarios = "".join(f"  s{k}: [o{k}]\n" for k in range(count))
    text = f"name: Many\npark: .\nhorizon: 24 h\noverrides:\n{overrides}scenarios:\n{scenarios}"
    (folder / "many.yaml").write_text(text, encoding="utf-8")
    return folder / "many.yaml"


@pytest.mark.parametrize("count", [10, 40])
def test_named_scenarios_are_read_once(tmp_path, monkeypatch, count):
    """
    As many lists are read as there are named scenarios, not once more for each of them that is tried.
    """
    read = []
    monkeypatch.setattr(Many, "read", lambda self, node, spot: read.append(spot.path) or ())

    (held,) = held_by([many(tmp_path, count)])

    assert len(held.picked) == count
    assert [park.storages["pool"].capacity_m3 for park, _ in held.picked.values()] == [1000 + k for k in range(count)]
    assert len([path for path in read if path.startswith("scenarios.")]) == count


def test_a_wrong_name_in_a_scenario_is_still_told_once(tmp_path):
    path = many(tmp_path, 3)
    path.write_text(path.read_text(encoding="utf-8").replace("s1: [o1]", "s1: [o9]"), encoding="utf-8")

    with pytest.raises(Problems) as caught:
        held_by([path])

    (message,) = caught.value.messages
    assert message.endswith("scenarios.s1: no override is named 'o9'; there are o0, o1, o2")


def wrong(folder, count):
    """The problems of a table with so many rows of a tier that is not there, of the case a-thousand-problems."""
    text = "id: many\nbasis: assumed\ntiers: {plant: {promise: x}}\ntables: {storages: [storages.csv]}\n"
    (folder / "park.yaml").write_text(text, encoding="utf-8")
    rows = "".join(f"s{k},basin,plnat,{k + 1}\n" for k in range(count))
    (folder / "storages.csv").write_text(f"id,kind,tier,capacity\n{rows}", encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_park(folder)
    return caught.value


def test_of_a_thousand_problems_two_hundred_are_shown(tmp_path):
    """
    Two a row are 2,000: their number, 200 of them, and that there are 1,800 more.
    """
    problems = wrong(tmp_path, 1000)
    lines = str(problems).splitlines()

    assert len(problems.messages) == 2000
    assert (len(lines), lines[0], lines[-1]) == (MOST_SHOWN + 2, "2000 problems:", "  and 1800 more")
    assert said(problems.message, "zh").splitlines()[-1] == "  另有1800个未列出"


def test_the_problems_of_a_row_are_said_in_chinese(tmp_path):
    """
    With the place of each before it.
    """
    tier, capacity = (said(each, "zh").split(": ", 1)[1] for each in wrong(tmp_path, 1).messages)

    assert tier == "storages.s0.tier: 没有名为“plnat”的防线；是否为“plant”？"
    assert capacity == "storages.s0.capacity: 1 没有单位；请在其后写 m3、万m3或L"
