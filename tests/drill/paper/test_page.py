"""The page and the Markdown, read back: a row a line, nothing breaks out, the page stands alone."""

from html.parser import HTMLParser
from re import findall, search

import pytest

from sim.drill.paper import markdown, page
from sim.drill.paper.row import Row
from sim.drill.paper.table import COLUMNS
from sim.words import text as say
from tests.drill.paper.conftest import NASTY, flat

LANGUAGES = ("en", "zh")


class Reader(HTMLParser):
    """Rows of cells, attributes of tags, and the tags that are open at the end."""

    def __init__(self):
        super().__init__()
        self.rows, self.tags, self.open = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "link"):
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data


def read(path):
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return reader


def cells(whole, line, language):
    return ["".join(column.of(Row.of(whole, line, language))) for column in COLUMNS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["whole", "short", "day", "clockless", "nasty"])
def test_the_page_has_a_row_for_each_line_with_all_its_cells(tmp_path, request, which, language):
    whole = request.getfixturevalue(which)
    reader = read(page.write(whole, tmp_path, language)[0])
    rows = [row for row in reader.rows[1:] if len(row) == len(COLUMNS)]

    assert reader.open == []
    assert reader.rows[0] == [say(column.head, language) for column in COLUMNS]
    assert [[flat(cell) for cell in row] for row in rows] == [
        [flat(cell) for cell in cells(whole, line, language)] for line in whole.lines
    ]


def test_the_page_stands_alone_and_says_its_language(tmp_path, whole):
    reader = read(page.write(whole, tmp_path, "zh")[0])
    text = (tmp_path / "timeline.zh.html").read_text(encoding="utf-8")

    assert reader.tags[0] == ("html", {"lang": "zh-CN"})
    assert not {tag for tag, _ in reader.tags} & {"script", "link", "img", "iframe"}
    assert not search(r"https?:|url\(|@import", text)
    assert not any(name.startswith("on") for _, attributes in reader.tags for name in attributes)


def test_every_head_says_what_it_heads(tmp_path, whole):
    tags = read(page.write(whole, tmp_path, "en")[0]).tags
    scopes = [attributes.get("scope") for tag, attributes in tags if tag == "th"]

    assert set(scopes) == {"col", "row", "rowgroup"}
    assert scopes.count("row") == len(whole.lines)
    assert {attributes["role"] for tag, attributes in tags if tag == "td"} == {"cell"}


def luminance(colour):
    """Relative luminance of a colour (WCAG 2.1)."""
    digits = colour.lstrip("#")
    digits = "".join(2 * each for each in digits) if len(digits) == 3 else digits
    shares = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [share / 12.92 if share <= 0.03928 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_words_stand_out_from_their_paper_in_light_in_dark_and_in_print(tmp_path, whole):
    """
    WCAG 2.1 AA asks for a contrast of 4.5 to 1 between text and what is behind it.
    """
    text = page.write(whole, tmp_path, "en")[0].read_text(encoding="utf-8")
    palettes = [dict(findall(r"--([\w-]+): (#\w+)", block)) for block in findall(r":root \{([^}]*)\}", text)]

    assert len(palettes) == 3
    for colours in palettes:
        behind = ("paper", "band", "contingency", "action", "jump")
        pairs = [(ink, paper) for ink in ("ink", "soft") for paper in behind]
        for ink, paper in [*pairs, ("head-ink", "head"), ("mark", "action")]:
            high, low = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
            assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, paper)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["whole", "day", "nasty"])
def test_markdown_has_a_row_for_each_line_with_all_its_cells(tmp_path, request, which, language):
    """
    Cells are parted by bars that no backslash stands before; taken back, they are the line's.
    """
    whole = request.getfixturevalue(which)
    text = markdown.write(whole, tmp_path, language)[0].read_text(encoding="utf-8")
    rows = [parted(line) for line in text.splitlines() if line.startswith("|")]
    rows = [row for row in rows if row[0] not in (say("number", language), "---")]

    assert [[flat(cell) for cell in row] for row in rows] == [
        [flat(cell) for cell in cells(whole, line, language)] for line in whole.lines
    ]


def parted(line):
    """The cells of a row, with marks taken back."""
    found, place = [""], 1
    while place < len(line):
        if line[place] == "\\":
            found[-1] += line[place + 1]
            place += 2
        elif line[place] == "|":
            found.append("")
            place += 1
        else:
            found[-1] += line[place]
            place += 1
    return [cell.replace("<br>", "").strip() for cell in found[:-1]]


def test_markdown_of_marks_is_the_text_itself():
    assert flat(parted(f"|{markdown.escaped(NASTY)}|")[0]) == flat(NASTY)


@pytest.mark.parametrize("paper", [page, markdown])
def test_the_same_list_gives_the_same_bytes(tmp_path, whole, paper):
    first = paper.write(whole, tmp_path, "en")[0].read_bytes()

    assert paper.write(whole, tmp_path, "en")[0].read_bytes() == first
    assert b"\r" not in first
