"""Both languages say the same, and nothing is said that nobody asks for."""

from pathlib import Path

import pytest

import sim.drill.paper
import sim.office
from sim.check import Verdict, word
from sim.drill import Phase
from sim.drill.paper.roles import GIVEN
from sim.drill.paper.sort import INJECTS, SPOKEN
from sim.drill.paper.speech import TALK
from sim.park import SheetText
from sim.words import WORDS, text
from sim.words.catalogue import template
from sim.words.paper import WORDS as PAPER

FOLDERS = [Path(each.__file__).parent for each in (sim.drill.paper, sim.office)]
SOURCES = "".join(path.read_text(encoding="utf-8") for folder in FOLDERS for path in folder.glob("*.py"))
SORTS = {*TALK, "owed", "order"}
COMPOSED = {
    *(f"phase_{each}" for each in Phase), *(f"intro_{each}" for each in Phase),
    *(f"verdict_{each}" for each in Verdict),
    *(f"verdict_{word(each, only_uncounted=True)}" for each in Verdict if each is not Verdict.BREACHED),
    *(f"sheet_{each}" for each in SheetText),
    *(f"duty_{each}" for each in GIVEN), "tell_fire", "tell_rain", "tell_failed",
    *(f"cap_{each}" for each in SORTS - {"discuss"}),
    *(f"deed_{each}" for each in SORTS - {"discuss", "order", "told", "closing"}),
}  # fmt: skip


@pytest.mark.parametrize("key", PAPER)
def test_a_word_has_as_many_paragraphs_in_both_languages(key):
    assert template(key, "en").count("\n") == template(key, "zh").count("\n")


def test_every_word_that_is_composed_is_there():
    assert set(WORDS) >= COMPOSED
    assert {key for talk in TALK.values() for _, key in talk} <= set(WORDS)
    assert set(TALK) >= {*INJECTS, *SPOKEN, "inject"}


def test_no_word_is_left_over():
    unused = [key for key in PAPER if key not in COMPOSED and f'"{key}"' not in SOURCES]

    assert unused == []


def test_a_word_that_nobody_wrote_is_refused():
    with pytest.raises(KeyError, match="nonsense"):
        text("nonsense", "en")
