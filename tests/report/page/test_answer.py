"""The answer on top of the page, from records written by hand."""

from dataclasses import replace
from math import nan
from types import SimpleNamespace

import pytest

from sim.check import Arrival, Downstream, Verdict
from sim.park import Link, LinkKind, Name, Receptor, Storage
from sim.report.page.answer import below_headline, headline, intakes_answer, tier_answers
from sim.result import Result
from sim.study import Deadline
from tests.check.by_hand import HOUR, Passed, Wet, accident, small_park, small_record


def result_of(wet, passed, starts=""):
    park = small_park()
    return Result(park, accident(starts=starts), small_record(park, wet, passed))


def lost_to_the_river(starts="", **volumes):
    """The river section loses water through its gate at 2 h."""
    return result_of({"river": Wet(9000, reached=HOUR)}, {"gate": Passed(2 * HOUR, **volumes)}, starts)


def plain(said):
    return {language: words.replace("\u00a0", " ") for language, words in said.items()}


def late(action, done_h, latest_h, tier="boundary"):
    """An action and the time by which it alone would have kept the tier; both in hours."""
    return Deadline(action, tier, Verdict.RELIEVED, done_h * HOUR, latest_h * HOUR, nan)


def test_the_headline_tells_accident_water_from_what_mixed_with_it():
    """
    40 + 8 + 2 m3 of product, fire and process water, 150 m3 of rain and 800 m3 of river water: 1,000 in all.
    """
    found = lost_to_the_river(product=40, firewater=8, process=2, rain=150, river=800)

    assert plain(headline(found)) == {
        "en": "Breached: Park boundary. 1,000 m³ of accident water left the park.",
        "zh": "失守：三级防控（园区边界）。1,000 m³事故水流出园区。",
    }
    assert [plain(each) for each in below_headline(found)] == [{
        "en": "50 m³ of it is product, fire water and process water, "
              "950 m³ is rain and river water that mixed with it.",
        "zh": "其中物料、消防水和生产废水50 m³，混入的雨水和河水950 m³。",
    }]  # fmt: skip


def test_where_nothing_mixed_with_it_the_headline_says_one_number():
    found = lost_to_the_river(product=40, firewater=8)

    assert plain(headline(found))["en"] == "Breached: Park boundary. 48 m³ of accident water left the park."
    assert below_headline(found) == []


def test_where_every_tier_was_breached_their_number_says_so():
    """
    The pool spills 30 m3 into the main, which passes 20 on into the river, which passes 10 on out of the park.
    """
    wet = {"pool": Wet(1000, reached=10), "main": Wet(30, reached=HOUR), "river": Wet(9000, reached=HOUR)}
    passed = {"pool-spillway": Passed(HOUR, product=30), "outfall": Passed(HOUR, product=20),
              "gate": Passed(2 * HOUR, product=10)}  # fmt: skip

    assert plain(headline(result_of(wet, passed))) == {
        "en": "Breached at all three tiers. 10 m³ of accident water left the park.",
        "zh": "三级防线全部失守。10 m³事故水流出园区。",
    }


def test_a_tier_names_only_the_water_that_mixed_in():
    boundary = tier_answers(lost_to_the_river(product=40, river=800), [])[2]

    assert plain(dict(enumerate(boundary.story["en"]))) == {
        0: "first at T+2 h, Gate 1: River section 1 → Yangtze",
        1: "40 m³ of it is product, fire water and process water, 800 m³ is river water that mixed with it.",
    }


def test_a_breached_tier_says_what_escaped_and_when_by_the_clock():
    """
    From 23:30 two hours on it is 01:30 on the next day; 840 m3 escaped, which is no margin.
    """
    boundary = tier_answers(lost_to_the_river("2025-08-22T23:30:00+08:00", product=840), [])[2]

    assert boundary.amount.replace("\u00a0", " ") == "840 m³"
    assert (boundary.unit, boundary.share) == ({"en": "escaped", "zh": "外泄"}, "")
    assert boundary.story == {
        "en": ["first at 23 Aug 01:30 (T+2 h), Gate 1: River section 1 → Yangtze"],
        "zh": ["首次外泄8月23日01:30（T+2小时），1号闸：晏家河1段 → 长江"],
    }


def with_treatment_plant(went_m3, pool_m3):
    """The pool of the plant sent water into a treatment plant of 5,000 m3, which does not count."""
    works = Storage("works", Name("Works", "污水厂"), "public", "treatment-plant", 5000, counts=False)
    send = Link("send", Name("Send"), LinkKind.PUMP, "pool", "works", 0.1, transfer=True)
    over = Link("over", Name("Over"), LinkKind.SPILLWAY, "works", "river")
    park = small_park(send, over, storages=(works,))
    wet = {"pool": Wet(pool_m3, reached=60), "works": Wet(went_m3, reached=HOUR)}
    record = small_record(park, wet, {"send": Passed(since=HOUR, firewater=went_m3)})
    return Result(park, accident(), record)


