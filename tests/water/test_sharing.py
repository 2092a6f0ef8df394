"""Who gets the water of a storage: all who ask when it is wet, in order of priority when it is dry."""

import pytest

from tests.water.by_hand import HOUR, park_of, pool, pour, pump, run, valve


def three(**priorities):
    """
    sump -> first 0.5 m3/s, second 0.25 m3/s, third 1 m3/s
    """
    rates = {"first": 0.5, "second": 0.25, "third": 1.0}
    return [valve(id, "sump", "treated", rates[id], priority=priorities.get(id, 0)) for id in rates]


@pytest.mark.parametrize(
    ("inflow", "served"),
    [
        (0.25, (0.25, 0, 0)),
        (0.5, (0.5, 0, 0)),
        (0.625, (0.5, 0.125, 0)),
        (1.0, (0.5, 0.25, 0.25)),
        (1.75, (0.5, 0.25, 1)),
    ],
)
def test_a_dry_storage_shares_its_inflow_in_order_of_priority(inflow, served):
    """
    The first takes up to 0.5, the second up to 0.25 of what is left, the third the rest; nothing stays.
    """
    park = park_of([pool("sump", 100)], three(first=0, second=1, third=2))
    seen = run(park, pour("fire", "sump", (0, inflow)), horizon_s=1000)

    assert tuple(seen.passed(id) for id in ("first", "second", "third")) == tuple(1000 * rate for rate in served)
    assert seen.holds("sump") == 0


def test_lower_numbers_are_served_first_whatever_the_ids_are_called():
    """
    0.5 m3/s for 1,000 s with the third first: it takes all of it.
    """
    park = park_of([pool("sump", 100)], three(third=-1))
    seen = run(park, pour("fire", "sump", (0, 0.5)), horizon_s=1000)

    assert (seen.passed("third"), seen.passed("first"), seen.passed("second")) == (500, 0, 0)


def test_equal_priorities_go_by_id():
    """
    "first" before "second" before "third" in the alphabet: 0.5, 0.125 and nothing of 0.625 m3/s.
    """
    park = park_of([pool("sump", 100)], list(reversed(three())))
    seen = run(park, pour("fire", "sump", (0, 0.625)), horizon_s=1000)

    assert (seen.passed("first"), seen.passed("second"), seen.passed("third")) == (500, 125, 0)


def test_a_wet_storage_gives_every_link_what_it_asks_for_until_it_is_dry():
    """
    175 m3 at 1.75 m3/s last 100 s: 50, 25 and 100 m3.
    """
    park = park_of([pool("sump", 200, initial={"firewater": 175})], three(third=-1))
    seen = run(park, horizon_s=HOUR)

    assert [seen.passed(id) for id in ("first", "second", "third")] == [50, 25, 100]
    assert seen.turns("second") == [0, 100]


def test_more_than_all_ask_for_stays_in_the_storage():
    """
    2 m3/s in, 1.75 out: 0.25 m3/s fill 100 m3 in 400 s; then the rest goes onto the ground.
    """
    park = park_of([pool("sump", 100)], three())
    seen = run(park, pour("fire", "sump", (0, 2.0)), horizon_s=1000)

    assert seen.of("full_at_s", "sump") == 400
    assert seen.passed("sump>ground") == 600 * 0.25
    assert [seen.passed(id) for id in ("first", "second", "third")] == [500, 250, 1000]


def test_a_dry_storage_passes_a_change_of_inflow_on_at_once():
    """
    0.25, then 0.5, then 0.125 m3/s, each for 100 s, through a dry sump: the same comes out.
    """
    park = park_of([pool("sump", 100)], [pump("lift", "sump", "treated", 1.0)])
    seen = run(park, pour("fire", "sump", (0, 0.25), (100, 0.5), (200, 0.125), (300, 0.0)), horizon_s=HOUR)

    assert [seen.rate("lift", at_s) for at_s in (0, 100, 200, 300)] == [0.25, 0.5, 0.125, 0]
    assert seen.holds("sump") == 0
    assert seen.of("peak_m3", "sump") == 0
