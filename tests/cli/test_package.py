"""`package`: what it writes and prints of a small park, and what it refuses."""

import json

import pytest

from sim.cli import main
from sim.cli.package import MOST_QUESTIONS

NAMES = ["0-cover.{}.docx", "1-plan.{}.docx", "2-map.{}.pdf", "2-map.{}.png",
         "2-command-map-spill.{}.pdf", "2-command-map-spill.{}.png", "3-lists.{}.xlsx", "3-spaces.{}.csv",
         "3-facilities.{}.csv", "4-scenario-cards.{}.docx", "5-post-cards.{}.docx"]  # fmt: skip
WORDS = ["package", "two-pools", "two-pools/spill.yaml"]


@pytest.fixture
def here(place):
    """The small park of the command line in a folder of its own, with one of its scenarios."""
    (place / "two-pools").mkdir()
    park = (place / "park.yaml").read_text(encoding="utf-8")
    scenario = (place / "scenarios" / "spill.yaml").read_text(encoding="utf-8").replace("park: ..", "park: .")
    (place / "two-pools" / "park.yaml").write_text(park, encoding="utf-8")
    (place / "two-pools" / "spill.yaml").write_text(scenario, encoding="utf-8")
    return place


def test_the_papers_are_told_in_the_order_in_which_one_reads_them(here, capsys):
    assert main([*WORDS, "--out", "out"]) == 0

    out = capsys.readouterr().out
    names = [each.format("en") for each in NAMES]
    assert sorted(names, key=out.index) == names
    assert f"\n{MOST_QUESTIONS}.  " in out
    assert f"\n{MOST_QUESTIONS + 1}.  " not in out
    assert {each.name for each in (here / "out").iterdir()} == {*names, "files.json", "runs"}


def test_both_languages_are_written_and_told_as_json(here, capsys):
    assert main([*WORDS, "--out", "out", "--lang", "both", "--json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["files"] == [f"out/{each.format(language)}" for language in ("en", "zh") for each in NAMES]
    assert all(len(each) == 2 for each in told["not_known"])


def test_the_runs_lie_beside_the_papers_with_their_studies(here):
    assert main([*WORDS, "--out", "out", "--quiet"]) == 0

    (run,) = (here / "out" / "runs").iterdir()
    assert {"deadlines.csv", "limits.csv", "faults.csv", "recovery.csv", "second-event.csv", "reports.csv"} <= {
        each.name for each in run.iterdir()
    }


def test_what_somebody_has_filled_in_is_never_written_over(here, capsys):
    """
    Written twice is no edit; a letter more is one, and nothing is written then.
    """
    assert main([*WORDS, "--out", "out", "--quiet"]) == 0
    assert main([*WORDS, "--out", "out", "--quiet"]) == 0
    path = here / "out" / "3-spaces.en.csv"
    path.write_text(path.read_text(encoding="utf-8") + "x", encoding="utf-8")

    assert main([*WORDS, "--out", "out", "--quiet"]) == 2
    assert capsys.readouterr().err == (
        "out/3-spaces.en.csv was edited since it was written; move it away, or write elsewhere with --out DIR\n"
    )
    assert path.read_text(encoding="utf-8").endswith("x")


@pytest.mark.parametrize(("words", "message"), [
    (["package", "two-pools"], "name a park and its scenarios, such as: "),
    ([*WORDS, "two-pools/spill.yaml"], "spill is played twice"),
    ([*WORDS, "--lang", "fr"], "--lang: 'fr' is no language of the tables"),
])  # fmt: skip
def test_wrong_words_are_told(here, capsys, words, message):
    assert main(words) == 2

    assert capsys.readouterr().err.startswith(message)


def test_a_scenario_of_another_park_is_refused(here, capsys):
    other = (here / "park.yaml").read_text(encoding="utf-8").replace("id: two-pools", "id: elsewhere")
    (here / "park.yaml").write_text(other, encoding="utf-8")

    assert main(["package", "two-pools", "scenarios/spill.yaml"]) == 2
    assert "does not play in two-pools; name scenarios of one park" in capsys.readouterr().err
