"""What was moved, as an address and as a command line, and back."""

import shlex
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.board.state import State
from sim.errors import InputError

WORD = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="=-"), min_size=1)
VALUE = st.text(st.characters(exclude_categories=("C",)), min_size=1)
STATES = st.builds(State, WORD, st.one_of(st.just(""), WORD), st.lists(st.tuples(WORD, VALUE)).map(tuple))


@given(STATES)
def test_nothing_is_lost_on_the_way(state):
    """
    Any names and values, with quotes, signs of addresses and Chinese letters.
    """
    assert State.of_address(state.address) == state
    assert State.of_command(state.command("python run_sim.py")) == state


@given(STATES, STATES)
def test_what_the_page_keeps_beside_is_no_part_of_it(state, kept):
    """
    A of the page stands in the address as a whole address of its own.
    """
    assert State.of_address(f"{state.address}&{urlencode({'a': kept.address})}") == state


def test_a_command_is_what_somebody_would_type():
    """
    A value with a blank stands in quotes.
    """
    state = State("scenarios/fire.yaml", "better", (("a.b", "8 h"), ("c", "open")))

    assert state.command("three-tier") == (
        "three-tier run scenarios/fire.yaml --pick better --set 'a.b=8 h' --set c=open"
    )  # fmt: skip
    assert shlex.split(state.command("three-tier"))[-3:] == ["a.b=8 h", "--set", "c=open"]


@pytest.mark.parametrize("address", ["", "v=2&scenario=a.yaml", "v=1", "v=1&scenario=a.yaml&scenario=b.yaml",
                                     "v=1&scenario=a.yaml&levels=x.csv", "v=1&scenario=a.yaml&set=x"])  # fmt: skip
def test_another_address_is_refused(address):
    """
    Of another version, without a scenario, of two, with what no board reads, and a value that is none.
    """
    with pytest.raises(InputError):
        State.of_address(address)
