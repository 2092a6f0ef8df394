"""What crews did, a row a job."""

from sim.record.job import jobs
from tests.engine.people import crew, park_with, rule, run, sheet
from tests.water.by_hand import HOUR


def told(sheets, rules, horizon_s=HOUR, crews=None):
    park = park_with(crews=crews or [crew()], sheets=sheets)
    seen = run(park, horizon_s=horizon_s, rules=rules)
    found = jobs(seen.record.events, horizon_s)
    return [(each.id, each.ordered_s, each.leaves_s, each.begun_s, each.ended_s, each.outcome) for each in found]


def test_the_second_job_waits_for_the_only_team():
    """
    100 s to walk and 200 s to turn, ordered at once: the second sets out when the first is done, at 300 s.
    """
    ways = {"crew": "crew", "travel_s": 100, "work_s": 200}
    found = told([sheet("v1-shut", **ways), sheet("v2-shut", **ways)], (rule("r", 0, "v1-shut", "v2-shut"),))

    assert found == [("v1-shut", 0, 0, 100, 300, "done"), ("v2-shut", 0, 300, 400, 600, "done")]


def test_a_job_that_is_called_off_waits_from_then_on():
    """
    v1 is begun at 100 s and called off at 200 s for v2, which takes until 350 s; then 100 s of road and the 400 s of
    work that are left: it sets out again at 350 s, and waited from 200 s on, not from its order.
    """
    sheets = [
        sheet("v1-shut", crew="crew", travel_s=100, work_s=500),
        sheet("v2-shut", crew="crew", travel_s=50, work_s=100),
    ]
    found = told(sheets, (rule("a", 0, "v1-shut", priority=5), rule("b", 200, "v2-shut", priority=1, preempt=True)))

    assert found == [
        ("v1-shut", 0, 0, 100, 200, "called-off"), ("v2-shut", 200, 200, 250, 350, "done"),
        ("v1-shut", 200, 350, 450, 850, "done"),
    ]  # fmt: skip


def test_a_job_whose_team_never_comes_back_goes_on_waiting():
    """
    Called off at 200 s, and v2 takes longer than the run of 300 s: v1 still waits when it ends.
    """
    sheets = [
        sheet("v1-shut", crew="crew", travel_s=100, work_s=500),
        sheet("v2-shut", crew="crew", travel_s=50, work_s=1000),
    ]
    rules = (rule("a", 0, "v1-shut", priority=5), rule("b", 200, "v2-shut", priority=1, preempt=True))
    found = told(sheets, rules, horizon_s=300)

    assert [(each[0], each[1], each[4], each[5]) for each in found] == [
        ("v1-shut", 0, 200, "called-off"), ("v2-shut", 200, 300, "going"), ("v1-shut", 200, 300, "going"),
    ]  # fmt: skip


def test_a_job_that_fails_ends_when_it_fails():
    """
    100 s to walk, 200 s to turn, and it never works.
    """
    found = told([sheet("v1-shut", crew="crew", travel_s=100, work_s=200, works=0.0)], (rule("r", 0, "v1-shut"),))

    assert found == [("v1-shut", 0, 0, 100, 300, "failed")]
