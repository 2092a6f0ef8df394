"""What the command line says to wrong words, read whole.

A case in `messages.txt` is the words after `$` and what they make it say. Nothing is written then.
"""

import shlex
from pathlib import Path

import pytest

from sim.cli import main, parser
from sim.cli.command import COMMANDS, named


def cases(name):
    """Every case of a file, named by its words."""
    text = (Path(__file__).parent / name).read_text(encoding="utf-8")
    for case in text.removesuffix("\n").split("\n\n"):
        head, _, message = case.partition("\n")
        yield pytest.param(shlex.split(head[1:]), message, id=head[1:].strip() or "nothing")


@pytest.mark.parametrize(("words", "message"), list(cases("messages.txt")))
def test_wrong_words(place, capsys, words, message):
    before = sorted(place.rglob("*"))

    assert main(words) == 2

    seen = capsys.readouterr()
    assert (seen.out, seen.err) == ("", f"{message}\n")
    assert sorted(place.rglob("*")) == before


@pytest.mark.parametrize(("words", "message"), list(cases("messages-zh.txt")))
def test_wrong_words_in_chinese(place, capsys, monkeypatch, words, message):
    monkeypatch.setenv("THREE_TIER_LANG", "zh")

    assert main(words) == 2

    assert capsys.readouterr().err == f"{message}\n"


def test_the_same_wrong_words_are_told_in_both_languages():
    assert [each.id for each in cases("messages.txt")] == [each.id for each in cases("messages-zh.txt")]


@pytest.mark.parametrize("asked", [["--lang", "zh"], ["--lang=zh"]])
def test_the_language_may_stand_anywhere(place, capsys, asked):
    assert main([*asked, "scenarios/spill.yaml", "--set", "horizn=2 h"]) == 2

    assert capsys.readouterr().err == "共1个问题：\n  --set horizn=2 h: horizn: 未知的键“horizn”；是否为“horizon”？\n"


MADE = [named(name).parser("en") for name in COMMANDS]


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.usage.split()[2])
def test_an_option_with_a_value_stands_once_or_says_that_it_may_often(made):
    """
    Of two files the first was dropped silently. Flags change nothing when they are said again.
    """
    valued = [each for each in made._actions if each.option_strings and each.nargs != 0]

    assert [each.dest for each in valued if type(each) is not parser._Once and "often" not in each.help] == []
    assert "lang" in [each.dest for each in valued if type(each) is parser._Once]


def test_a_language_written_counts_more_than_the_one_of_the_environment(place, capsys, monkeypatch):
    monkeypatch.setenv("THREE_TIER_LANG", "zh")

    assert main(["validate", "prak.yaml", "--lang", "en"]) == 2

    assert capsys.readouterr().err == "1 problem:\n  prak.yaml: there is no file prak.yaml; did you mean 'park.yaml'?\n"


def test_all_problems_of_a_file_at_once(place, capsys):
    path = place / "scenarios" / "spill.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("into: bund", "into: bnud").replace("1 h", "1"), encoding="utf-8")

    assert main(["scenarios/spill.yaml"]) == 2

    assert capsys.readouterr().err == (
        "2 problems:\n"
        "  scenarios/spill.yaml:2:10: horizon: 1 has no unit; write min, h or d behind it\n"
        "  scenarios/spill.yaml:6:17: releases.spill.into: no storage is named 'bnud'; did you mean 'bund'?\n"
    )
