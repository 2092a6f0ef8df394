"""People read people's names."""

import pytest

from sim.park import Link, LinkKind, Name, Receiver, ReceiverKind
from sim.report.naming import link_name, place_name
from tests.check.by_hand import RECEIVERS, small_park


@pytest.mark.parametrize(
    ("id", "en", "zh"),
    [
        ("pool", "Accident pool of A-001", "A-001事故池"),
        ("yangtze", "Yangtze", "长江"),
        ("ground", "ground", "地面"),
        ("out", "outside the park", "园区外"),
        ("treated", "treatment", "处理"),
        ("recovered", "recovery", "回收"),
    ],
)
def test_a_place_has_its_name_in_both_languages(id, en, zh):
    """
    Storages and receivers by their names; ends that every park has by the report's own words.
    """
    park = small_park()

    assert (place_name(park, id, "en"), place_name(park, id, "zh")) == (en, zh)


def test_a_park_that_names_its_treatment_is_quoted():
    works = Receiver("treated", Name("Central works"), ReceiverKind.TREATED)
    park = small_park(receivers={**RECEIVERS, "treated": works})

    assert place_name(park, "treated", "en") == place_name(park, "treated", "zh") == "Central works"


def test_a_spillway_nobody_named_is_a_spillway():
    """
    The loader gives it its id as a name; a pump keeps its own name, and a spill onto the ground goes over the wall.
    """
    park = small_park()

    assert [link_name(park, id, "en") for id in ("pool-spillway", "pump", "basin>ground")] == [
        "overflow",
        "Transfer pump of A-001",
        "over the wall",
    ]
    assert link_name(park, "pool-spillway", "zh") == "溢流口"


def test_a_spillway_with_a_name_keeps_it():
    park = small_park(Link("side-weir", Name("Side weir"), LinkKind.SPILLWAY, "pool", "main"))

    assert link_name(park, "side-weir", "en") == "Side weir"
