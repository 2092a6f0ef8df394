"""What becomes of the tiers along a slider as plain data, in words of every language."""

from __future__ import annotations

from typing import Any

from sim.board.board import Prepared
from sim.board.turns import Turns
from sim.called import Called
from sim.report.page.said import both, tier
from sim.report.sweep_words import along
from sim.words.times import Spoken


def limits_data(prepared: Prepared, turns: Turns) -> dict[str, Any]:
    """From which place of a slider to which each tier has which verdict."""
    park, scenario, knob = prepared.base.park, prepared.base.scenario, turns.knob

    def line(language: str, k: int) -> str:
        def amount(step: float) -> str:
            return Spoken(f"{knob.at_step(step):,.12g} {knob.unit}".strip()).in_language(language)

        return along(Called(park, scenario, language), amount, k, turns.spots)

    return {
        "path": knob.path,
        "unit": knob.unit,
        "step": knob.step,
        "tiers": [
            {"tier": id, "name": tier(park, id), "said": both(lambda language, k=k: line(language, k)),  # type: ignore[misc]
             "stretches": [{"verdict": each.word, "first": each.first, "last": each.last} for each in turns.of(k)]}
            for k, id in enumerate(turns.tiers)
        ],
    }  # fmt: skip
