"""Signs of a Chinese keyboard, and tabs, where YAML wants its own."""

import pytest

from sim.errors import Problems
from sim.load import load_park, load_scenario

HEAD = "id: a\nbasis: assumed\ntiers: {p: {promise: x}}\n"
COLON = "a full-width colon ： stands here; write ': '"


def complaints(folder, text):
    (folder / "park.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(Problems) as caught:
        load_park(folder)
    return [message.partition("park.yaml:")[2] for message in caught.value.messages]


@pytest.mark.parametrize(("text", "said"), [
    ("name： Full width\nid： a\n", f"1:5: {COLON}"),  # the case full-width-colon
    ("id: a\nname： Full width\ntiers: {p: {promise: x}}\n", f"2:5: {COLON}"),
    (HEAD + "storages:\n  pool:\n    kind： basin\n    tier： p\n", f"6:5: storages.pool: {COLON}"),
    (HEAD + "storages: {pool: {tier: p, kind： basin, capacity: 5 m3}}\n",
     f"4:28: storages.pool.kind： basin: unknown key; {COLON}"),
    (HEAD + "storages:\n\tpool: {tier: p}\n", "5:1: a tab stands here; indent with blanks, two a level"),
    (HEAD + "storages: ｛pool: {tier: p, kind: basin, capacity: 5 m3}｝\n",
     "4:11: a full-width bracket ｛ stands here; write '{'"),
    (HEAD + "storages:\n　pool: {tier: p}\n　　kind: basin\n",
     "5:1: 　pool: unknown key; a full-width blank 　 stands here; write ' '"),
])  # fmt: skip
def test_the_sign_is_named(tmp_path, text, said):
    assert said in complaints(tmp_path, text)


def test_names_may_have_them(tmp_path):
    """
    A full-width colon, comma or bracket in a name is a letter of it.
    """
    text = HEAD + "name: 园区：甲，乙［1］\nstorages: {pool: {tier: p, kind: basin, capacity: ５　m3, name: 池：一}}\n"
    (tmp_path / "park.yaml").write_text(text, encoding="utf-8")

    park = load_park(tmp_path)

    assert str(park.name) == "园区：甲，乙［1］"
    assert park.storages["pool"].capacity_m3 == 5


def test_full_width_digits_are_digits(tmp_path):
    (tmp_path / "park.yaml").write_text(HEAD + "storages: {pool: {tier: p, kind: basin, capacity: 5 m3}}\n", "utf-8")
    text = "park: .\nhorizon: ２４ h\nstarts: ２０２５-０７-１４ １４：２０\n"
    (tmp_path / "s.yaml").write_text(text, encoding="utf-8")

    scenario = load_scenario(tmp_path / "s.yaml")

    assert (scenario.horizon_s, scenario.starts) == (86_400, "2025-07-14T14:20:00")


def test_an_id_is_suggested_in_plain_letters(tmp_path):
    text = HEAD + "storages: {围堰Ａ: {tier: p, kind: basin, capacity: 5 m3}}\n"

    assert complaints(tmp_path, text)[0].endswith("80 at most: 围堰a?")
