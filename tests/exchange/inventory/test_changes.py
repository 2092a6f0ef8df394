"""A second import of a changed list is a difference, not a new park; what the list does not say stays."""

import csv
import json
from pathlib import Path

import pytest

from sim.cli import main
from sim.load import load_park
from tests.exchange.inventory.reading import write_csv

HEAD = "编号,名称,权属,类型,层级,容量/m3"
ROWS = ("QL-01,甲池,甲厂,事故应急池,一级,800", "QL-02,乙池,乙厂,围堰,一级,500", "QL-03,丙坝,水务局,闸坝,三级,/")
NEW = ("QL-01,甲池,甲厂,事故应急池,一级,950", "QL-03,丙坝,水务局,闸坝,三级,2万m3", "QL-04,丁塘,村,坑塘,三级,9000")


@pytest.fixture
def park(tmp_path):
    """A park of a list, with a way out that somebody has written by hand."""
    folder = tmp_path / "park"
    assert main(["import", "inventory", str(write_csv(tmp_path, HEAD, *ROWS)), "--out", str(folder), "--quiet"]) == 0
    text = (folder / "storages.csv").read_text(encoding="utf-8")
    text = text.replace("800,ground,甲厂,overflows_to", "800,ql-02,甲厂,")
    (folder / "storages.csv").write_text(text, encoding="utf-8")
    return folder


def again(park, rows, *more):
    """A second import."""
    return main(["import", "inventory", str(write_csv(park.parent, HEAD, *rows, name="new.csv")), "--out", str(park),
                 *more])  # fmt: skip


def test_the_same_list_changes_nothing(park, capsys):
    before = (park / "storages.csv").read_bytes()

    assert again(park, ROWS, "--update") == 0
    assert "the lists say nothing new" in capsys.readouterr().out
    assert (park / "storages.csv").read_bytes() == before


def test_a_changed_list_is_told_field_by_field_and_nothing_is_written(park, capsys):
    before = {path.name: path.read_bytes() for path in park.iterdir()}

    assert again(park, NEW) == 0
    shown = capsys.readouterr().out

    assert shown.endswith(f"""
{park}: 1 added, 1 gone, 2 changed
~ ql-01 (甲池)
    capacity [m3]: 800 -> 950
- ql-02 (乙池)
~ ql-03 (丙坝)
    table: sites.csv -> storages.csv
    kind: sluice -> river-section
    capacity [m3]: (nothing) -> 20000
+ ql-04 (丁塘)
Nothing was written; --update writes these changes, and leaves alone what the lists do not say
""")
    assert {path.name: path.read_bytes() for path in park.iterdir()} == before


def test_an_update_leaves_what_the_list_does_not_say(park):
    """
    甲池 still overflows where somebody said, into 丁塘 by now; the new row's way out is assumed, the old one's is not.
    """
    text = (park / "storages.csv").read_text(encoding="utf-8-sig").replace("800,ql-02", "800,treated")
    (park / "storages.csv").write_text(text, encoding="utf-8")

    assert again(park, NEW, "--update", "--quiet") == 0
    found = load_park(park)

    assert {id: each.capacity_m3 for id, each in found.storages.items()} == {
        "ql-01": 950, "ql-03": 20_000, "ql-04": 9_000,
    }  # fmt: skip
    assert found.links["ql-01-spillway"].target == "treated"
    assert (found.storages["ql-01"].assumed, found.storages["ql-04"].assumed) == ((), ("overflows_to",))
    assert not found.sites
    assert found.storages["ql-03"].label == "QL-03"


def test_an_update_that_would_not_load_is_refused_and_writes_nothing(park, capsys):
    """
    甲池 overflows into 乙池, which the new list does not have any more.
    """
    before = (park / "storages.csv").read_bytes()

    assert again(park, NEW, "--update") == 2
    assert "no storage or receiver is named 'ql-02'" in capsys.readouterr().err
    assert (park / "storages.csv").read_bytes() == before


