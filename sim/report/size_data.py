"""What the sizing standards ask for, for machines: plain data, and a table."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any

from sim.hydrology.printed import Printed
from sim.hydrology.size_sheet import SizeSheet
from sim.hydrology.sizing import Sizing
from sim.hydrology.standards import Sizes
from sim.report.sizing import caution_text, printed_line, worked

if TYPE_CHECKING:
    from sim.record.table import Table

HEADER = (
    "standard", "about", "source", "clause", "formula", "formula with numbers", "required [m3]", "available [m3]",
    "difference [m3]", "rule", "warnings",
)  # fmt: skip


def sizes_data(sheet: SizeSheet, sizes: Sizes, language: str) -> dict[str, Any]:
    """Everything as plain data; numbers that nobody knows are None."""
    return {
        "assumed": list(sheet.assumed),
        "left_out": [{"standard": str(each.standard), "wants": list(each.wants)} for each in sizes.left_out],
        "name": dict(sheet.names),
        "printed": [_printed(each, language) for each in sizes.printed],
        "sizings": [_sizing(each, language) for each in sizes.sizings],
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
        "printed_m3": each.printed_m3,
        "slip": str(each.slip),
        "text": printed_line(each, language),
    }


def _known(value: float) -> float | None:
    return value if isfinite(value) else None


def sizes_table(sizes: Sizes, language: str) -> Table:
    """A row a result."""
    from sim.record.table import Table

    return Table(HEADER, [
        [str(each.standard), each.about, each.source, each.clause, f"{each.symbol} = {each.formula}",
         each.put_in(each.formula, worked), each.result, each.available_m3, each.difference_m3, str(each.sure),
         "; ".join(caution_text(warned, language) for warned in each.warnings)]
        for each in sizes.sizings
    ])  # fmt: skip
