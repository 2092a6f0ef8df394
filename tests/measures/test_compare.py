"""Two designs on the same draws, held against answers that are known by hand."""

from pathlib import Path

import pytest

from sim.cli import main
from sim.ensemble import Sampling, Start, Wanted
from sim.ensemble.compare import run_compare
from sim.ensemble.player import Player
from sim.errors import InputError
from tests.measures.conftest import SMALL

HERE = Path(__file__).parent
MANY = str(HERE.parent / "ensemble" / "many.yaml")
LARGER = "park.storages.bund.capacity=130 m3"


def played(folder, first, second, runs=200):
    return run_compare((first, second), Wanted(runs), folder, lambda tally: None)


def test_a_larger_bund_spares_what_it_spares_by_hand(tmp_path):
    """
    50 to 150 m3 evenly, 1,000 strata: 30 of 100 overflow 120 m3, 20 of 100 overflow 130 m3, and every run that the
    larger one loses the smaller loses too: 100 only the smaller, none only the larger. Escapes on average
    0.3 x 15 = 4.5 m3 and 0.2 x 10 = 2 m3: 2.5 m3 less, within a stratum.
    """
    start = {"seed": 1, "sampling": Sampling.LHS, "runs": 1000}
    plant, = played(tmp_path, Start(SMALL, **start), Start(SMALL, sets=(LARGER,), **start), 1000).tiers

    assert (plant.first.count, plant.second.count) == (300, 200)
    assert (plant.pairs.both, plant.pairs.first, plant.pairs.second) == (200, 100, 0)
    assert plant.difference.value == pytest.approx(-0.1)
    assert plant.difference.low < -0.1 < plant.difference.high < -0.08
    assert plant.escaped.value == pytest.approx(-2.5, abs=0.01)
    assert plant.first_mean_m3 - plant.second_mean_m3 == pytest.approx(2.5, abs=0.01)


def test_the_same_draws_tell_more_than_others(tmp_path):
    """
    Paired, only what differs scatters: sqrt(0.1 / n) against sqrt((0.3 x 0.7 + 0.2 x 0.8) / n), so that the interval
    is less than two thirds as wide as that of independent runs, 2 x 1.96 x sqrt(0.37 / 1000) = 7.5 %.
    """
    plant, = played(tmp_path, Start(SMALL, 1), Start(SMALL, 1, sets=(LARGER,)), 1000).tiers

    assert plant.difference.high - plant.difference.low < 0.075 * 2 / 3


@pytest.mark.parametrize("sampling", [Sampling.MC, Sampling.LHS])
def test_a_number_more_in_one_shifts_nothing_in_the_other(sampling):
    """
    The park's numbers stand before the scenario's; what both have is the same in each run, and so are the lots.
    """
    runs = 0 if sampling is Sampling.MC else 16
    few, many = (Player(Start(MANY, 3, sampling, runs, pick)) for pick in (None, "park"))
    assert len(many.paths) == len(few.paths) + 4

    for index, numbers in enumerate(few.numbers(0, 16)):
        more = dict(zip(many.paths, many.numbers(index, index + 1)[0], strict=True))
        own = dict(zip(few.paths, numbers, strict=True))
        assert {path: more[path] for path in own} == own
        assert few.design.lots(index) == many.design.lots(index)


def test_numbers_of_one_alone_are_counted(tmp_path):
    found = played(tmp_path, Start(MANY, 3), Start(MANY, 3, pick="park"), 5)

    assert (found.shared, found.own) == (11, (0, 4))


def test_runs_that_fail_in_one_are_pairs_that_are_not_counted(tmp_path):
    start = Start(SMALL, 1)
    played(tmp_path, start, Start(SMALL, 1, sets=(LARGER,)), 20)
    _spoil(tmp_path / "a", [3, 7])
    found = played(tmp_path, start, Start(SMALL, 1, sets=(LARGER,)), 20)

    assert found.counted == 18
    assert [(side, index) for side, index, _ in found.failed] == [("a", 3), ("a", 7)]
    assert found.tiers[0].pairs.of == 18


