"""The story of a run: every event, whole, in order, each with its cause."""

from dataclasses import replace

from sim.park import Link, LinkKind, Name
from sim.record.event import (
    BY_CLOCK,
    NO_CAUSE,
    Cause,
    Crossed,
    Crossing,
    Done,
    Ended,
    Filled,
    Ordered,
    Rained,
    Reached,
    Released,
)
from tests.water.by_hand import above, at, park_of, pool, pour, run, spillway, valve


def told(seen):
    """The events of a run."""
    return list(seen.record.events)


def test_a_small_accident_is_told_from_beginning_to_end():
    """
    spill 2 m3/s -> bund (600 m3) --drain 0.5 m3/s--> basin (public)
                              ~~~~> ground

    300 m3 at 150 s, when the drain is ordered; open at 210 s, when 420 m3 stand; then 1.5 m3/s: full at 330 s.
    """
    links = [valve("drain", "bund", "basin", 0.5, opening=0.0, transfer=True)]
    park = park_of([pool("bund", 600), pool("basin", 1000, "public")], links)
    action = replace(above("bund", 300, ("drain", 1.0), id="let-down", after_s=60), text="Let the bund down.")
    seen = run(park, pour("release", "bund", (0, 2.0), (400, 0.0), id="rupture"), actions=[action], horizon_s=500)

    assert told(seen) == [
        Released(0.0, "rupture", NO_CAUSE, 2.0),
        Reached(0.0, "bund", Cause("release", "rupture")),
        Crossed(150.0, "bund", NO_CAUSE, 300.0, rising=True),
        Ordered(150.0, "let-down", Cause("crossed", "bund")),
        Reached(210.0, "basin", Cause("over", "drain")),
        Crossing(210.0, "drain", Cause("reached", "bund"), "plant", "public"),
        Done(210.0, "let-down", Cause("order", "let-down"), links=("drain",)),
        Filled(330.0, "bund"),
        Crossing(330.0, "bund>ground", Cause("reached", "bund"), "plant", "ground"),
        Released(400.0, "rupture", NO_CAUSE, 0.0),
        Ended(500.0, "run"),
    ]


def test_an_action_by_the_clock_names_the_clock():
    """
    Ordered at 100 s, done at 130 s.
    """
    park = park_of([pool("bund", 600)], [valve("drain", "bund", "treated", 1.0, opening=0.0)])
    seen = run(park, actions=[at(100, ("drain", 0.25), after_s=30)], horizon_s=200)

    assert told(seen) == [
        Ordered(100.0, "act", BY_CLOCK),
        Done(130.0, "act", Cause("order", "act"), links=("drain",)),
        Ended(200.0, "run"),
    ]


def test_rain_on_several_storages_is_one_event():
    """
    0.5 m3/s on each of three.
    """
    park = park_of([pool(id, 600) for id in ("a", "b", "c")])
    seen = run(park, pour("rain", ("a", "b", "c"), (60, 0.5), id="storm"), horizon_s=200)

    assert told(seen) == [Rained(60.0, "storm", NO_CAUSE, 1.5), Ended(200.0, "run")]


def test_a_link_within_a_tier_or_inwards_is_no_crossing():
    """
    bund -> pool (both plant), basin (public) -> pool: accident water goes over both, and leaves no tier.
    """
    storages = [pool("bund", 600), pool("pool", 1e4), pool("basin", 600, "public")]
    links = [valve("drain", "bund", "pool", 0.5), valve("back", "basin", "pool", 0.5)]
    seen = run(park_of(storages, links), pour("fire", ("bund", "basin"), (0, 0.5)), horizon_s=200)

    assert seen.entries("crossing") == []
    assert seen.entries("reached") == [(0, "reached", "basin"), (0, "reached", "bund"), (0, "reached", "pool")]


def test_a_storage_reached_from_two_sides_names_what_came_first():
    """
    basin is reached over the near pipe at 60 s and over the far one at 120 s.
    """
    storages = [pool("bund", 600, initial={"product": 100}), pool("basin", 600, "public")]
    links = [valve("far", "bund", "basin", 0.25, lag_s=120), valve("near", "bund", "basin", 0.25, lag_s=60)]
    seen = run(park_of(storages, links), horizon_s=200)

    (reached,) = [each for each in told(seen) if each.what == "reached" and each.subject == "basin"]
    assert (reached.at_s, reached.cause) == (60, Cause("over", "near"))


def test_water_that_is_still_on_its_way_is_no_cause():
    """
    A pipe has been sending product since T+0, for 120 s; meanwhile, at 30 s, fire water is poured into the basin.
    """
    storages = [pool("bund", 600, initial={"product": 100}), pool("basin", 600, "public")]
    park = park_of(storages, [valve("pipe", "bund", "basin", 0.25, lag_s=120)])
    seen = run(park, pour("fire", "basin", (30, 0.5), id="monitor"), horizon_s=200)

    (reached,) = [each for each in told(seen) if each.what == "reached" and each.subject == "basin"]
    assert (reached.at_s, reached.cause) == (30, Cause("fire", "monitor"))


def test_a_storage_that_is_full_at_the_start_is_not_told_to_become_full():
    """
    Full of rain at T+0; what goes over is rain and crosses nothing.
    """
    park = park_of([pool("bund", 600, initial={"rain": 600})])
    seen = run(park, pour("rain", "bund", (0, 0.5)), horizon_s=100)

    assert seen.entries("full", "crossing", "reached") == []
    assert seen.passed("bund>ground") == 50


def test_a_bund_that_is_full_again_is_told_once():
    """
    Full at 100 s, drained, full again.
    """
    park = park_of([pool("bund", 100)], [valve("drain", "bund", "treated", 2.0, opening=0.0)])
    actions = [at(150, ("drain", 1.0), id="open"), at(200, ("drain", 0.0), id="shut")]
    seen = run(park, pour("rain", "bund", (0, 1.0)), actions=actions, horizon_s=400)

    assert seen.entries("full") == [(100, "full", "bund")]
    assert seen.holds("bund") == 100


def test_two_tiers_crossed_at_once_are_both_told():
    """
    bund (plant, full) -> main (public, dry) --outfall--> river (boundary): at 0 s over both.
    """
    storages = [
        pool("bund", 100, initial={"product": 100}),
        pool("main", 100, "public"),
        pool("river", 1e4, "boundary"),
    ]
    park = park_of(
        storages,
        [spillway("crest", "bund", "main"), Link("outfall", Name("outfall"), LinkKind.PIPE, "main", "river", 5.0)],
    )
    seen = run(park, pour("fire", "bund", (10, 0.5)), horizon_s=100)

    assert seen.entries("crossing") == [(10, "crossing", "crest"), (10, "crossing", "outfall")]
