"""A designer's own texts: read, completed, and everything wrong with them said at once."""

import re

import pytest

from sim.drill.texts import TEMPLATES, Texts, placeholders
from sim.errors import Problems
from sim.load.texts_form import load_texts, texts_schema
from sim.park import Name
from tests.load.books import book


def read(tmp_path, text):
    path = tmp_path / "texts.yaml"
    path.write_text(text, encoding="utf-8")
    return load_texts(path, TEMPLATES, placeholders)


def problems(tmp_path, text):
    with pytest.raises(Problems) as caught:
        read(tmp_path, text)
    return [each.removeprefix(f"{tmp_path}/") for each in caught.value.messages]


def test_texts_of_one_s_own(tmp_path):
    """
    Both languages, and one of them: the other stays as it is.
    """
    found = read(tmp_path, "rain: {en: It pours., zh: 暴雨。}\npower: {zh: '{place}断电'}\nend: All over.\n")

    assert found["rain"] == Name("It pours.", "暴雨。")
    assert found["power"] == Name(TEMPLATES["power"].en, "{place}断电")
    assert found["end"] == Name("All over.", TEMPLATES["end"].zh)
    assert Texts(found).fill("power", place=Name("area A", "A片区")).zh == "A片区断电"


def test_everything_wrong_is_said_at_once(tmp_path):
    text = """\
rian: {en: It pours.}
power: {en: "No power in {plcae}", zh: "{place断电"}
rain: {en: "It rains on {place}"}
fire:
  en: "It burns: {rate:d}"
  zh: "起火{}"
report: {fr: Alerte}
end:
"""
    assert problems(tmp_path, text) == [
        "texts.yaml:1:1: rian: unknown key; did you mean 'rain'?",
        "texts.yaml:2:13: power: {plcae} is no value of this text; did you mean 'place'?",
        ("texts.yaml:2:40: power: '{place断电': expected '}' before end of string; "
        "braces come in pairs, such as {place}"),
        "texts.yaml:3:12: rain: {place} is no value of this text; it has no values, and knows none",
        "texts.yaml:5:7: fire: write each value by its name alone, such as {place}",
        "texts.yaml:6:7: fire: write each value by its name alone, such as {place}",
        "texts.yaml:7:10: report.fr: unknown key; a name knows en, zh",
        "texts.yaml:8:5: end: nothing is written here; write a name, {en: ..., zh: ...} or text, or leave the key out",
    ]


def test_an_empty_file_and_none(tmp_path):
    assert problems(tmp_path, "") == ["texts.yaml: the file is empty; write texts by their keys, such as rain:"]
    with pytest.raises(Problems, match="there is no file"):
        load_texts(tmp_path / "text.yaml", TEMPLATES, placeholders)


def test_every_template_stands_in_the_schema():
    """
    With what it says when nobody replaces it.
    """
    schema = texts_schema(TEMPLATES)

    assert set(TEMPLATES) <= set(schema["properties"])
    assert schema["title"] == "Drill-texts file"
    assert re.search("It begins to rain", schema["properties"]["rain"]["description"])


def test_texts_as_a_table(tmp_path):
    """
    The same texts as a list in a workbook, or in GBK; a key that stands twice and an unknown one are named by cell.
    """
    book(tmp_path / "texts.xlsx", ("演练用语",), ("key", "中文", "English"), ("rain", "暴雨。", "It pours."),
         ("power", "{place}断电", None))  # fmt: skip
    (tmp_path / "texts.csv").write_bytes("键;中文;俄文\npower;{place}断电\npower;停电\nrian;雨\n".encode("gbk"))

    found = load_texts(tmp_path / "texts.xlsx", TEMPLATES, placeholders)
    with pytest.raises(Problems) as caught:
        load_texts(tmp_path / "texts.csv", TEMPLATES, placeholders)

    assert found == {"rain": Name("It pours.", "暴雨。"), "power": Name(TEMPLATES["power"].en, "{place}断电")}
    assert [each.removeprefix(f"{tmp_path}/").replace(f"{tmp_path}/", "") for each in caught.value.messages] == [
        "texts.csv:1:6: a table of texts has the columns key, en and zh; found '俄文'",
        "texts.csv:3:1: power: written twice; it stands at texts.csv:2:1 already",
        "texts.csv:4:1: rian: unknown key; did you mean 'rain'?",
    ]
