"""A page whose commands go on from each other is walked through from its first to its last, in a folder of the test.

Blocks marked `sh walk` are typed in order; a block `yaml FILE` is written at the end of that file where it stands. A
block `text` shows a part of what the command before it prints on 100 columns.
"""

import csv
import re
import shlex
from pathlib import Path

import pytest

from sim.cli import main

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(?P<kind>\w+) ?(?P<more>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = {"en": "from-list.md", "zh": "from-list.zh.md"}
ANSWERS = {"en": "answers.csv", "zh": "answers.zh.csv"}
FILLED = {"en": ("Answer", "Known how", "Source", "Answered by", "Date"),
          "zh": ("答复", "数据依据", "来源", "答复人", "答复日期")}  # fmt: skip


@pytest.fixture(scope="module", params=PAGES)
def walked(request, tmp_path_factory):
    """The language, what stands in the blocks `text` beside what was printed before them, and the folder."""
    place = tmp_path_factory.mktemp("walk")
    (place / "docs").symlink_to(ROOT / "docs")
    shown, printed = [], ""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        patch.setenv("COLUMNS", "100")
        for block in BLOCK.finditer((ROOT / "docs" / PAGES[request.param]).read_text(encoding="utf-8")):
            if (block["kind"], block["more"]) == ("sh", "walk"):
                for line in block["text"].splitlines():
                    printed = typed(line)
            elif block["kind"] == "yaml":
                with Path(block["more"]).open("a", encoding="utf-8") as file:
                    file.write(block["text"])
            else:
                shown.append((block["text"], printed))
    return request.param, shown, place


def typed(line):
    """What a command prints; it must find nothing wrong."""
    from contextlib import redirect_stderr, redirect_stdout
    from io import StringIO

    with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as err:
        status = main(shlex.split(line, comments=True)[2:])
    assert status == 0, f"{line}: {err.getvalue()}"
    return out.getvalue()


def test_what_the_page_shows_is_printed(walked):
    """
    Line by line; blanks at the ends of lines do not count.
    """
    _, shown, _ = walked

    for text, printed in shown:
        lines = {line.rstrip() for line in printed.splitlines()}
        assert [line for line in text.splitlines() if line.rstrip() not in lines] == []


def test_the_answers_are_those_to_the_first_ten_questions(walked):
    """
    The shipped list is what `gaps --out` wrote, row by row, with nothing but the answers filled in.
    """
    language, _, place = walked
    rows = [read(path) for path in (ROOT / "docs/from-list" / ANSWERS[language], place / "asked" / "gaps.csv")]
    filled, asked = rows[0], rows[1][:10]

    assert all(row.pop(head) for row in filled for head in FILLED[language])
    assert not any(row.pop(head) for row in asked for head in FILLED[language])
    assert filled == asked


def read(path):
    """The rows of a list."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
