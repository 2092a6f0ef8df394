"""A page for users says the same in English and in Chinese.

The two pages of a pair go side by side: headings, bullets, rows and blocks stand in the same order. The English page's
commands are tried as they stand (`test_commands.py`); the Chinese page has the same ones with `--lang zh`.
"""

import re
import shlex
from pathlib import Path

import pytest

from sim.cli import main

ROOT = Path(__file__).parents[2]
PAIRS = ["analysts", "cluster", "drill-designers", "ensemble", "from-list", "measures", "planners", "rare",
         "sensitivity", "sizing", "sweep"]  # fmt: skip
BLOCK = re.compile(r"^```(?P<kind>[^\n]+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
ITEM = re.compile(r"(?:\A|(?<=\n))(#+ |- |\d+\. |\||!\[|```[a-z]+)|(?<=\n\n)(?=[^\n])")
LINK = re.compile(r"\]\(([^)]+)\)")
OTHER_LANGUAGE = re.compile(r"[ (（]?\[(?:中文|English)\]\([^)]+\)[)）]?")
STEP = re.compile(r"^(?:>>>|\.\.\.) (?:from .*|import .*|[^\n\"'(.]*)", re.MULTILINE)
"""A line of an example, as far as its first text, call or attribute."""
SHOWN = {
    "scenarios/changshou-clean-and-dirty.yaml": (0, 80),
    "size scenarios/changshou-night-shift.yaml": (1, 100),
}
"""By command: which of the planners' `text` blocks shows a part of what it prints, and on how many columns."""


def page(name, language):
    """A page of a pair."""
    return (ROOT / "docs" / (f"{name}.md" if language == "en" else f"{name}.{language}.md")).read_text(encoding="utf-8")


def blocks(text, kind):
    """The blocks whose first word is this kind."""
    return [each["text"] for each in BLOCK.finditer(text) if each["kind"].split()[0] == kind]


def commands(text):
    """The commands that a page names, as words, without the language; what it names in both stands once."""
    written = (line for block in blocks(text, "sh") for line in block.splitlines())
    lines = (each.replace(" --lang zh", "").replace(".zh.csv", ".csv") for each in written)
    return list(dict.fromkeys(tuple(shlex.split(line, comments=True)) for line in lines))


def links(text):
    """Where a page leads to, whatever the language of what is there, without its own other half.

    Headings of a page that is there in both languages have names in both: `test_links_name_headings` asks for them.
    """
    found = (each.replace(".zh.md", ".md").replace(".zh.csv", ".csv").replace("-zh.svg", "-en.svg")
             for each in LINK.findall(OTHER_LANGUAGE.sub("", text)))  # fmt: skip
    return sorted(each.partition("#")[0] if each.partition(".")[0] in PAIRS else each for each in found)


def anchors(text):
    """What the headings of a page are called in its address."""
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in titles}


def items(text):
    """The skeleton of a page, in order: headings by their depth, bullets, numbers, rows, pictures, blocks; else ""."""
    return [each.strip() for each in ITEM.findall(BLOCK.sub(lambda at: f"```{at['kind']}\n", text))]


@pytest.mark.parametrize("name", PAIRS)
def test_each_page_names_its_other_half_first(name):
    """
    The line below the title.
    """
    assert page(name, "en").splitlines()[2] == f"[中文]({name}.zh.md)"
    assert page(name, "zh").splitlines()[2] == f"[English]({name}.md)"


@pytest.mark.parametrize("name", PAIRS)
def test_both_have_the_same_sections(name):
    """
    A heading, paragraph, bullet, row or block that one of them lacks moves all that come after it.
    """
    assert items(page(name, "zh")) == items(page(name, "en"))


@pytest.mark.parametrize("name", PAIRS)
def test_both_have_the_same_commands(name):
    assert commands(page(name, "zh")) == commands(page(name, "en"))


@pytest.mark.parametrize("name", PAIRS)
def test_the_chinese_page_asks_for_chinese(name):
    """
    Each command that runs or reads something; a schema has no language.
    """
    lines = [line for block in blocks(page(name, "zh"), "sh") for line in block.splitlines()]

    assert [each for each in lines if not each.endswith(" --lang zh")] == [each for each in lines if " schema " in each]


@pytest.mark.parametrize("name", PAIRS)
def test_both_have_the_same_links(name):
    assert links(page(name, "zh")) == links(page(name, "en"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", PAIRS)
def test_links_name_headings(name, language):
    """
    What stands behind a # is a heading of the page it leads to.
    """
    found = [each.split("#") for each in LINK.findall(page(name, language)) if "#" in each]
    known = {path: anchors((ROOT / "docs" / path).read_text(encoding="utf-8")) for path, _ in found}

    assert [(path, anchor) for path, anchor in found if anchor not in known[path]] == []


@pytest.mark.parametrize("name", PAIRS)
def test_examples_take_the_same_steps(name):
    """
    What they print may be in the page's language; that it is what they print, `test_commands.py` asks.
    """
    english, chinese = (STEP.findall("".join(blocks(page(name, each), "pycon"))) for each in ("en", "zh"))

    assert chinese == english


@pytest.mark.parametrize("name", PAIRS)
def test_files_shown_are_alike_but_for_what_is_said_of_them(name):
    """
    YAML without its comments.
    """
    english, chinese = ([re.sub(r"\s*#.*", "", each) for each in blocks(page(name, language), "yaml")]
                        for language in ("en", "zh"))  # fmt: skip

    assert chinese == english


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("command", SHOWN)
def test_what_the_planners_page_shows_is_printed(command, language, tmp_path, monkeypatch, capsys):
    """
    Line by line; blanks at the ends of lines do not count.
    """
    monkeypatch.chdir(ROOT)
    which, columns = SHOWN[command]
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = blocks(page("planners", language), "text")[which]

    assert main([*command.split(), "--lang", language, "--out", str(tmp_path)]) == 0

    printed = {line.rstrip() for line in capsys.readouterr().out.splitlines()}
    assert [line for line in shown.splitlines() if line not in printed] == []
