"""YAML out and in again, letter by letter."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sim.letters import UNFIT
from sim.load.emit import to_yaml
from sim.load.node import Block, Items, Scalar
from sim.load.place import Faults, Place
from sim.load.yaml_text import read_yaml

LETTERS = st.characters(exclude_categories=["Cs"]).filter(lambda each: each not in "\v\f" and not UNFIT.match(each))
"""Those that belong in texts; others are refused, or become a space."""
TEXT = st.text(LETTERS, max_size=20)
KEYS = st.text(LETTERS, min_size=1, max_size=10)
DATA = st.dictionaries(
    KEYS,
    st.recursive(TEXT, lambda each: st.lists(each, max_size=3) | st.dictionaries(KEYS, each, max_size=3), max_leaves=8),
    min_size=1,
    max_size=4,
)


def data_of(node):
    """A node as plain data."""
    if isinstance(node, Block):
        return {key: data_of(entry.node) for key, entry in node.entries.items()}
    return [data_of(item) for item in node.items] if isinstance(node, Items) else node.text


@given(DATA)
def test_what_is_written_reads_back(data):
    """
    Any text, as key or value, comes back as it was; another YAML reader agrees.
    """
    text, faults = to_yaml(data), Faults()

    node = read_yaml(text, "x.yaml", faults)

    assert faults.messages() == []
    assert data_of(node) == data
    assert yaml.load(text, Loader=yaml.BaseLoader) == data


@pytest.mark.parametrize("written", ["a\vb", '"a\\vb"', "a\fb", "'a\fb'"])
def test_a_line_break_of_a_word_processor_is_a_space(written):
    """
    vertical-tab: Word and PowerPoint write U+000B where a line breaks, and no workbook or Word document can hold it.
    """
    assert data_of(read_yaml(f"x: {written}", "x.yaml", Faults())) == {"x": "a b"}


@pytest.mark.parametrize(("text", "place"), [
    ("x: 1\ny: a\x07b", "x.yaml:2:5"), ('x: "a\\x07b"', "x.yaml:1:4: x"), ('x:\n  "\\x07": 1', "x.yaml:2:3: x"),
    ("x: a\udc07b", "x.yaml:1:5"), ("x: a\x9b31mb", "x.yaml:1:5"), ("x: \ufffe", "x.yaml:1:4"),
])  # fmt: skip
def test_a_letter_that_no_document_can_hold_is_refused_at_its_place(text, place):
    """
    Written as it is or by an escape, in a value or a key.
    """
    faults = Faults()
    read_yaml(text, "x.yaml", faults)

    (message,) = faults.messages()
    assert message.startswith(f"{place}: the character '\\")
    assert message.endswith("' does not belong in a text file; delete it")


def test_a_text_too_long_for_any_park_is_not_parsed():
    faults = Faults()
    read_yaml("x: " + "a" * 2**21, "x.yaml", faults)

    assert faults.messages() == ["x.yaml: longer than 2,097,152 letters; put what is large into tables"]


def test_more_keys_and_values_than_any_park_has_are_not_read_on():
    """
    The mapping, its key and what stands below are three; then a key and a value a line: the 262,145th node is the value
    of the 131,071st, which stands in line 131,072, from its fifth column on.
    """
    faults = Faults()
    read_yaml("x:\n" + " a: 1\n" * 131_072, "x.yaml", faults)

    said = "more than 262,144 keys and values up to here; put what is large into tables"
    assert [each for each in faults.messages() if "twice" not in each] == [f"x.yaml:131072:5: {said}"]


WORDS = ["no", "On", "null", "~", "", "12:00", "1_000", "010", "2025-07-14", "- a", "a: b", "#", "a #b", " a", "a "]


@pytest.mark.parametrize("word", WORDS)
def test_words_that_yaml_would_twist_are_quoted(word):
    """
    PyYAML's full reader, which guesses types, takes them for text.
    """
    assert yaml.safe_load(to_yaml({"a": word})) == {"a": word}


def test_every_node_knows_its_place():
    node = read_yaml("a: 1\nb:\n  - 2\n  - c: 3\n", "x.yaml", Faults())

    assert isinstance(node, Block)
    assert node.entries["b"].place == Place("x.yaml", 2, 1)
    items = node.get("b")
    assert isinstance(items, Items)
    assert [item.place for item in items.items] == [Place("x.yaml", 3, 5), Place("x.yaml", 4, 5)]
    assert items.items[1].get("c") == Scalar("3", Place("x.yaml", 4, 8))


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000])
def test_a_file_nested_without_end_is_refused(text):
    faults = Faults()

    assert read_yaml(text, "x.yaml", faults) is None
    assert "nested more than 40 deep" in faults.messages()[0]


def test_pure_python_yaml_reads_the_same(monkeypatch):
    """
    Where PyYAML was built without its C library.
    """
    text = "a: {b: [1, '2', ~]}\nc: |\n  x\nd:\n"
    quick = read_yaml(text, "x.yaml", Faults())
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)

    assert read_yaml(text, "x.yaml", Faults()) == quick
