"""Loops of links without travel time are found, all of them, and named."""

from hypothesis import given
from hypothesis import strategies as st

from sim.load.loops import loop_text, loops_without_lag
from sim.park import Link, LinkKind, Name


def link(id, source, target, lag_s=0.0):
    return Link(id, Name(id), LinkKind.VALVE, source, target, capacity_m3_s=1, lag_s=lag_s)


def texts(links):
    return [loop_text(loop) for loop in loops_without_lag(links)]


def test_no_loop():
    """
    a -> b -> c, and a -> c beside it.
    """
    assert texts([link("ab", "a", "b"), link("bc", "b", "c"), link("ac", "a", "c")]) == []


def test_one_lag_opens_a_loop():
    there, back = link("ab", "a", "b"), link("ba", "b", "a", lag_s=1)

    assert texts([there, back]) == []
    assert texts([there, link("ba", "b", "a")]) == ["a -ab-> b -ba-> a"]


def test_two_loops_through_one_storage():
    """
    a <-> b <-> c: each pair is a loop, and each is named.
    """
    links = [link("ab", "a", "b"), link("ba", "b", "a"), link("bc", "b", "c"), link("cb", "c", "b")]

    assert texts(links) == ["a -ab-> b -ba-> a", "b -bc-> c -cb-> b"]


def test_two_links_side_by_side():
    """
    Two ways from a to b and one back: both ways are on a loop.
    """
    links = [link("x", "a", "b"), link("y", "a", "b"), link("z", "b", "a")]

    assert texts(links) == ["a -x-> b -z-> a", "a -y-> b -z-> a"]


def test_a_long_ring():
    """
    5,000 storages in a ring: one loop, and no recursion as deep.
    """
    ring = [link(f"l{k:04}", f"s{k}", f"s{(k + 1) % 5000}") for k in range(5000)]

    assert [len(loop) for loop in loops_without_lag(ring)] == [5000]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5), st.booleans()), max_size=14))
def test_every_link_on_a_loop_is_named_and_no_other(ends):
    """
    A link lies on a loop when its source can be reached from its target, here found by walking.
    """
    links = [link(f"l{k:02}", str(a), str(b), lag_s=float(late)) for k, (a, b, late) in enumerate(ends) if a != b]
    quick = [each for each in links if each.lag_s == 0]

    named = {each.id for loop in loops_without_lag(links) for each in loop}

    assert named == {each.id for each in quick if each.source in reach(each.target, quick)}
    for loop in loops_without_lag(links):
        assert all(one.target == two.source for one, two in zip(loop, [*loop[1:], loop[0]], strict=True))


def reach(start, links):
    """Every storage that can be reached."""
    found = {start}
    while more := {each.target for each in links if each.source in found} - found:
        found |= more
    return found
