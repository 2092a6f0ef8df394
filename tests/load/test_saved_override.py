"""What was tried, kept in a scenario's text as an override: the rest stays byte for byte, and it plays the same."""

from pathlib import Path

import pytest

from sim.errors import InputError, Problems
from sim.load import load_case
from sim.load.saved_override import with_override

BUND = Path(__file__).parents[1] / "board/bund.yaml"
PARK = BUND.with_name("bund-park.yaml")

SETS = ["releases.spill.volume=900 m3"]
MADE = "releases.spill.volume: 900 m3"
LAYOUTS = {
    "none yet, and no end of the last line": (
        "park: p\nhorizon: 1 h", "park: p\nhorizon: 1 h\noverrides:\n  大量:\n    ...\n"),
    "comments, other ends of lines, and more behind": (
        "park: p\r\noverrides:\r\n   # a\r\n   wide: {a.b: 1}  # x\r\n# end\r\nlasts: 1\r\n",
        "park: p\r\noverrides:\r\n   # a\r\n   wide: {a.b: 1}  # x\r\n   大量:\r\n     ...\r\n# end\r\nlasts: 1\r\n"),
    "the last one ends in a text of several lines": (
        "overrides:\n  a:\n    x: |\n      one\n      two\n\nhorizon: 1 h\n",
        "overrides:\n  a:\n    x: |\n      one\n      two\n\n  大量:\n    ...\nhorizon: 1 h\n"),
    "in braces, with a comment behind": (
        "overrides: {wide: {a: 1}, # one\n}\nhorizon: 1 h\n",
        "overrides: {wide: {a: 1}, 大量: {...}, # one\n}\nhorizon: 1 h\n"),
    "in empty braces": ("overrides: {}\n", "overrides: {大量: {...}}\n"),
    "nothing behind the key": (
        "overrides:\nhorizon: 1 h\n", "overrides:\n  大量:\n    ...\nhorizon: 1 h\n"),
    "the whole file in braces": ("{park: p}\n", "{park: p, overrides: {大量: {...}}}\n"),
    "an end of the document": ("---\npark: p\n...\n", "---\npark: p\noverrides:\n  大量:\n    ...\n...\n"),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_else_of_the_text_changes(layout):
    """
    Worked out by hand; the dots of what is wanted stand for the one value.
    """
    text, wanted = LAYOUTS[layout]

    at = wanted.index("...")
    assert with_override(text, "大量", SETS) == wanted[:at] + MADE + wanted[at + 3 :]


@pytest.mark.parametrize(("text", "name", "sets", "said"), [
    ("overrides: {wide: {a: 1}}", "wide", SETS, "'wide' is there already under overrides; choose another name"),
    ("scenarios: {wide: []}", "wide", SETS, "'wide' is there already under scenarios; choose another name"),
    ("park: p", "Too Wide", SETS, "too-wide?"),
    ("park: p", "wide", [], "nothing is moved"),
    ("overrides: &all\n  a: {x: 1}\n", "wide", SETS, "laid out so that"),
    ("", "wide", SETS, "laid out so that"),
])  # fmt: skip
def test_what_cannot_be_kept_is_refused(text, name, sets, said):
    with pytest.raises(InputError) as found:
        with_override(text, name, sets)
    assert said in found.value.message


def test_a_text_that_cannot_be_read_is_said():
    with pytest.raises(Problems):
        with_override("a: [", "wide", SETS)


@pytest.mark.parametrize("pick", ["", "wide"])
def test_a_variant_plays_what_was_moved(tmp_path, pick):
    """
    Odd numbers, one of them set twice, on top of what is picked: the same scenario and park to the last bit.
    """
    path = tmp_path / "bund.yaml"
    (tmp_path / "bund-park.yaml").write_bytes(PARK.read_bytes())
    sets = ["releases.spill.volume=1 m3", "actions.shut-drain.at=0.1 min", "park.links.drain.capacity=1.7 m3/min",
            "releases.spill.volume=333.333333 m3"]  # fmt: skip
    sets = sets if not pick else [*sets[:2], sets[3]]
    text = BUND.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    meant = load_case(path, pick or None, sets)
    path.write_text(with_override(text, "moved", sets, pick), encoding="utf-8")
    found = load_case(path, "moved")

    assert found.scenario.inflows == meant.scenario.inflows
    assert found.scenario.actions == meant.scenario.actions
    assert found.park.links == meant.park.links
    assert found.park.links != load_case(path).park.links
