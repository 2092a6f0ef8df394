"""What the sizing standards ask for, for machines: plain data, and a table."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.called import Called
from sim.hydrology.printed import Printed
from sim.hydrology.size_sheet import SizeSheet
from sim.hydrology.sizing import Sizing
from sim.hydrology.standards import Sizes
from sim.report.size_run import run_lines
from sim.report.sized import FAMILIES, Sized, run_terms
from sim.report.sizing import caution_text, printed_line, worked

if TYPE_CHECKING:
    from sim.check import Beside
    from sim.record.table import Cell, Table

HEADER = (
    "standard", "about", "source", "clause", "formula", "formula with numbers", "required [m3]", "available [m3]",
    "difference [m3]", "rule", "warnings", "plant", "run peak [m3]", "run left [m3]", "run escaped [m3]",
    "run first escape [s]", "run verdict",
)  # fmt: skip


def sizes_data(sheet: SizeSheet, sizes: Sizes, language: str) -> dict[str, Any]:
    """Everything as plain data; numbers that nobody knows are None."""
    return {
        "assumed": list(sheet.assumed),
        "left_out": [{"standard": str(each.standard), "wants": list(each.wants)} for each in sizes.left_out],
        "name": dict(sheet.names),
        "printed": [_printed(each, language) for each in sizes.printed],
        "sizings": [_sizing(each, language) for each in sizes.sizings],
        "us_units": [
            {"key": each.key, "text": each.text, "unit": each.si, "value": each.value} for each in sheet.us
        ],
        "taken": [
            {"basis": str(each.basis), "from": str(each.what), "ids": list(each.ids), "key": each.key,
             "unit": each.unit, "value": each.value}
            for each in sheet.taken
        ],
    }  # fmt: skip


def plants_data(called: Called, plants: Sequence[Sized]) -> dict[str, Any]:
    """A park's plants, each with its sheet, its answers, and what the run says where there was one."""
    return {"park": called.park.id, "plants": {each.plant: _plant(called, each) for each in plants}}


def _plant(called: Called, sized: Sized) -> dict[str, Any]:
    data = sizes_data(sized.sheet, sized.sizes, called.language)
    return data if sized.run is None else {**data, "run": _run(called, sized, sized.run)}


def _run(called: Called, sized: Sized, run: Beside) -> dict[str, Any]:
    return {
        "escaped_m3": run.escaped_m3,
        "escapes": [
            {"from_s": each.first_s, "link": each.link, "until_s": each.last_s, "volume_m3": each.volume_m3}
            for each in run.escapes
        ],
        "free_at_first_escape_m3": _known(run.free_m3),
        "full_at_s": _known(run.full_at_s),
        "left_m3": run.margin_m3,
        "lines": list(run_lines(called, sized, run)),
        "over_m3": run.over_m3,
        "peak_at_s": run.fullest.at_s,
        "peak_m3": run.peak_m3,
        "room_m3": run.room_m3,
        "spaces": list(run.spaces),
        "stood_m3": run.stood_m3,
        "terms_in_all_m3": dict(run_terms(run.whole)),
        "terms_until_peak_m3": dict(run_terms(run.fullest)),
        "tier": run.tier,
        "verdict": run.word,
    }


def _sizing(each: Sizing, language: str) -> dict[str, Any]:
    return {
        "about": each.about,
        "available_m3": _known(each.available_m3),
        "clause": each.clause,
        "difference_m3": _known(each.difference_m3),
        "formula": f"{each.symbol} = {each.formula}",
        "put_in": each.put_in(each.formula, worked),
        "required_m3": each.result,
        "source": each.source,
        "standard": str(each.standard),
        "sure": str(each.sure),
        "terms": [
            {"formula": term.formula, "name": term.name, "note": term.note, "unit": term.unit, "value": term.value}
            for term in each.terms
        ],
        "warnings": [
            {"caution": str(warned.caution), "text": caution_text(warned, language)} for warned in each.warnings
        ],
    }


def _printed(each: Printed, language: str) -> dict[str, Any]:
    return {
        "factor": _known(each.factor),
        "figure": each.key,
        "ours_m3": _known(each.ours_m3),
        "printed_m3": each.figure.value_m3,
        "slip": str(each.slip),
        "term": each.term,
        "text": printed_line(each, language),
    }


def _known(value: float) -> float | None:
    return value if isfinite(value) else None


def sizes_table(found: Sequence[Sized], language: str) -> Table:
    """A row a result; what a run says stands with the two families, which ask for the same room."""
    from sim.record.table import Table

    return Table(HEADER, [
        [str(each.standard), each.about, each.source, each.clause, f"{each.symbol} = {each.formula}",
         each.put_in(each.formula, worked), each.result, each.available_m3, each.difference_m3, str(each.sure),
         "; ".join(caution_text(warned, language) for warned in each.warnings), sized.plant,
         *_run_cells(sized.run if each.standard in FAMILIES else None)]
        for sized in found for each in sized.sizes.sizings
    ])  # fmt: skip


def _run_cells(run: Beside | None) -> list[Cell]:
    """What stands in the columns of the run; nothing without one."""
    if run is None:
        return [None] * 5
    first_s = run.escapes[0].first_s if run.escapes else None
    return [run.peak_m3, run.margin_m3, run.escaped_m3, first_s, run.word]
