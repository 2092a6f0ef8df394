"""Where a yes turns into a no."""

from hypothesis import given
from hypothesis import strategies as st

from sim.study.search import NEVER, largest_factor, last_good

SIXTHS = [k / 6 for k in range(13)]


def test_the_end_is_bracketed_and_halved():
    """
    Yes up to 0.77: both sides within 0.01.
    """
    turn = last_good(lambda x: x <= 0.77, SIXTHS, 0.0, 0.01)

    assert turn.good <= 0.77 < turn.bad <= turn.good + 0.01
    assert turn.monotone


def test_the_stretch_of_the_start_counts():
    """
    Yes from 0.5 to 0.9 and from 1.5 on; the start is 0.6.
    """
    turn = last_good(lambda x: 0.5 <= x <= 0.9 or x >= 1.5, SIXTHS, 0.6, 0.001)

    assert turn.good <= 0.9 < turn.bad
    assert not turn.monotone


def test_where_the_start_is_a_no_the_stretch_below_counts():
    """
    Yes up to 0.5; the start is 1.2.
    """
    turn = last_good(lambda x: x <= 0.5, SIXTHS, 1.2, 0.001)

    assert turn.good <= 0.5 < turn.bad


def test_never_and_always():
    assert last_good(lambda x: False, SIXTHS, 1.0, 0.1) is NEVER
    assert not last_good(lambda x: True, SIXTHS, 1.0, 0.1).found
    assert largest_factor(lambda x: False, 0.1) is NEVER
    assert largest_factor(lambda x: True, 0.1, 8.0).good == 8.0
    assert not largest_factor(lambda x: True, 0.1, 8.0).found


@given(st.floats(0.01, 900))
def test_a_factor_is_found_to_its_share(end):
    """
    Wherever it lies: what holds and what does not are 0.1 % apart.
    """
    turn = largest_factor(lambda x: x <= end, 1e-3)

    assert turn.good <= end < turn.bad
    assert turn.bad - turn.good <= 1e-3 * turn.bad


def test_a_yes_that_comes_back_is_told():
    """
    Yes below 3 and again from 6 to 20.
    """
    turn = largest_factor(lambda x: x < 3 or 6 < x < 20, 1e-3)

    assert turn.good < 3 <= turn.bad
    assert not turn.monotone