def test_a_kind_that_somebody_has_put_right_stays(park):
    """
    What the list's row only lets one guess is no change.
    """
    assert again(park, NEW, "--update", "--quiet") == 2  # as above
    text = (park / "storages.csv").read_text(encoding="utf-8").replace("ql-02,甲厂", "ground,甲厂")
    (park / "storages.csv").write_text(text, encoding="utf-8")
    assert again(park, NEW, "--update", "--quiet") == 0
    text = (park / "storages.csv").read_text(encoding="utf-8").replace("river-section", "reservoir")
    (park / "storages.csv").write_text(text, encoding="utf-8")

    assert again(park, NEW, "--update", "--quiet") == 0
    assert load_park(park).storages["ql-03"].kind == "reservoir"


def test_a_park_of_another_make_is_not_touched(tmp_path, capsys):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "park.yaml").write_text("id: own\ntiers: {plant: {promise: dry}}\nstorages: {a: {tier: plant, kind: pit, "
                                      "capacity: 5 m3}}\n", encoding="utf-8")  # fmt: skip

    assert main(["import", "inventory", str(write_csv(tmp_path, HEAD, *ROWS)), "--out", str(folder)]) == 2
    assert "this park has no storages.csv" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["park.yaml"]


@pytest.mark.parametrize(("language", "said"), [
    ("en", "spaces.csv:3: storages.乙池.longitude: 142 km from '甲池', and a place of a park lies at most 50 km"),
    ("zh", "spaces.csv:3: storages.乙池.longitude: 距“甲池” 142 km，而园区内各位置最多相距 50 km"),
])  # fmt: skip
def test_a_list_that_makes_no_park_is_refused_by_its_rows(language, said, tmp_path, capsys):
    """
    Two pools 1.5 degrees of longitude apart at 31.9 degrees north: 1.5 x 111.2 km x cos 31.9 = 142 km.
    """
    rows = "甲池,围堰,一级,8,120.1,31.9", "乙池,围堰,一级,8,121.6,31.9"
    path = write_csv(tmp_path, "名称,类型,层级,容量/m3,经度,纬度", *rows)

    assert main(["import", "inventory", str(path), "--out", str(tmp_path / "park"), "--lang", language]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "park").exists()


