"""A park and a scenario to begin with: asked for, or as they are offered, in both languages."""

import io
import sys

import pytest

from sim.cli import main
from sim.load import load_case, load_park
from sim.park import Basis

from ..shipped import ROOT

TYPED = "1万方\n\n4000 m3\n\n\n\n10 min\n\n2 h\n"
"""Tank, bund, pool, public pool, main, river, minutes, fire water, its duration; an empty line takes what is there."""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """A folder of nobody's, in which we stand."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def typing(monkeypatch, text):
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def verdicts(path, tmp_path, capsys, *more):
    """The words of the verdicts of a run."""
    from sim.result import run

    case = load_case(path, *more)
    return [each.word for each in run(case.park, case.scenario).verdict.tiers]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_is_offered_gives_a_verdict_at_once(language, place, capsys):
    """
    5,000 m3 of tank and 250 L/s x 4 h = 3,600 m3: 8,600 m3 into a bund of 5,500, so 3,100 into a pool of 3,000 m3,
    from which the pump takes all to the public pool: the plant is relieved, the public pool holds, no more. In eight
    hours 7,200 m3 of fire water come: all three are lost.
    """
    assert main(["new", "park", "my-park", "--yes", "--lang", language]) == 0

    folder = place / "configs/my-park"
    assert verdicts(folder / "fire.yaml", place, capsys) == ["relieved", "held", "untouched"]
    assert verdicts(folder / "fire.yaml", place, capsys, "longer-fire") == ["breached"] * 3
    assert {each.basis for each in load_park(folder).provenance} == {Basis.ASSUMED}
    assert "configs/my-park/fire.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "zh"])
def test_it_validates_without_a_word_of_warning(language, place, capsys):
    main(["new", "park", "my-park", "--yes", "--lang", language, "--quiet"])

    assert main(["validate", "configs/my-park", "configs/my-park/fire.yaml"]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert [line[:3] for line in lines] == ["ok ", "ok ", "", "No "]
    assert lines[-1].startswith("No conflicts")


@pytest.mark.parametrize(("language", "said", "promise"), [
    ("en", "Volume of the largest tank", "nothing leaves the public emergency space"),
    ("zh", "最大储罐容积", "不出公共应急空间"),
])  # fmt: skip
def test_numbers_are_asked_for_in_the_readers_language(language, said, promise, place, monkeypatch, capsys):
    typing(monkeypatch, TYPED)

    assert main(["new", "park", "园区一", "--lang", language, "--out", "here"]) == 0

    assert said in capsys.readouterr().out
    park = load_park("here")
    case = load_case("here/fire.yaml")
    assert park.storages["pool"].capacity_m3 == 4000
    assert case.scenario.spilt_m3 == pytest.approx(10_000)
    assert park.sheets["outfall-shut"].travel_s == 600
    assert park.tiers["public"].promise.in_language(language) == promise
    assert {"en": "nobody has checked it", "zh": "未经核实"}[language] in park.provenance[0].source


def test_a_wrong_answer_is_asked_again_with_the_reason(place, monkeypatch, capsys):
    typing(monkeypatch, "5000\n2 h\n5000 m3\n" + "\n" * 9)

    assert main(["new", "park", "p", "--quiet"]) == 0

    out = capsys.readouterr().out
    assert out.count("Volume of the largest tank") == 3
    assert "5000 has no unit; write m3" in out


def test_when_nobody_answers_nothing_is_written(place, monkeypatch, capsys):
    typing(monkeypatch, "5000 m3\n")

    assert main(["new", "park", "p"]) == 2

    assert "no more answers; type them, or take what is offered with --yes" in capsys.readouterr().err
    assert not (place / "configs").exists()


def test_files_that_are_there_are_left_alone(place, capsys):
    main(["new", "park", "p", "--yes", "--quiet"])
    before = (place / "configs/p/park.yaml").read_bytes()

    assert main(["new", "park", "p", "--yes"]) == 2

    assert "configs/p/park.yaml is there already" in capsys.readouterr().err
    assert (place / "configs/p/park.yaml").read_bytes() == before


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(("park", "called"), [
    ("docs/first-park", ["transfer-start", "outfall-shut", "river-gate-shut"]), ("docs/small-plant", []),
    ("configs/changshou-yanjia",
     ["a-001-rain-valve-shut", "outfall-05-shut", "a-001-transfer-start", "a-001-foul-pump-start"]),
])  # fmt: skip
def test_a_scenario_can_be_made_in_any_park(park, called, language, place, capsys):
    """
    It plays; its plan shuts what leads out of a tier on the water's way, and starts the pumps that carry water on. The
    small plant has none of these.
    """
    path = place / "scenarios" / "s.yaml"
    assert main(["new", "scenario", str(ROOT / park), "--yes", "--lang", language, "--out", str(path)]) == 0

    case = load_case(path)
    sheets = [sheet for rule in case.scenario.rules for sheet in rule.do]
    assert sorted(sheets) == sorted(called)
    assert len(verdicts(path, place, capsys)) == len(case.park.tiers)
    assert main(["validate", str(path), "--quiet"]) == 0


@pytest.mark.parametrize(("given", "told"), [
    ([], "name what to make, such as"), (["parc", "x"], "nothing new is called 'parc'; did you mean 'park'?"),
    (["park", "My Park"], "is no id"),
    (["scenario", "nowhere", "--yes"], "there is no folder nowhere"),
])  # fmt: skip
def test_what_is_wrong_is_told(given, told, place, capsys):
    assert main(["new", *given]) == 2
    assert told in capsys.readouterr().err
