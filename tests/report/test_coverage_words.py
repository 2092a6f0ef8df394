"""Coverage of operation sheets has a word for all that it can find."""

from sim.drill.cover.coverage import How
from sim.drill.cover.study import Weigh
from sim.park import LinkKind
from sim.words import WORDS


def test_every_how_weight_and_kind_of_link_has_a_word():
    wanted = [f"why_{each.name.lower()}" for each in How if each is not How.DONE]
    wanted += [*(f"weigh_{each}" for each in Weigh), *(f"kind_{each}" for each in LinkKind)]

    assert [each for each in wanted if each not in WORDS] == []
