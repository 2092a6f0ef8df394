"""One thing has one name, wherever people read of it."""

import csv
from io import StringIO
from itertools import chain

import pytest
from matplotlib.text import Text
from rich.console import Console

from sim.called import Called
from sim.drill import master_list
from sim.load import load_case
from sim.report.deadlines import print_deadlines
from sim.report.figures.frame import Look
from sim.report.figures.gantt import draw_gantt
from sim.report.page.tables import tables
from sim.result import run, save
from tests.drill.runs import run_of

PLACES = ("docs/first-park/fire.yaml", "docs/first-park/plan.yaml")
LANGUAGES = ("en", "zh")


@pytest.fixture(scope="module", params=PLACES, ids=("script", "plan"))
def played(request):
    """A run with its deadlines: orders of a script, and those of a response plan by its sheets."""
    return run_of(request.param)


def close(words):
    """Words without blanks, so that it does not matter where lines are broken."""
    return "".join(words.split())


def names(played, language):
    """What the jobs of a run are called, by their ids."""
    called = Called(played.park, played.scenario, language)
    ids = [each.subject for each in played.result.events if each.what == "order"]
    assert ids
    return {id: called.job(id) for id in ids}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terminal_calls_actions_so(played, language):
    file = StringIO()
    console = Console(file=file, width=400, color_system=None)
    print_deadlines(console, Called(played.park, played.scenario, language), played.deadlines)

    hanging = {each.action for each in played.deadlines if each.hangs}
    assert hanging
    for id in hanging:
        assert names(played, language)[id] in file.getvalue()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_calls_jobs_links_and_storages_so(played, language):
    result, called = played.result, Called(played.park, played.scenario, language)
    found = {table.id: [[cell.said[language] for cell in row] for row in table.rows]
             for table in tables(result, played.deadlines)}  # fmt: skip
    crossings = list(chain.from_iterable((*tier.escapes, *tier.transfers) for tier in result.verdict.tiers))

    assert {row[0] for row in found["actions"]} >= set(names(played, language).values())
    for id, name in names(played, language).items():
        assert any(name in row[1] for row in found["events"]), id
    assert [row[2] for row in found["crossings"]] == [called.place(each.source) for each in crossings]
    assert [row[1] for row in found["crossings"]] == [called.way(each.link) for each in crossings]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_gantt_chart_calls_jobs_so(played, language):
    figure = draw_gantt(played.result, Look(language))
    drawn = close("\n".join(each.get_text() for each in figure.findobj(Text)))

    for name in names(played, language).values():
        assert close(name) in drawn


def test_the_tables_in_the_folder_call_jobs_so(played, tmp_path):
    place = PLACES[bool(played.scenario.rules)]
    case = load_case(place)
    folder = save(run(case.park, case.scenario), case, tmp_path)

    with (folder / "actions.csv").open(encoding="utf-8") as file:
        rows = {row["action"]: row["text"] for row in csv.DictReader(file)}
    events = (folder / "events.csv").read_text(encoding="utf-8")
    for id, name in names(played, "en").items():
        assert rows[id] == name
        assert f"ordered: {name}" in events


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drill_calls_actions_and_what_they_are_about_so(played, language):
    """
    Lines of orders, and those in which control says that something has not been done, by which way water would go.
    """
    called = Called(played.park, played.scenario, language)
    lines = master_list([played]).lines
    for line in lines:
        if line.action:
            assert names(played, language)[line.action] in line.text.in_language(language)
        if str(line.kind) == "contingency" and "(" in line.text.en:
            assert called.way(line.missed.link) in line.text.in_language(language)
