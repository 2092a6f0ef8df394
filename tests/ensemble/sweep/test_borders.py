"""Borders of chances, held against the draws themselves and against closed forms."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from sim.cli import main
from sim.ensemble import Start, prepare
from sim.ensemble.player import Player
from sim.ensemble.sweep import Wanted, axes_of, run_chances, swept
from sim.report.figures import Look, Sheet
from sim.report.figures.sweep import draw_sweep
from tests.ensemble.rare.test_rare import outcome
from tests.report.figures.looks import check_legible

HERE = Path(__file__).parent
SMALL = str(HERE.parent / "small.yaml")
CAPACITY = "park.storages.bund.capacity=51..151m3:5"


def found(over, draws, *chances, seed=1, accuracy=1e-3, **start):
    begun = Start(SMALL, seed, **start)
    axes = axes_of(begun, [over])
    return run_chances(swept(begun, axes), axes, draws, 1, lambda share: None, Wanted(chances, accuracy))


def test_a_border_is_the_draw_of_its_rank():
    """
    A bund of C m3 overflows where more is spilt. 5 % of 200 draws are 10, so it is C from the 11th largest spill on;
    for sure from the 4th largest on, since P(at most 3) = 0.9 % and P(at most 4) = 2.6 %; surely not below the 17th,
    since P(17 or more) = 2.4 % and P(16 or more) = 4.4 %. Each is found to 0.1 of 100 m3, by far fewer runs than
    all draws at every value that is looked at.
    """
    chances = found(CAPACITY, 200, 0.05)
    border, = chances.borders
    spilt = sorted((numbers[0] for numbers in prepare(Start(SMALL, 1)).numbers(0, 200)), reverse=True)

    for value, spill in ((border.down.sure, spilt[3]), (border.down.value, spilt[10])):
        assert spill <= value <= spill + 0.1
    assert spilt[16] - 0.1 <= border.down.over < spilt[16]
    assert (border.up.value, border.up.sure, border.up.over) == (None, None, 51)
    assert 5 * 200 < chances.runs < 9 * 200


def test_the_interval_is_that_of_repeats(monkeypatch):
    """
    50 to 150 m3 evenly into C m3: a chance of 20 % at C = 130 m3. Between the 9th and the 24th of 80 draws it lies with
    P(9 to 23 of 80) = 96.5 %: of 200 studies some 193 have it between their ends, less than 185 hardly ever; the border
    itself lies above it in about half.
    """
    monkeypatch.setattr(Player, "outcome", lambda self, numbers, lots: (outcome(numbers[0] - numbers[1]),))
    downs = [found(CAPACITY, 80, 0.2, seed=seed).borders[0].down for seed in range(200)]

    assert sum(each.over <= 130 <= each.sure for each in downs) >= 185
    assert 79 <= sum(each.value > 130 for each in downs) <= 121


def test_chances_lie_in_their_order_and_never_are_sure_too_early():
    """
    A larger chance is allowed with less room; what is sure wants more of it. Of 20 draws not even none breached says
    that it is less than 5 %: (1 - 0.05)^20 = 36 %.
    """
    several = [each.down for each in found(CAPACITY, 100, 0.1, 0.25, 0.5).borders]

    assert all(after.value < before.value for before, after in pairwise(several))
    assert all(each.over < each.value < each.sure for each in several)
    assert found(CAPACITY, 20, 0.05).borders[0].down.sure is None


def said(capsys, *words):
    assert main(["sweep", SMALL, "--workers", "1", "--runs", "200", *words]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_a_border_is_said_as_a_sentence(tmp_path, capsys):
    """
    The share of draws that overflow 60 to 151 m3 passes 5 % near 145 m3; 151 m3 hold all, and 60 m3 hardly any.
    """
    text = said(capsys, "--over", CAPACITY, "--chance", "5%", "--chance", "30%", "--out", str(tmp_path))
    border = found(CAPACITY, 200, 0.05).borders[0].down
    value = r"([\d.]+) m3"
    told = re.search(rf"P\(breach of Plant\) stays under 5 % from {value} on \({value} to {value} with 95 % conf", text)
    assert told, text
    assert [float(each) for each in told.groups()] == pytest.approx([border.value, border.over, border.sure], abs=0.05)
    assert "P(breach of Plant) stays under 30 % from 12" in text
    rows = next(tmp_path.glob("*/borders.csv")).read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 2


@pytest.mark.parametrize(("over", "told"), [
    ("park.storages.bund.capacity=151..161m3:2",
     ("stays under 5 % all the way from 151 m3 to 161 m3 (with 95 % confidence)")),
    ("park.storages.bund.capacity=40..49m3:2", "is over 5 % at 40 m3 and at 49 m3"),
])  # fmt: skip
def test_a_chance_that_is_not_crossed_is_said(over, told, tmp_path, capsys):
    assert f"P(breach of Plant) {told}" in said(capsys, "--over", over, "--chance", "5%", "--out", str(tmp_path))


def test_it_is_said_in_chinese_and_drawn(tmp_path, capsys):
    text = said(capsys, "--over", CAPACITY, "--chance", "5%", "--out", str(tmp_path), "--lang", "zh")

    assert "Plant失守概率在" in text
    chances = found(CAPACITY, 200, 0.05, 0.3)
    case = prepare(Start(SMALL, 1)).varying.case
    for language in ("en", "zh"):
        for sheet in Sheet:
            check_legible(draw_sweep(case.park, case.scenario, chances, 1, Look(language, sheet)))


@pytest.mark.parametrize(("words", "told"), [
    (("--over", CAPACITY), "--chance looks for borders among draws; write --runs N too"),
    (("--runs", "50", "--over", CAPACITY, "--over", "releases.spill.volume=50..150m3:3"),
     "--chance looks for borders over one quantity, found 2; write --over once"),
])  # fmt: skip
def test_what_has_no_border_is_refused(words, told, capsys, tmp_path):
    assert main(["sweep", SMALL, "--chance", "5%", "--out", str(tmp_path), *words]) == 2
    assert capsys.readouterr().err == f"{told}\n"
