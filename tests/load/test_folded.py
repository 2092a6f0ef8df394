"""A park is read once while its files stay the same, and anew as soon as a letter of them changes."""

import pytest

from sim.errors import Problems
from sim.load import load_case, load_park


def change(path, old, new):
    text = path.read_text(encoding="utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_same_files_give_the_same_park(small):
    assert load_park(small) is load_park(small)
    assert load_case(small / "fire.yaml").resolved == load_case(small / "fire.yaml").resolved


def test_a_changed_letter_is_seen(small):
    """
    In the park's file, of the same length; and in a table. One with changes is read by itself.
    """
    before = load_park(small)
    change(small / "park.yaml", "id: small", "id: smell")
    assert (before.id, load_park(small).id) == ("small", "smell")

    change(small / "pools.csv", "2000", "2001")
    assert (before.storages["南池"].capacity_m3, load_park(small).storages["南池"].capacity_m3) == (2000, 2001)

    changed = load_case(small / "fire.yaml", sets=["park.storages.南池.capacity=2002 m3"])
    assert changed.park.storages["南池"].capacity_m3 == 2002
    assert "2002 m3" in changed.resolved["park.yaml"]
    assert load_park(small).storages["南池"].capacity_m3 == 2001


def test_what_is_wrong_is_said_each_time(small):
    """
    In a table, of the park's own, and when the table is gone.
    """
    for path, old, new, said in [
        (small / "pools.csv", "2000", "much", "pools.csv"),
        (small / "park.yaml", "tier: plant", "tier: plants", "park.yaml"),
    ]:
        kept = path.read_bytes()
        load_park(small)
        change(path, old, new)
        for _ in range(2):
            with pytest.raises(Problems, match=said):
                load_park(small)
        path.write_bytes(kept)
    load_park(small)
    (small / "pools.csv").unlink()
    with pytest.raises(Problems, match=r"there is no file .*pools.csv"):
        load_park(small)


def test_what_is_to_know_is_told_each_time(small):
    text = (small / "pools.csv").read_text(encoding="utf-8-sig")
    (small / "pools.csv").write_bytes(text.encode("gb18030"))

    for _ in range(2):
        assert "GB18030" in load_case(small / "fire.yaml").scenario.notes[0].en
