"""Whatever is said has its words, and no word is left over."""

import re
from pathlib import Path

import pytest

import sim
from sim.check import Verdict
from sim.check.downstream import Unknown
from sim.hydrology.sizing import Standard
from sim.lint import Saying
from sim.load.scenario_form import StormShape
from sim.park import ORIGINS, PLANTS_OWN, Basis, Because, ReceiverKind
from sim.scenario import Ending, TierState
from sim.study.faults import SORTS
from sim.study.limits import Load
from sim.study.waiting import Stay
from sim.words import WORDS, text
from sim.words.catalogue import TOPICS

ROOT = Path(sim.__file__).parent
TOPIC_FILES = {Path(topic.__file__) for topic in TOPICS}
FILES = [path for path in ROOT.rglob("*") if path.suffix in (".py", ".html", ".js") and path not in TOPIC_FILES]
SOURCES = [path.read_text(encoding="utf-8") for path in FILES]
BUILT = re.compile(r'["`]([a-z][a-z_]*_)(?:\$?\{|" ~)')
"""The beginning of a key that is put together, as in f"origin_{each}", `origin_${each}` or, in a template, "origin_" ~
each."""


def test_no_key_stands_in_two_topics():
    assert len(WORDS) == sum(len(topic.WORDS) for topic in TOPICS)


def test_every_verdict_basis_and_reserved_receiver_has_a_word():
    wanted = {*Verdict, *ReceiverKind, *(f"basis_{each}" for each in Basis)}

    assert wanted <= set(WORDS)


def test_every_conflict_and_state_has_a_word():
    assert {f"conflict_{each}" for each in Saying} | {f"when_{each}" for each in (*Ending, *TierState)} <= set(WORDS)


def test_every_usual_reason_has_a_word():
    assert {f"because_{each}" for each in Because} <= set(WORDS)


def test_no_word_is_left_over():
    elsewhere = {
        *Verdict, *ReceiverKind, *(f"basis_{each}" for each in Basis), *(f"conflict_{each}" for each in Saying),
        *(f"when_{each}" for each in (*Ending, *TierState)), *(f"fault_of_{each}" for each in SORTS),
        *(f"downstream_{each}" for each in Unknown), *(f"because_{each}" for each in Because),
        *(f"shape_{each}" for each in StormShape), *(f"map_origin_{each}" for each in ORIGINS),
        *(f"work_{each}" for each in ("shut", "open", "start", "stop", "set")),
        *(f"counted_{each}" for each in PLANTS_OWN), *(f"stays_{each}" for each in Stay), *Load,
    }  # fmt: skip
    used = "".join(SOURCES).replace("'", '"')
    begun = tuple(set(BUILT.findall(used)) | {f"{key}_" for key in ("required", "difference", "sheet", "text")})
    elsewhere |= {*Standard}
    unused = [key for key in WORDS if key not in elsewhere and f'"{key}"' not in used and not key.startswith(begun)]

    assert unused == []


def test_a_language_nobody_wrote_is_refused():
    with pytest.raises(KeyError, match="fr"):
        text("held", "fr")
