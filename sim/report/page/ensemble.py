"""The page of an ensemble: one file that needs nothing else, in both languages."""

from __future__ import annotations

from sim.ensemble.answer import Answer
from sim.report.doubts import noted_lines
from sim.report.figures.frame import USUAL, Look, varied
from sim.report.page.likely import Likely
from sim.report.page.said import words
from sim.report.page.shell import as_json, filled_in, of_languages, shell
from sim.words import LANGUAGES
from sim.words.catalogue import template

SAID = ("page_found", "page_found_none")
"""Words of the catalogue that the script says."""


def ensemble_html(answer: Answer, look: Look = USUAL) -> str:
    """The whole page.

    Raises:
        InputError: jinja2 is not installed.
    """
    likely = Likely(answer, look)
    case = likely.case
    scenario = likely.said(lambda called: varied(called.name(case.scenario), look.pick))
    park = likely.said(lambda called: called.name(case.park))
    spoken = {key: {language: template(key, language) for language in LANGUAGES} for key in SAID}
    return filled_in("ensemble.html", {
        **shell(look.language, case.inputs_hash, ("likely.css",), ("page.js",)),
        "kicker": words("ens_page_report"),
        "title": words("page_title", scenario=scenario, park=park),
        "scenario": scenario,
        "park": park,
        "when": likely.design(),
        "headline": likely.headline(),
        "notes": [*(words("changed", change=each) for each in look.changes), *likely.lines(noted_lines)],
        "likely": likely,
        "tables": likely.tables(),
        "rests": likely.rests(),
        "data": as_json({"words": spoken, "languages": of_languages()}),
    })  # fmt: skip
