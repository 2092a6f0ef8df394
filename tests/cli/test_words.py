"""What the command line says to wrong words, read whole.

A case in `messages.txt` is the words after `$` and what they make it say. Nothing is written then.
"""

import shlex
from pathlib import Path

import pytest

from sim.cli import main


def cases():
    """Every case, named by its words."""
    text = (Path(__file__).parent / "messages.txt").read_text(encoding="utf-8")
    for case in text.removesuffix("\n").split("\n\n"):
        head, _, message = case.partition("\n")
        yield pytest.param(shlex.split(head[1:]), message, id=head[1:].strip() or "nothing")


@pytest.mark.parametrize(("words", "message"), list(cases()))
def test_wrong_words(place, capsys, words, message):
    before = sorted(place.rglob("*"))

    assert main(words) == 2

    seen = capsys.readouterr()
    assert (seen.out, seen.err) == ("", f"{message}\n")
    assert sorted(place.rglob("*")) == before


def test_all_problems_of_a_file_at_once(place, capsys):
    path = place / "scenarios" / "spill.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("into: bund", "into: bnud").replace("1 h", "1"), encoding="utf-8")

    assert main(["scenarios/spill.yaml"]) == 2

    assert capsys.readouterr().err == (
        "2 problems:\n"
        "  scenarios/spill.yaml:2:10: horizon: 1 has no unit; write 1 min?\n"
        "  scenarios/spill.yaml:6:17: releases.spill.into: no storage is named 'bnud'; did you mean 'bund'?\n"
    )