def test_water_in_space_that_does_not_count_is_the_headline():
    """
    1,500 m3 went out of a full pool of 1,000 m3 into works of 5,000: none could have stayed, 3,500 would be left.
    """
    found = with_treatment_plant(1500, 1000)
    public = tier_answers(found, [])[1]

    assert plain(headline(found)) == {
        "en": "Public facilities: held only with 1,500 m³ in space that does not count. "
              "No accident water left the park.",
        "zh": "二级防控（公共设施）：仅靠不计入应急容积的空间（1,500 m³）守住。事故水未出园区。",
    }  # fmt: skip
    assert (public.verdict, public.amount.replace("\u00a0", " "), public.share) == ("held_uncounted", "1,500 m³", "")
    assert public.unit == {"en": "in space that does not count", "zh": "存于不计入应急容积的空间"}
    assert public.story["en"][-1] == "were that counted: 3,500 m³ left in Works"


def test_where_the_pool_had_room_for_it_no_margin_is_made_up():
    """
    500 of 1,000 m3 were free in the pool that 400 left: nothing lacks, and no space that counts was reached.
    """
    found = with_treatment_plant(400, 500)
    public = tier_answers(found, [])[1]

    assert plain(headline(found))["en"].startswith("Every tier that accident water reached held it")
    assert (public.verdict, public.amount, public.share) == ("held", "", "")
    assert public.unit["en"] == "No space that counts was reached."


def test_water_over_a_wall_names_the_wall():
    found = result_of({"basin": Wet(2000, reached=HOUR)}, {"basin>ground": Passed(2 * HOUR, product=30)})

    assert tier_answers(found, [])[1].story == {
        "en": ["first at T+2 h, over the wall of Public pool 1 → ground"],
        "zh": ["首次外泄T+2小时，1号公共事故池漫顶 → 地面"],
    }


def test_water_over_a_crest_names_the_overflow():
    plant = tier_answers(result_of({"pool": Wet(1000, reached=10)}, {"pool-spillway": Passed(HOUR, product=30)}), [])[0]

    assert plant.story["en"] == ["first at T+1 h, overflow of Accident pool of A-001 → Rain main 05"]


def test_a_receptor_over_its_limit_is_in_the_answer():
    """
    2.5 mg/L where 1 may be, from 4 h for half an hour; the border further down saw 0.4 mg/L of 1.
    """
    found = with_receptors(lost_to_the_river(product=840), 2.5e-3, 0.4e-3)
    card = intakes_answer(found)

    assert plain(headline(found))["en"] == (
        "Breached: Park boundary. 840 m³ of accident water left the park. "
        "1 of 2 downstream receptors over the limit, first at T+4 h."
    )
    assert plain(headline(found))["zh"].endswith("下游2处敏感目标中1处超标，最早T+4小时。")
    assert card.highest.replace("\u00a0", " ") == "2.5 mg/L"
    assert [plain(each)["en"] for each in card.lines] == [
        "Water intake: over its limit of 1 mg/L from T+4 h for 30 min, peak 2.5 mg/L"
    ]


def test_receptors_below_their_limit_are_not():
    found = with_receptors(lost_to_the_river(product=840), 0.9e-3, 0.4e-3)

    assert intakes_answer(found) is None
    assert "receptors" not in headline(found)["en"]


def with_receptors(result, *peaks_kg_m3):
    """A result with receptors of a limit of 1 mg/L, one below the other."""
    names = (Name("Water intake", "取水口"), Name("Border", "省界"))
    receptors = {f"r{k}": Receptor(f"r{k}", name, "water-intake", "yangtze", 100.0, 1e-3)
                 for k, name in enumerate(names)}  # fmt: skip
    arrivals = tuple(
        Arrival(f"r{k}", "yangtze", 1e-3, peak, 5 * HOUR, 4 * HOUR if peak > 1e-3 else nan, HOUR / 2, 1.0, 1.0, 1.0)
        for k, peak in enumerate(peaks_kg_m3)
    )
    return SimpleNamespace(park=replace(result.park, receptors=receptors), scenario=result.scenario,
                           verdict=result.verdict, downstream=Downstream(arrivals))  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ([], "No single action in reach would have kept this tier."),
        ([late("x", 9, 1, tier="plant")], "No single action in reach would have kept this tier."),
        ([late("x", 9, nan)], "No single action in reach would have kept this tier."),
        ([late("x", 9, 1), late("y", 5, 4), late("z", nan, 3)],
         "Closest to holding: y, 1 h too late. Done by T+4 h, it alone would have kept this tier."),
        ([late("x", nan, 1), late("z", nan, 3)],
         "Closest to holding: z, never done. Done by T+3 h, it alone would have kept this tier."),
    ],
)  # fmt: skip
def test_a_breached_tier_says_what_was_the_least_late(found, said):
    assert tier_answers(lost_to_the_river(product=40), found)[2].nearest["en"] == said


def test_a_tier_that_held_has_no_miss():
    held = result_of({"pool": Wet(700, reached=10)}, {})

    assert [each.nearest for each in tier_answers(held, [late("x", 9, 1)])] == [None] * 3
    assert plain(headline(held))["en"].startswith("Every tier that accident water reached held it")
