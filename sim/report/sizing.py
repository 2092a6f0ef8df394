"""What the sizing standards ask for, in the terminal: formulas with their numbers, space, doubts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import isnan
from typing import TYPE_CHECKING

from sim.hydrology.pool_sizes import M2_A_HECTARE
from sim.hydrology.printed import Printed, Slip
from sim.hydrology.size_sheet import SizeSheet, Taken
from sim.hydrology.sizing import Sizing, Warned
from sim.hydrology.standards import Sizes
from sim.record.column import Column, Sort
from sim.report.numbers import NOTHING
from sim.report.printing import put
from sim.report.table import terminal_table
from sim.units import SECONDS_AN_HOUR
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDE = 110
"""Columns from which on formulas stand in the table; in a narrower terminal they stand below."""
NAMES = {"v2": "V2", "v5": "V5", "v_total": "V_total", "v_rain": "V_rain", "v_pool": "V_pool"}


def print_sizes(console: Console, sheet: SizeSheet, sizes: Sizes, language: str = "en") -> None:
    """Print what each standard asks for beside what there is, then what to be careful about."""
    put(console, sheet.names[language], "", style="bold")
    wide = console.width >= WIDE
    if sizes.sizings:
        put(console, _table(sizes.sizings, language, wide))
    for title, lines in _sections(sheet, sizes, language, wide):
        put(console, "", *filter(None, [title]), style="bold")
        put(console, *lines)


def _sections(sheet: SizeSheet, sizes: Sizes, language: str, wide: bool) -> Iterator[tuple[str, list[str]]]:
    """Titles with their lines, in the order they are printed; those without lines are left out."""
    if not wide and sizes.sizings:
        yield text("formula", language), _formulas(sizes.sizings, language)
    if sizes.printed:
        yield text("printed", language), [printed_line(each, language) for each in sizes.printed]
    if lines := warning_lines(sizes.sizings, language):
        yield text("size_warnings", language), lines
    if sheet.taken:
        yield text("taken", language), [taken_line(each, language) for each in sheet.taken]
    if sizes.left_out:
        yield text("left_out", language), [
            text("wants", language, row=text(each.standard, language), keys=text("comma", language).join(each.wants))
            for each in sizes.left_out
        ]
    yield "", [
        text("withdrawn", language),
        text("sheet_assumed", language, count=len(sheet.assumed), total=sheet.numbers),
    ]


def _table(sizings: Sequence[Sizing], language: str, wide: bool) -> Table:
    shown: Sequence[Column[Sizing]] = (
        Column("standard", lambda each: "\n".join(_head(each, language))),
        *([Column("formula", lambda each: "\n".join(formula_lines(each, language)))] if wide else []),
        Column("required", lambda each: worked(each.result), Sort.FIGURE),
        Column("available", lambda each: worked(each.available_m3), Sort.FIGURE),
        Column("difference", lambda each: worked(each.difference_m3), Sort.FIGURE,
               lambda each: "bad" if each.difference_m3 < 0 else ""),
        Column("sure", lambda each: text(f"sure_{each.sure}", language), Sort.WHOLE),
    )  # fmt: skip
    return terminal_table(language, shown, sizings, leading=1)


def _head(sizing: Sizing, language: str) -> list[str]:
    """What is sized, by which standard, and what it is about."""
    source = ", ".join(filter(None, (sizing.source, sizing.clause)))
    return [*filter(None, (text(sizing.standard, language), source, sizing.about))]


def _formulas(sizings: Sequence[Sizing], language: str) -> list[str]:
    """Every row's formulas, one after the other."""
    lines: list[str] = []
    for each in sizings:
        lines.append(row_name(each, language))
        lines += [f"  {line}" for line in formula_lines(each, language)]
    return lines


def row_name(sizing: Sizing, language: str) -> str:
    """A row in a few words: what is sized, and for which group or bund."""
    name = text(sizing.standard, language)
    return text("row_about", language, name=name, about=sizing.about) if sizing.about else name


def formula_lines(sizing: Sizing, language: str = "en") -> list[str]:
    """The formula, the formula with its numbers, and how the terms came about."""
    lines = [f"{sizing.symbol} = {sizing.formula}", f"  = {sizing.put_in(sizing.formula, worked)}"]
    for term in sizing.terms:
        if term.formula and term.name != sizing.symbol:
            lines.append(f"{term.name} = {term.formula} = {sizing.put_in(term.formula, worked)}")
        elif " " in term.name:
            value = worked(term.value)
            lines.append(text("of_group", language, name=term.name, value=value, group=term.note))
    return lines


def warning_lines(sizings: Sequence[Sizing], language: str = "en") -> list[str]:
    """Every warning once, with the rows it is about."""
    rows: dict[str, list[str]] = defaultdict(list)
    for each in sizings:
        for warned in each.warnings:
            rows[caution_text(warned, language)].append(row_name(each, language))
    both = text("both", language)
    return [text("warning", language, rows=both.join(names), what=what) for what, names in rows.items()]


def caution_text(warned: Warned, language: str) -> str:
    """A warning as a sentence without its full stop."""
    values = {key: worked(value) if isinstance(value, float | int) else value for key, value in warned.values.items()}
    lasts_s = warned.values.get("lasts_s")
    if isinstance(lasts_s, float):
        values["lasts_h"] = worked(lasts_s / SECONDS_AN_HOUR)
    return text(f"caution_{warned.caution}", language, **values)


def taken_line(each: Taken, language: str = "en") -> str:
    """A value that was taken from the park, and where from."""
    value = worked(each.value) + ("" if each.unit == "-" else f" {each.unit}")
    what, basis = text(f"from_{each.what}", language), text(f"basis_{each.basis}", language)
    ids = text("comma", language).join(each.ids)
    return text("taken_line", language, at=each.key, value=value, what=what, ids=ids, basis=basis)


def printed_line(each: Printed, language: str = "en") -> str:
    """A printed figure beside ours, and why it differs."""
    values = {"name": NAMES[each.key], "printed": worked(each.printed_m3), "ours": worked(each.ours_m3)}
    if isnan(each.ours_m3):
        return text("not_worked_out", language, **values)
    if each.slip is Slip.NONE:
        return text("size_agrees", language, **values)
    area_ha = each.area_m2 / M2_A_HECTARE
    why = text(f"slip_{each.slip}", language, area_m2=worked(each.area_m2), area_ha=worked(area_ha),
               ten_area_ha=worked(10 * area_ha), factor=worked(each.factor))  # fmt: skip
    return text("size_wrong", language, **values, why=why)


def worked(value: float) -> str:
    """A number of a calculation somebody checks by hand: to the hundredth, below ten to four digits.

    >>> worked(23714.046), worked(5000.0), worked(7.33333), worked(-0.0), worked(float("nan"))
    ('23,714.05', '5,000', '7.333', '0', '-')
    """
    if isnan(value):
        return NOTHING
    rounded = round(value, 2) if abs(value) >= 10 else float(f"{value:.4g}")
    return f"{rounded or 0.0:,.10g}" if abs(rounded) < 1e8 else f"{rounded:,.0f}"
