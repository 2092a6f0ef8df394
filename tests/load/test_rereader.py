"""A scenario read again with other values is the one that a single reading gives."""

import pytest

from sim.errors import InputError
from sim.load import Rereader, load_case
from tests.study.one_pool import written


@pytest.fixture
def file(tmp_path):
    return written(tmp_path)


def test_it_reads_what_load_case_reads(file):
    reader = Rereader(file, "chicago", ["horizon=5 h"])
    for period in ("3 a", "40 a", "3 a"):
        more = f"rain.storm.period={period}"

        assert reader.scenario(more) == load_case(file, "chicago", ["horizon=5 h", more]).scenario


def test_what_is_asked_last_counts(file):
    """
    A period given with `--set` is the one of the base run, not of those that are tried.
    """
    reader = Rereader(file, sets=["rain.storm.period=9 a"])

    assert reader.scenario("rain.storm.period=3 a") == load_case(file, sets=["rain.storm.period=3 a"]).scenario


def test_rains_of_a_formula(file):
    """
    The storm, and with the override a second one among the faults; rain that is written down is none.
    """
    reader = Rereader(file, "second")
    storm, again = reader.formula_rains().values()

    assert (storm.path, storm.formula, storm.lasts_s, storm.shape) == ("rain.storm", "yubei-2017", 3600, "block")
    assert (again.path, again.lasts_s) == ("faults.again.storm", 1800)
    assert Rereader(file, "no-formula").formula_rains() == {}


def test_a_storm_of_uncertain_length_lasts_the_middle_of_it(file):
    """
    Of 30 to 60 min 45 min.
    """
    reader = Rereader(file, sets=["rain.storm.lasts={uniform: [30 min, 60 min]}"])

    assert reader.formula_rains()["storm"].lasts_s == 2700


def test_a_duration_may_have_a_source(file):
    reader = Rereader(file, sets=["rain.storm.lasts={value: 45 min, basis: assumed}"])

    assert reader.formula_rains()["storm"].lasts_s == 2700


def test_what_is_wrong_is_said_as_always_and_forgotten(file):
    reader = Rereader(file)
    with pytest.raises(InputError, match=r"its periods begin at 0\.087 a"):
        reader.scenario("rain.storm.period=0.01 a")

    assert reader.scenario("rain.storm.period=1 a").inflows
