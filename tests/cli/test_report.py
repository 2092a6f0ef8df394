"""`report`: where the page goes, what it keeps beside it, and what it reads instead of finding it again."""

import json

import pytest

import sim.study
from sim.cli import main
from sim.result.folder import add_files
from tests.cli.results import folder, rows


def deciding(place):
    """The page of the one result."""
    return (folder(place) / "report.html").read_text(encoding="utf-8")


def test_the_page_lies_in_the_folder_of_its_result_with_the_deadlines_it_tells(place, capsys):
    """
    The pump that starts at 10 min keeps nothing: 200 m3 have gone over by then.
    """
    assert main(["report", "scenarios/spill.yaml"]) == 0

    page = folder(place) / "report.html"
    assert capsys.readouterr().out == f"The page: {page.relative_to(place)}\n"
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert {row["action"] for row in rows(folder(place) / "deadlines.csv")} == {"pump"}


def test_of_a_result_the_deadlines_that_are_kept_are_told(place, monkeypatch):
    """
    Nothing is played again: what stands in deadlines.csv stands on the page.
    """
    main(["report", "scenarios/spill.yaml", "--quiet"])
    file = folder(place) / "deadlines.csv"
    first = deciding(place)
    monkeypatch.setattr(sim.study, "deadlines", None)

    assert main(["report", str(folder(place)), "--quiet"]) == 0
    assert deciding(place) == first

    head, _, *others = file.read_text(encoding="utf-8").splitlines()
    late = ["pump", "plant", "held", "600.0", "123.0", "-477.0", "0.0", "124.0", "true", "9"]
    told = "\n".join([head, ",".join(late), *others]) + "\n"
    add_files(folder(place), {"deadlines.csv": told.encode()})
    assert main(["report", str(folder(place)), "--quiet"]) == 0
    assert "T+2 min 3 s" in deciding(place)


def test_a_result_that_was_changed_by_hand_gets_no_page(place, capsys):
    """
    edited-result: without its accident water a breached tier would be told to hold.
    """
    main(["run", "scenarios/spill.yaml", "--quiet"])
    links = folder(place) / "links.csv"
    links.write_text(links.read_text(encoding="utf-8").replace("200.0", "0.0"), encoding="utf-8")

    assert main(["report", str(folder(place))]) == 2
    assert f"{links}: was changed since it was written" in capsys.readouterr().err
    assert not (folder(place) / "report.html").exists()


def test_a_scenario_finds_the_deadlines_it_left(place, monkeypatch):
    """
    The same scenario finds the deadlines it left; another one, and another version's, are found anew.
    """
    main(["report", "scenarios/spill.yaml", "--quiet"])
    first = deciding(place)
    seen = []
    found = sim.study.deadlines
    monkeypatch.setattr(sim.study, "deadlines", lambda *given: seen.append(given[1].id) or found(*given))

    assert main(["report", "scenarios/spill.yaml", "--quiet"]) == 0
    assert deciding(place) == first
    assert seen == []
    manifest = folder(place) / "manifest.json"
    older = manifest.read_text(encoding="utf-8").replace('"version": "', '"version": "9.')
    manifest.write_text(older, encoding="utf-8")
    main(["report", "scenarios/spill.yaml", "--quiet"])
    assert seen == ["spill"]
    main(["report", "scenarios/spill.yaml", "--pick", "drip", "--quiet"])
    assert seen == ["spill", "spill"]


def test_a_program_reads_where_it_is(place, capsys):
    assert main(["report", "scenarios/spill.yaml", "--json"]) == 0

    page = folder(place) / "report.html"
    assert json.loads(capsys.readouterr().out) == {"files": [page.relative_to(place).as_posix()]}
    assert page.is_file()


def test_deadlines_that_cannot_be_read_are_named(place, capsys):
    main(["report", "scenarios/spill.yaml", "--quiet"])
    file = folder(place) / "deadlines.csv"
    add_files(folder(place), {"deadlines.csv": b"action,tier\n"})

    assert main(["report", str(folder(place))]) == 2
    assert capsys.readouterr().err == (
        f"{file}: these are not the columns of this version; look at 'keeps'\n"
    )


@pytest.mark.parametrize("more", [["--pick", "drip"], ["--set", "horizon=2 h"]])
def test_of_a_result_nothing_can_be_changed(place, capsys, more):
    main(["report", "scenarios/spill.yaml", "--quiet"])

    assert main(["report", str(folder(place)), *more]) == 2
    assert "is a result that is there already" in capsys.readouterr().err
