"""`periods`: what it prints, what it leaves beside the result, and what it refuses."""

import json

import pytest

from sim.cli import main
from sim.result import load_result
from tests.cli.results import folder, rows
from tests.study.one_pool import rain_mm, written


@pytest.fixture
def place(tmp_path, monkeypatch):
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_tables_and_figures_stand_beside_the_result(place, capsys):
    """
    P = 5 a: 61.4 mm, 614 m3 and 6 of product into 600: 20 m3 come over into the main.
    """
    assert main(["periods", "rain.yaml", "--periods", "5,1", "--closing", "shut=never,30min"]) == 0
    seen = " ".join(capsys.readouterr().out.split())
    found = folder(place)

    assert "Plant: gives way between 4.3" in seen
    assert "Gate shut (shut), done at" in seen
    table = {(float(row["period [a]"]), row["tier"]): row for row in rows(found / "periods.csv")}
    assert list(table) == [(1, "plant"), (1, "public"), (5, "plant"), (5, "public")]
    assert float(table[5, "plant"]["rain [mm]"]) == pytest.approx(rain_mm(5))
    assert float(table[5, "plant"]["escaped [m3]"]) == pytest.approx(10 * rain_mm(5) - 594)
    assert table[5, "plant"]["first escape over"] == "pool-spillway"
    assert table[1, "plant"]["verdict"] == "held"
    grid = rows(found / "closing.csv")
    assert [(row["done at [s]"], row["period [a]"]) for row in grid[::2]] == [
        ("1800.0", "1.0"), ("inf", "1.0"), ("1800.0", "5.0"), ("inf", "5.0"),
    ]  # fmt: skip
    assert [row["tier"] for row in rows(found / "gives-way.csv")] == ["plant", "public"]
    names = ["closing.png", "closing.svg", "periods.png", "periods.svg"]
    assert sorted(path.name for path in (found / "figures").iterdir()) == names
    assert load_result(found).verdict.tier("plant").verdict == "held"


def test_without_closing_there_is_no_grid(place):
    main(["periods", "rain.yaml", "--periods", "1", "--quiet"])

    assert not (folder(place) / "closing.csv").exists()
    assert sorted(path.name for path in (folder(place) / "figures").iterdir()) == ["periods.png", "periods.svg"]


def test_figures_stay_beside_the_result_of_the_same_input(place):
    main(["periods", "rain.yaml", "--periods", "1", "--quiet"])
    before = (folder(place) / "figures" / "periods.svg").read_bytes()
    main(["run", "rain.yaml", "--quiet"])

    assert (folder(place) / "figures" / "periods.svg").read_bytes() == before
    assert (folder(place) / "periods.csv").is_file()


def test_json(place, capsys):
    main(["periods", "rain.yaml", "--periods", "1,5", "--json"])
    found = json.loads(capsys.readouterr().out)

    assert sorted(found) == ["gives-way", "periods"]
    assert found["periods"][0]["verdict"] == "held"
    assert found["periods"][1]["first escape at [s]"] is None  # no water there


def test_in_chinese(place, capsys):
    main(["periods", "rain.yaml", "--periods", "1,20", "--closing", "gate-shut=5min", "--lang", "zh"])
    seen = " ".join(capsys.readouterr().out.split())

    assert "降雨重现期：storm，暴雨强度公式yubei-2017，均匀雨型，历时1小时" in seen
    assert "失守 230 m3, T+43 min" in seen  # 594 m3 of 824 m3 in an hour
    assert "关闭闸门（gate-shut），完成时间" in seen


def test_a_storm_of_the_command_line_takes_the_place_of_the_rain(place, capsys):
    """
    The scenario's rain is written down; an hour of Yubei's formula instead. The folder is that of the changed input.
    """
    storm = "formula: yubei-2017, lasts: 1 h, shape: block, on: all, at: 0 min"
    assert main(["periods", "rain.yaml", "--pick", "no-formula", "--periods", "1,20", "--storm", storm]) == 0
    seen = capsys.readouterr().out

    assert "Changed: rain={design-storm: {period: 1.0 a, formula: yubei-2017" in seen
    first = rows(folder(place) / "periods.csv")[0]
    assert float(first["rain [mm]"]) == pytest.approx(rain_mm(1))


def test_a_storm_past_the_range_of_its_formula_is_said_aloud(place, capsys):
    """
    4 h; the formulas were made for 5 min to 3 h.
    """
    main(["periods", "rain.yaml", "--pick", "long", "--periods", "1"])

    assert "Note: rain storm lasts 4 h; beyond 3 h the formula yubei-2017 gives too much rain" in " ".join(
        capsys.readouterr().out.split()
    )


def test_one_of_two_storms(place):
    assert main(["periods", "rain.yaml", "--pick", "second", "--rain", "again", "--periods", "2", "--quiet"]) == 0

    assert float(rows(folder(place) / "periods.csv")[0]["rain [mm]"]) == pytest.approx(rain_mm(2, 30))


@pytest.mark.parametrize(("words", "text"), [
    (["--pick", "no-formula"], "rain.yaml has no rain with formula: and period:; bring one with --storm"),
    (["--pick", "second"], "several rains come from a storm formula; say with --rain which: storm, again"),
    (["--rain", "strom"], "--rain: no rain with formula: and period: is named 'strom'; did you mean 'storm'?"),
    (["--rain", "storm", "--storm", "lasts: 1 h"],
     "--storm takes the place of the scenario's rain, and --rain names one of it; leave one out"),
    (["--storm", "period: 2 a, lasts: 1 h"], "--storm: leave period: out; --periods says which are played"),
    (["--closing", "shutt=1h"],
     "--closing: no action of the scenario and no operation sheet is named 'shutt'; did you mean 'shut'?"),
    (["--closing", "shut"], "--closing: write ACTION=TIME,... such as shut-gates=30min,1h,2h,never; found shut"),
    (["--closing", "shut=1 m3"], "--closing: 1 m3 is a volume"),
    (["--periods", "1,x"], "--periods: write years such as 1,2,5,10;"),
    (["--periods", "0"], "--periods: must be above 0 and at most 1000 years, found 0"),
    (["--periods", "2000"], "--periods: must be above 0 and at most 1000 years, found 2000"),
    (["--periods", "0.05"], "the formula gives no rain as often as that; its periods begin at 0.087 a"),
    (["--set", "park.catchments={}"], "rain storm falls on no catchment of the park, so that its"),
    (["--sheet", "a5"], "--sheet: figures are made for a4 or screen, found 'a5'"),
])  # fmt: skip
def test_what_is_refused(place, capsys, words, text):
    assert main(["periods", "rain.yaml", *words]) == 2
    assert text in capsys.readouterr().err
    assert not list(place.glob("results/*/periods.csv"))


def test_a_storm_with_something_missing_is_named_with_its_key(place, capsys):
    assert main(["periods", "rain.yaml", "--storm", "formula: yubei-2017, shape: block, on: all, at: 0 min"]) == 2
    assert "lasts" in capsys.readouterr().err


def test_years_may_have_their_unit(place):
    main(["periods", "rain.yaml", "--periods", "2 a, 1a", "--quiet"])

    assert [row["period [a]"] for row in rows(folder(place) / "periods.csv")] == ["1.0", "1.0", "2.0", "2.0"]
