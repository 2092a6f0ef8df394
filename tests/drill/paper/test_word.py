"""The Word documents, read back: nothing lost, nothing of the machine in them, Chinese in Chinese fonts."""

import sys
from dataclasses import replace
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn

from sim.drill import Kind, Line, Phase
from sim.drill.paper import plan, script
from sim.drill.paper.scene import Scene
from sim.drill.paper.typeset import typeset
from sim.errors import InputError
from sim.park import Name
from sim.words import text as say
from tests.drill.paper.conftest import NASTY, flat

LANGUAGES = ("en", "zh")


def tables(path, key, language):
    """The rows of every table with a head of that many columns, without their heads."""
    heads = [say(each, language) for each in key]
    found = docx.Document(path).tables
    rows = [[cell.text for cell in row.cells] for table in found for row in table.rows]
    return [row for row in rows if len(row) == len(heads) and row != heads]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["whole", "short", "day", "clockless"])
def test_the_script_has_a_row_for_each_line_in_its_order(tmp_path, request, which, language):
    whole = request.getfixturevalue(which)
    rows = tables(script.write(whole, tmp_path, language)[0], script.COLUMNS.header, language)

    assert [row[0] for row in rows] == [str(line.number) for line in whole.lines]
    for line, row in zip(whole.lines, rows, strict=True):
        assert flat(typeset(line.text.in_language(language), language)) in flat("".join(row))


def test_an_order_is_given_read_back_and_reported_done(whole):
    """
    Ordered 7,260 s after the start and due 1,040 s later: 17 min 20 s are said as 17 min; done at T+2 h 21 min.
    """
    line = next(x for x in whole.of(Kind.ACTION) if x.sheet == "transfer-start")
    line = replace(line, deadline_s=line.at_s + 1040.0)
    said = Scene.of(whole, line, "en").speeches

    assert [who for who, _ in said] == ["Command post", "Duty team", "Duty team"]
    assert 'Carry out "Start the transfer pump", within 17 min.' in said[0][1]
    assert said[1][1].startswith('Duty team. I carry out "Start the transfer pump", within 17 min')
    assert said[2][1].startswith("(T+2 h 21 min) Command post")


def test_in_a_table_top_control_asks_and_the_answer_is_there(short):
    line = next(x for x in short.of(Kind.ACTION) if x.sheet == "transfer-start")
    said = Scene.of(short, line, "zh").speeches

    assert said[0] == ("导调组", "请说明：“启动转输泵”由谁执行、用何装备、何时完成？")
    assert said[1] == ("全体参演人员", "（参考答案）由值班队执行，T+2小时21分完成。")


def test_a_line_that_a_designer_added_without_names_is_between_control_and_everybody(whole):
    own = Line("own/1", 60.0, Kind.INJECT, Phase.WARNING, Name("A drone appears.", "无人机出现。"), number=99,
               exercise_s=60.0, incident=whole.incidents[0].id)  # fmt: skip
    scene = Scene.of(whole, own, "en")

    assert scene.situation == "A drone appears."
    assert [who for who, _ in scene.speeches] == ["Exercise control", "All players"]
    assert scene.deed.startswith("All players: ")


def test_nobody_is_told_beforehand_what_will_fail_or_where_it_goes(whole):
    """
    The scenario's description names what breaks; the narrator opens with lines of defence and their promises alone.
    """
    opening = Scene.of(whole, whole.lines[0], "en").narration

    assert "lines of defence" in opening
    assert whole.incidents[0].brief.description.en not in opening or not whole.incidents[0].brief.description.en


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_holds_every_inject_action_contingency_and_report(tmp_path, day, language):
    text = flat(_text(plan.write(day, tmp_path, language)[0]))

    for line in day.of(Kind.INJECT, Kind.ACTION, Kind.CONTINGENCY, Kind.REPORT, Kind.JUMP):
        assert flat(typeset(line.text.in_language(language), language)) in text


def test_the_plan_names_what_is_assumed_and_the_sheets_it_calls(tmp_path, whole):
    """
    plan.yaml is `basis: assumed` throughout; the pool holds 2,000 m3 and both sheets of its rule are called.
    """
    text = _text(plan.write(whole, tmp_path, "en")[0])

    assert "capacity 2000 m³" in text
    assert "Start the transfer pump" in text
    assert "10 min" in text


def test_a_list_that_was_read_back_says_where_its_assumptions_are(tmp_path, whole):
    bare = replace(whole, incidents=tuple(replace(each, brief=None) for each in whole.incidents))

    assert say("assumed_unknown", "en") in _text(plan.write(bare, tmp_path, "en")[0])


@pytest.mark.parametrize("paper", [script, plan])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_list_gives_the_same_bytes(tmp_path, whole, paper, language):
    first = paper.write(whole, tmp_path, language)[0].read_bytes()

    assert paper.write(whole, tmp_path, language)[0].read_bytes() == first


@pytest.mark.parametrize("paper", [script, plan])
def test_nothing_of_the_day_or_the_machine_is_in_it(tmp_path, whole, paper):
    path = paper.write(whole, tmp_path, "en")[0]
    core = docx.Document(path).core_properties

    assert (core.created.year, core.author, core.last_modified_by) == (1980, "", "")
    assert {entry.date_time for entry in ZipFile(path).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_marks_of_other_formats_are_text(tmp_path, nasty):
    """
    Angle brackets, ampersands, quotes and bars come back as they went in; a line break is one.
    """
    rows = tables(script.write(nasty, tmp_path, "en")[0], script.COLUMNS.header, "en")

    assert all(flat(NASTY) in flat("".join(row)) for row in rows)


@pytest.mark.parametrize("paper", [script, plan])
def test_heads_are_repeated_rows_never_cut_and_chinese_has_its_font(tmp_path, whole, paper):
    document = docx.Document(paper.write(whole, tmp_path, "zh")[0])
    headed = [table for table in document.tables if table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None]
    rows = [row for table in document.tables for row in table.rows]

    assert len(headed) == len(document.tables) - (1 if paper is script else 2)  # cover, and place and time
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    for name, font in (("Normal", "SimSun"), ("Heading 1", "SimHei")):
        assert document.styles[name].element.rPr.rFonts.get(qn("w:eastAsia")) == font


def test_the_script_lies_and_the_plan_stands(tmp_path, whole):
    wide = docx.Document(script.write(whole, tmp_path, "en")[0]).sections[0]
    high = docx.Document(plan.write(whole, tmp_path, "en")[0]).sections[0]

    assert wide.page_width > wide.page_height
    assert high.page_width < high.page_height


def test_headings_are_numbered_except_appendices(tmp_path, whole):
    document = docx.Document(plan.write(whole, tmp_path, "en")[0])
    numbers = {style: document.styles[style].element.pPr.numPr.numId.val for style in ("Heading 1", "Heading 2")}
    own = {p.text: p._p.pPr.numPr for p in document.paragraphs if p.style.name == "Heading 1"}

    assert set(numbers.values()) == {90}
    assert [text for text, number in own.items() if number is not None and number.numId.val == 0] == [
        say("appendix_a", "en"), say("appendix_b", "en"),
    ]  # fmt: skip


def test_without_the_library_it_says_what_to_install(tmp_path, whole, monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)

    with pytest.raises(InputError) as found:
        script.write(whole, tmp_path, "en")
    assert str(found.value) == (
        "Word documents need docx, which is not installed for this Python; install the extra `drill`"
    )


def _text(path):
    """Everything that stands in a document."""
    document = docx.Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