def test_without_out_nothing_is_written(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert main(["import", "inventory", str(write_csv(tmp_path, HEAD, *ROWS)), "--lang", "zh"]) == 0
    assert capsys.readouterr().out.endswith("未写入文件；加 --out DIR 即生成园区\n")
    assert [path.name for path in tmp_path.iterdir()] == ["spaces.csv"]


def test_for_a_program(tmp_path, capsys):
    path = write_csv(tmp_path, HEAD, *ROWS)

    assert main(["import", "inventory", str(path), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)

    assert found["counted_m3"] == 1_300
    assert [(row["row"], row["became"], row["id"], row["capacity_m3"]) for row in found["rows"]] == [
        (2, "storage", "ql-01", 800), (3, "storage", "ql-02", 500), (4, "site", "ql-03", None),
    ]  # fmt: skip
    assert found["changes"] is None


def test_what_nobody_told_is_an_assumption_of_the_park(tmp_path):
    """
    Every storage overflows onto the ground, which stands among the park's assumed values.
    """
    folder = tmp_path / "park"
    assert main(["import", "inventory", str(write_csv(tmp_path, HEAD, *ROWS)), "--out", str(folder), "--quiet"]) == 0
    assumed = {each.path: each.text for each in load_park(folder).provenance if each.basis == "assumed"}

    assert assumed == {"storages.ql-01.overflows_to": "ground", "storages.ql-02.overflows_to": "ground"}
    with (folder / "storages.csv").open(encoding="utf-8-sig") as file:
        assert {row["overflows_to"] for row in csv.DictReader(file)} == {"ground"}


def test_help_is_as_before(capsys):
    assert main(["import", "inventory", "--help"]) == 0
    assert capsys.readouterr().out == (Path(__file__).parent / "help.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["import", "inventori", "x.csv"], ["import"], ["import", "inventory"]])
def test_what_is_to_be_imported_must_be_named(words, capsys):
    assert main(words) == 2
    assert "inventory" in capsys.readouterr().err


def test_what_somebody_has_measured_since_stays(park, capsys):
    """
    The pool was measured at 760 m3, not 800; the list still says 800, which is told and changes nothing.
    """
    text = (park / "storages.csv").read_text(encoding="utf-8")
    head, first, *others = text.splitlines()
    lines = [f"{head},capacity.basis", f"{first.replace(',800,', ',760,')},measured", *(f"{each}," for each in others)]
    before = "\n".join(lines) + "\n"
    (park / "storages.csv").write_text(before, encoding="utf-8")

    assert again(park, ROWS, "--update") == 0

    assert (park / "storages.csv").read_text(encoding="utf-8") == before
    assert capsys.readouterr().out.endswith(f"""
{park}: the lists say nothing new
= ql-01 (甲池)
    capacity [m3]: 760 has a basis of its own and stays; the list says 800
""")


def test_a_volume_that_the_list_only_says_about_stays_as_somebody_wrote_it(tmp_path, capsys):
    """
    "约800" was read as 800 m3 and corrected to 780 by hand; a second import guesses 800 again and leaves the 780.
    """
    path, folder = write_csv(tmp_path, HEAD, "QL-01,甲池,甲厂,事故应急池,一级,约800"), tmp_path / "park"
    main(["import", "inventory", str(path), "--out", str(folder), "--quiet"])
    table = folder / "storages.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",800,", ",780,"), encoding="utf-8")

    assert main(["import", "inventory", str(path), "--out", str(folder), "--update"]) == 0

    assert capsys.readouterr().out.endswith("the lists say nothing new\n")
    assert ",780," in table.read_text(encoding="utf-8")


NAMED = "名称,权属,类型,层级,容量/m3"
POOLS = ("事故池,甲厂,事故池,一级,500", "事故池,乙厂,事故池,一级,800")


def test_spaces_of_one_name_stay_those_of_their_owners(tmp_path, capsys):
    """
    Each works calls its pool 事故池. The next list names the second works first and a third between them: only that one
    is new, under an id that none of the others has.
    """
    first = write_csv(tmp_path, NAMED, *POOLS)
    park = tmp_path / "park"
    main(["import", "inventory", str(first), "--out", str(park), "--quiet"])
    before = load_park(park).storages

    second = write_csv(tmp_path, NAMED, POOLS[1], "事故池,丙厂,事故池,一级,900", POOLS[0], name="new.csv")
    assert main(["import", "inventory", str(second), "--out", str(park), "--update"]) == 0

    assert "1 added, 0 gone, 0 changed\n+ 事故池-2-2 (事故池)" in capsys.readouterr().out
    after = load_park(park).storages
    owners = {id: (each.listed["owner"], each.capacity_m3) for id, each in after.items()}
    assert owners == {"事故池": ("甲厂", 500), "事故池-2": ("乙厂", 800), "事故池-2-2": ("丙厂", 900)}
    assert before.keys() < after.keys()


def test_what_was_only_assumed_gives_way_to_the_list(park, capsys):
    """
    The pool's 760 m3 were assumed, by a map; the list's 800 are published, and nothing of the map's basis stays.
    """
    text = (park / "storages.csv").read_text(encoding="utf-8")
    head, first, *others = text.splitlines()
    first = f"{first.replace(',800,', ',760,')},assumed,a map"
    lines = [f"{head},capacity.basis,capacity.source", first, *(f"{each},," for each in others)]
    (park / "storages.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    assert again(park, ROWS, "--update") == 0

    assert "    capacity [m3]: 760 -> 800\n" in capsys.readouterr().out
    known = {each.path: each for each in load_park(park).provenance}["storages.ql-01.capacity"]
    assert (float(known.text.removesuffix(" m3")), str(known.basis)) == (800, "published")
    assert known.source.startswith("new.csv:2")
