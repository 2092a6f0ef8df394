"""The numbers that a scenario lets people move on the board, looked up where they stand."""

from __future__ import annotations

from collections.abc import Collection

from sim.errors import InputError
from sim.load.kinds.blocks import Form
from sim.load.place import Faults
from sim.load.reading import Spot
from sim.load.scenario_form import BOARD
from sim.load.sweepable import Sweepable, Written
from sim.message import Message
from sim.scenario import Slider


def build_sliders(written: Written, faults: Faults, stands: bool) -> tuple[Slider, ...]:
    """The sliders in the order of the file. What is wrong is noted where the file `stands` as it is written; a number
    that goes with a pick is left out of it."""
    node = written.scenario.get("board")
    board = None if node is None else BOARD.read(node, Spot.nowhere())
    found: list[Slider] = []
    above: set[str] = set()
    for k, form in enumerate(board.get("sliders", ()) if board else ()):
        if "number" not in form:
            continue  # which was noted when it was read
        try:
            found.append(_slider(form, written, above))
        except InputError as error:
            if stands:
                faults.add(form.place("number"), f"board.sliders[{k}]", error.message)
        above.add(form["number"])
    return tuple(found)


def _slider(form: Form, written: Written, above: Collection[str]) -> Slider:
    """One of them, below others.

    Raises:
        InputError: no number stands at its path that may be moved, it cannot be moved so far, or one above moves it.
    """
    path = form["number"]
    if path in above:
        raise InputError(Message("it is moved by a slider above already; leave one of them out"))
    number = written.at(path)
    if number.own is None:
        raise InputError(Message("no number is written at {path}, so nothing can be moved from there; write one",
                                 path=path))  # fmt: skip
    return Slider(path, _ends(form, number) if form.has("from", "to") else None)


def _ends(form: Form, number: Sweepable) -> tuple[float, float]:
    """Between what it may be moved [SI].

    Raises:
        InputError: one of them is no value of it, or they are in the wrong order.
    """
    assert number.own is not None  # whoever asks has seen to that
    ends = []
    for key in ("from", "to"):
        value = number.read(form[key])
        if value.measures != number.own.measures:
            raise InputError(Message("{key}: {text} is of another sort than {own}, which stands in the file; write it "
                                     "alike", key=key, text=form[key], own=number.text))  # fmt: skip
        ends.append(float(value.number))
    low, high = ends
    if low >= high:
        raise InputError(Message("from: {low} is not less than to: {high}; write the lesser one first",
                                 low=form["from"], high=form["to"]))  # fmt: skip
    return low, high
