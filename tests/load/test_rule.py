"""Rules of the response plan as they are written."""

from sim.load import load_case
from sim.park import Name
from sim.scenario import Alarm, Detected, Detection, Ending, Rule, SheetEnds


def rule(fire, id):
    """One rule."""
    (found,) = (rule for rule in fire.rules if rule.id == id)
    return found


def test_rule_with_a_way_out(fire):
    """
    One sheet is a list of one.
    """
    assert rule(fire, "shut") == Rule(
        "shut", Detected(), after_s=180, do=("shut-outfall",), otherwise=("throttle",), text=Name("Shut the outfall.")
    )


def test_sheets_one_by_one(fire):
    assert rule(fire, "pump").do == ("start-lift", "lay-pump")
    assert rule(fire, "pump").one_by_one is True
    assert rule(fire, "shut").one_by_one is False


def test_priority_and_preemption(fire):
    assert rule(fire, "fish") == Rule("fish", Alarm("outfall-fish"), do=("raise-bund",), priority=-1, preempt=True)
    assert rule(fire, "done").priority == 5


def test_call(fire):
    """
    A crew and equipment from outside; nothing is done.
    """
    when = SheetEnds("shut-outfall", Ending.FAILED)
    assert rule(fire, "failed") == Rule("failed", when, call=("contractor", "hose"))


def test_rules_stand_in_the_order_of_the_file(small):
    path = small / "fire.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("response:\n", "response:\n  zero: {when: detected, do: look}\n"), encoding="utf-8")

    assert [rule.id for rule in load_case(path).scenario.rules][:3] == ["zero", "shut", "pump"]


def test_stated_report(fire):
    assert fire.detection == Detection(report_s=900)


def test_nobody_reports_when_nothing_is_written(small):
    assert load_case(small / "fire.yaml", sets=["detection={}"]).scenario.detection == Detection(report_s=None)