def _spoil(folder, indices):
    """Let some runs on disk have failed."""
    import pyarrow as pa
    from pyarrow import parquet

    path = folder / "runs" / "000000.parquet"
    table = parquet.read_table(path)
    failed = ["too much" if each in indices else "" for each in range(table.num_rows)]
    place = table.schema.get_field_index("failed")
    parquet.write_table(table.set_column(place, "failed", pa.array(failed)), path, store_schema=False)


def test_the_same_design_twice_is_refused(tmp_path):
    with pytest.raises(InputError, match="both designs are the same"):
        played(tmp_path, Start(SMALL, 1), Start(SMALL, 1))


def test_sobol_points_want_the_same_numbers(tmp_path):
    starts = (Start(MANY, 3, Sampling.SOBOL, 8, pick) for pick in (None, "park"))
    with pytest.raises(InputError, match=r"only one has park\.links\.drain\.capacity, park\.sheets\.drain-shut\.work"):
        played(tmp_path, *starts, 8)


def told(capsys, *words):
    assert main(["compare", *words]) == 0
    return " ".join(capsys.readouterr().out.split())


def test_the_answer_is_a_sentence(tmp_path, capsys):
    """
    Of 100 strata 30 and 20 overflow, 10 of them only the smaller bund.
    """
    words = (SMALL, "--with", LARGER, "-n", "100", "--sampling", "lhs", "--workers", "1", "--out", str(tmp_path))
    said = told(capsys, *words)

    assert "Plant: B is breached in 10.0 of 100 runs fewer (" in said
    assert "m3 less escape on average (" in said
    assert "Plant 30.0 % 20.0 % 10 0 -10.0 " in said
    assert "每100次推演，B比A少失守10.0次" in told(capsys, *words, "--lang", "zh")
    (table,) = tmp_path.glob("*/compare.csv")
    assert table.parent.name.startswith("small-compare-seed1-lhs100-")
    assert table.read_text(encoding="utf-8").splitlines()[1].startswith("plant,100,30,0.3,")


def test_where_runs_cannot_tell_it_is_said(tmp_path, capsys):
    """
    121 m3 instead of 120: of 20 strata 5 m3 wide, none lies between.
    """
    said = told(capsys, SMALL, "--with", "park.storages.bund.capacity=121 m3", "-n", "20", "--sampling", "lhs",
                "--workers", "1", "--out", str(tmp_path))  # fmt: skip

    assert "Plant: no run differs; B less A lies between -" in said


def test_two_picks_and_two_scenarios(tmp_path, capsys):
    out = ("-n", "5", "--workers", "1", "--out", str(tmp_path))
    said = told(capsys, MANY, "--pick", "park", *out)
    assert f"A many: {MANY} B many: {MANY} --pick park" in said
    assert "the same for both: 11, of A alone: 0, of B alone: 4" in said

    said = told(capsys, MANY, SMALL, "--set", "horizon=3 h", *out)
    assert f'A many: {MANY} --set "horizon=3 h" B small: {SMALL} --set "horizon=3 h"' in said


WRONG = {
    (): "name one scenario or two, such as: python run_sim.py compare "
    "scenarios/changshou-tank-fire-uncertain.yaml --pick people",
    (SMALL, MANY, SMALL): f"two scenarios at a time; found {SMALL}, {MANY}, {SMALL}",
    (SMALL, "--pick", "a", "--pick", "b", "--pick", "c"): "--pick may be written twice, for the one and for the "
    "other; found a, b, c",
}  # fmt: skip


@pytest.mark.parametrize("words", WRONG)
def test_a_wrong_word_is_told(words, capsys):
    assert main(["compare", *words]) == 2
    assert capsys.readouterr().err == f"{WRONG[words]}\n"
