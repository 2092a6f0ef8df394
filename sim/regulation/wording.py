"""What the tiers of a park promise, where it does not say so in its own words."""

from __future__ import annotations

from enum import StrEnum

from sim.park import Name


class Wording(StrEnum):
    """Whose words they are."""

    GUIDE = "guide"
    """The ministry's guide; what holds where nothing is written."""
    CASE = "case"
    """Changshou's, in the model cases of the Chongqing bureau, 2025."""


_PLANT, _PARK = Name("nothing leaves the plant", "不出厂区"), Name("nothing leaves the park", "不出园区")
WORDINGS: dict[Wording, tuple[Name, ...]] = {
    Wording.GUIDE: (_PLANT, Name("nothing leaves the public emergency space", "不出公共应急空间"), _PARK),
    Wording.CASE: (
        _PLANT, Name("nothing leaves the public facilities", "不出公共设施"),
        Name("nothing leaves the park", "不出园区边界"),
    ),
}  # fmt: skip
"""Of each the promises of three tiers, from the inside out."""
TIERS = 3
"""How many tiers a wording is for."""


def promise_of(wording: Wording, place: int) -> Name:
    """The promise of the tier at a place from the inside out, 0 first.

    >>> promise_of(Wording.GUIDE, 1).zh, promise_of(Wording.CASE, 2).zh
    ('不出公共应急空间', '不出园区边界')
    """
    return WORDINGS[wording][place]
