"""People, faults and water at random: whatever happens, the list that is made of it keeps its promises."""

from itertools import pairwise
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.drill import Exercise, Kind, master_list
from sim.drill.injects import TOGETHER_S
from sim.drill.layout import LEAST_GAP_S, LEAST_JUMP_S
from sim.drill.line import Phase
from sim.drill.numbers import line_key
from sim.drill.run_of import RunOf
from sim.drill.thinning import THINNED
from sim.record.event import KINDS
from tests.engine.test_always import manned
from tests.water.by_hand import HOUR, MINUTE

RUNS = manned(loops=False).map(lambda case: RunOf.of(*case, ()))
FEW = settings(max_examples=15, deadline=None)


@FEW
@given(RUNS)
def test_what_a_line_comes_from_happened_at_its_time_or_before(of):
    """
    Every `what subject` of the run is there by then. Triggers are named as rules and clocks; an inflow's end is not an
    entry of its own; alarms of one place within two minutes are told with the first.
    """
    for line in master_list([of]).lines:
        for cause in line.causes:
            what, _, subject = cause.partition(" ")
            if what in ("rule", "clock", "done") or subject.endswith(" ends"):
                continue
            times = [each.at_s for each in of.events(KINDS[what]) if each.subject == subject]
            assert times, cause
            assert min(times) <= line.at_s + (TOGETHER_S if what == "alarm" else 1e-6), cause


@FEW
@given(RUNS)
def test_no_line_tells_of_another_time_s_state(of):
    """
    What is said of a storage is as it stands when the line comes, neither before nor after.
    """
    for line in master_list([of]).lines:
        if line.state is not None:
            assert line.state.at_s == line.at_s


@FEW
@given(RUNS, st.sampled_from([30 * MINUTE, HOUR, 3 * HOUR]))
def test_exercise_times_never_fall_and_fit_if_they_can(of, lasts_s):
    """
    Each of the n gaps can be cut to a minute, or has less than five to spare: n times six minutes always are enough.
    """
    lines = master_list([of], Exercise(lasts_s=lasts_s)).lines
    fixed = [line for line in lines if line.kind is not Kind.CONTINGENCY]

    assert all(a.exercise_s <= b.exercise_s for a, b in pairwise(lines))
    assert all(a.at_s <= b.at_s + 1e-6 for a, b in pairwise(fixed))
    gaps = sum(line.kind is not Kind.JUMP for line in fixed) - 1
    if gaps * (LEAST_GAP_S + LEAST_JUMP_S) <= lasts_s:
        assert fixed[-1].exercise_s <= lasts_s + 1e-3


@FEW
@given(RUNS, st.integers(1, 6))
def test_thinning_keeps_to_the_density_and_to_what_is_expected(of, most):
    """
    Of what may be left out no hour holds more; nothing else is left out.
    """
    whole, thin = master_list([of]).lines, master_list([of], Exercise(most_an_hour=most)).lines
    light = [line.exercise_s for line in thin if line.kind in THINNED and isfinite(line.weight)]

    assert all(sum(start <= each < start + HOUR for each in light) <= most for start in light)
    kept = {line_key(line) for line in thin}
    assert {line_key(line) for line in whole if line.kind not in THINNED} <= kept


@FEW
@given(RUNS, st.integers(1, 6))
def test_numbers_are_unique_and_stay(of, most):
    """
    A thinner list, and a fuller one after it, give every line the number that it had, and no number twice.
    """
    first = master_list([of])
    thin = master_list([of], Exercise(most_an_hour=most), known=first.given)
    again = master_list([of], known=thin.given)

    assert len(set(first.given.values())) == len(first.given) == len(first.lines)
    assert thin.given == first.given == again.given
    assert {line_key(line): line.number for line in again.lines} == first.given


@FEW
@given(RUNS)
def test_an_exercise_begins_and_ends(of):
    lines = master_list([of]).lines

    assert lines[0].key == "control/begin"
    assert lines[-1].phase is Phase.REVIEW
    assert lines[0].exercise_s == pytest.approx(0)
