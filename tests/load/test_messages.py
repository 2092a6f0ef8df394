"""Every message, read whole.

A case in `messages/*.txt` is a change to one file of the small park and what it makes the loader
say:

    @ the file
    - what stands there
    + what is written instead
    every message, one a line
"""

import shutil
from pathlib import Path

import pytest

from sim.errors import InputError, Problems
from sim.load import check_files, load_case, load_park, load_scenario
from tests.words.chinese import told

HERE = Path(__file__).parent
SIGNS = {"\\n": "\n", "\\r": "\r", "\\a": "\x07"}


def cases():
    """Every case of every file, named by what is written instead."""
    for path in sorted((HERE / "messages").glob("*.txt")):
        for case in path.read_text(encoding="utf-8").strip().split("\n\n"):
            head, old, new, *messages = case.splitlines()
            yield pytest.param(head[2:], plain(old[2:]), plain(new[2:]), messages, id=f"{path.stem}: {new[2:50]}")


def plain(text):
    """A text with its line ends and control letters."""
    for sign, letter in SIGNS.items():
        text = text.replace(sign, letter)
    return text


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A copy of the small park with its scenario, where we stand."""
    shutil.copytree(HERE / "small", tmp_path / "small")
    monkeypatch.chdir(tmp_path / "small")
    return tmp_path / "small"


def change(path, old, new):
    """Write something else into a file, line ends as they are."""
    text = path.read_bytes().decode("utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode("utf-8"))


def messages_of(call, *args, **kwargs):
    """What a call complains about, which can be said in Chinese too."""
    with pytest.raises(Problems) as caught:
        call(*args, **kwargs)
    return told(caught.value)


@pytest.mark.parametrize(("file", "old", "new", "messages"), list(cases()))
def test_message(small, file, old, new, messages):
    """
    The scenario is loaded with all its overrides, so that both files are read whole.
    """
    change(small / file, old, new)

    assert messages_of(load_case, "fire.yaml", pick="worst") == messages


NAME_A_PARK = "name a folder with park.yaml, or a file with tiers: and storages:"

TEN = [
    ("park.yaml", "id: small", "id: small\nid: smal", "park.yaml:3:1: id: written twice; it stands in line 2 already"),
    ("park.yaml", "tier: plant\n    kind: bund", "tier: plnat\n    kind: bund",
     "park.yaml:18:11: storages.bund.tier: no tier is named 'plnat'; did you mean 'plant'?"),
    ("park.yaml", "dead: 100 m3", "dead: 100",
     "park.yaml:23:11: storages.bund.dead: 100 has no unit; write m3, 万m3 or L behind it"),
    ("park.yaml", "counts: no", "count: no",
     "park.yaml:33:90: storages.drain.count: unknown key; did you mean 'counts'?"),
    ("park.yaml", "capacity: 36 m3/h", "capacity: 36 m3",
     "park.yaml:47:15: links.lift.capacity: 36 m3 is a volume; a flow is wanted here, such as 450 L/s"),
    ("park.yaml", "stop_at: 20 %", "stop_at: 120 %",
     "park.yaml:50:14: links.lift.stop_at: a share must lie in 0 to 100 %, found 120 %"),
    ("park.yaml", "runoff: 0.85", "runoff: nan",
     "park.yaml:59:30: catchments.yard.runoff: nan is not a finite number; write a share such as 35 %"),
    ("pools.csv", "2000 m3", "-2000 m3", "pools.csv:3:29: storages.南池.capacity: must be more than 0, found -2000 m3"),
    ("fire.yaml", "horizon: 72 h", "horizon: 0 h", "fire.yaml:5:10: horizon: must be more than 0, found 0 h"),
    ("fire.yaml", "shut: outfall", "shut: outfal",
     "fire.yaml:25:43: actions.close.shut: no link is named 'outfal'; did you mean 'outfall'?"),
]  # fmt: skip


def test_ten_mistakes_are_all_reported_at_once(small):
    """
    Ten different mistakes in three files; the one before line 3 moves the lines below it by one.
    """
    for file, old, new, _ in TEN:
        change(small / file, old, new)

    found = messages_of(load_case, "fire.yaml")

    assert sorted(found) == sorted(message for *_, message in TEN)


def test_problems_stand_in_the_order_of_their_places(small):
    for file, old, new, _ in TEN:
        change(small / file, old, new)

    places = [message.split(": ")[0].split(":") for message in messages_of(load_case, "fire.yaml")]
    keys = [(file, int(line), int(column)) for file, line, column in places]

    assert keys == sorted(keys)


@pytest.mark.parametrize("case", (HERE / "flags.txt").read_text(encoding="utf-8").strip().split("\n\n"))
def test_message_of_a_flag(small, case):
    """
    A case is what stands behind `--set`, then every message, one a line.
    """
    flag, *messages = case.splitlines()

    assert messages_of(load_case, "fire.yaml", sets=[flag]) == messages


def test_unknown_pick(small):
    assert messages_of(load_case, "fire.yaml", pick="wrost") == [
        "--pick wrost: no scenario or override is named 'wrost'; did you mean 'worst'?"
    ]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("fier.yaml", "fier.yaml: there is no file fier.yaml; did you mean 'fire.yaml'?"),
        ("nowhere/fire.yaml", "nowhere/fire.yaml: there is no folder nowhere"),
        (".", ".: . is a folder; name a file in it"),
        ("park.yaml", "park.yaml: this is a park; name a scenario, a file with park: and horizon:"),
        ("a\0b", r"a\x00b: 'a\x00b' cannot be read: embedded null byte"),
    ],
)
def test_scenario_that_cannot_be_read(small, path, message):
    assert messages_of(load_case, path) == [message.replace(r"a\x00b:", "a\0b:", 1)]


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("../smal", "../smal/park.yaml: there is no folder ../smal; did you mean '../small'?"),
        ("fire.yaml", f"fire.yaml: fire.yaml is a scenario; {NAME_A_PARK}"),
    ],
)
def test_park_that_cannot_be_read(small, path, message):
    assert messages_of(load_park, path) == [message]


@pytest.mark.parametrize("text", ["", "# nothing\n", "~\n", "---\n"])
def test_empty_file(small, text):
    (small / "park.yaml").write_text(text)

    assert messages_of(load_park, ".") == [
        "park.yaml: the file is empty; a park begins with id: and tiers:, a scenario with park: and horizon:"
    ]


def test_file_with_hardly_anything_in_it(small):
    """
    Neither park nor scenario by its keys: it is taken for what was asked for.
    """
    (small / "park.yaml").write_text("id: small\n")
    (small / "fire.yaml").write_text("name: Fire\n")

    assert messages_of(load_park, ".") == [
        "park.yaml:1:1: storages is missing; write storages: with a block with a storage under each id",
        "park.yaml:1:1: tiers is missing; write tiers: with a block with a tier under each id",
    ]
    assert messages_of(check_files, ["fire.yaml"]) == [
        "fire.yaml:1:1: horizon is missing; write horizon: with a time such as 30 min",
        "fire.yaml:1:1: park is missing; write park: with a folder or file name such as ../configs/changshou-yanjia",
    ]


def test_file_without_keys(small):
    (small / "park.yaml").write_text("- a\n- b\n")

    assert messages_of(load_park, ".") == [
        "park.yaml:1:1: a list stands here; a file begins with keys such as id: and name:"
    ]


def test_file_that_is_not_utf_8(small):
    """
    池 in GB 18030 is B3 D8; 0xb3 cannot begin a letter in UTF-8. It stands behind `name: `.
    """
    (small / "park.yaml").write_bytes(b"id: small\nname: " + "池".encode("gb18030") + b"\n")

    assert messages_of(load_park, ".") == ["park.yaml:2:7: the byte 0xb3 is not UTF-8; save the file as UTF-8"]


def test_park_file_that_nobody_may_read(small, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)

    assert messages_of(load_park, ".") == ["park.yaml: 'park.yaml' cannot be read: Permission denied"]


def test_name_of_a_scenario_file_that_is_no_id(small):
    (small / "fire.yaml").rename(small / "Tank Fire.yaml")

    assert messages_of(load_scenario, "Tank Fire.yaml") == [
        (
            "Tank Fire.yaml:1:1: id is missing, and the file's name cannot stand for it: 'Tank Fire' is no id; use "
            "lower-case or Chinese letters, digits, '-', '_' and '.', 80 at most: tank-fire?"
        )
    ]


def test_park_handed_in_cannot_be_overridden(small):
    found = messages_of(load_scenario, "fire.yaml", load_park("."), sets=["park.id=x"])

    assert found == ["--set park.id=x: park.id: the park was handed in ready; only a park from a file can change"]


def test_check_looks_at_every_override(small):
    """
    The override `open` is only in the scenario `worst`, which nobody picked.
    """
    change(small / "fire.yaml", "openings.outfall: open", "openings.outfall: opn")

    assert messages_of(check_files, [".", "fire.yaml"]) == [
        "fire.yaml:28:28: openings.outfall: 'opn' is no opening; did you mean 'open'?"
    ]


def test_unknown_schema():
    from sim.load import json_schema

    with pytest.raises(InputError, match=r"^there is no schema of 'prak'; there are park, scenario, sizing, measures$"):
        json_schema("prak")
