"""The package of the small park of docs/first-park with its plan, made once; and what stands in its papers."""

import pytest

from sim.dossier import Dossier, Played, write_papers
from sim.load import load_case, load_park
from sim.result import save
from tests.shipped import ROOT

PARK = ROOT / "docs" / "first-park"
LANGUAGES = ("en", "zh")


@pytest.fixture(scope="session")
def dossier():
    """The park with one scenario; the numbers are in the head of plan.yaml."""
    return Dossier(load_park(PARK), [Played.of(load_case(PARK / "plan.yaml"))])


@pytest.fixture(scope="session")
def package(dossier, tmp_path_factory):
    """The folder of its papers in both languages, with the runs."""
    folder = tmp_path_factory.mktemp("package")
    for language in LANGUAGES:
        write_papers(dossier, folder, language)
    for each in dossier.played:
        save(each.run.result, each.case, folder / "runs", studies=each.tables())
    return folder
