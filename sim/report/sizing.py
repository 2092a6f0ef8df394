"""What the sizing standards ask for, in the terminal: formulas with their numbers, space, doubts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import isnan
from typing import TYPE_CHECKING

from sim.hydrology.bund_sizes import net_volume
from sim.hydrology.pool_sizes import M2_A_HECTARE
from sim.hydrology.printed import OF_BUND, OF_GROUP, WHERE, Printed, Slip
from sim.hydrology.size_sheet import Bund, SizeSheet, Taken, Written
from sim.hydrology.sizing import Sizing, Standard, Warned
from sim.hydrology.standards import LeftOut, Sizes
from sim.report.numbers import NOTHING
from sim.report.plain_table import plain_table
from sim.units import SECONDS_AN_HOUR, Dimension, in_unit, us_unit
from sim.words import text

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

WIDE = 110
"""Columns from which on formulas stand in the table; in a narrower terminal they stand below."""


def print_sizes(console: Console, sheet: SizeSheet, sizes: Sizes, language: str = "en") -> None:
    """Print what each standard asks for beside what there is, then what to be careful about."""
    from rich.text import Text

    console.print(Text(sheet.names[language], "bold"))
    console.print()
    wide = console.width >= WIDE
    if sizes.sizings:
        _print_table(console, sheet, sizes.sizings, language, wide)
    for title, lines in _sections(sheet, sizes, language, wide):
        console.print()
        if title:
            console.print(Text(title, "bold"))
        for line in lines:
            console.print(Text(line))


def _sections(sheet: SizeSheet, sizes: Sizes, language: str, wide: bool) -> Iterator[tuple[str, list[str]]]:
    """Titles with their lines, in the order they are printed; those without lines are left out."""
    if not wide and sizes.sizings:
        yield text("formula", language), _formulas(sizes.sizings, language)
    if sheet.bunds and Standard.BUND not in sheet.asked:
        yield text("net_volume", language), net_volumes(sheet.bunds, language)
    if sizes.printed:
        yield text("printed", language), [printed_line(each, language) for each in sizes.printed]
    if lines := warning_lines(sizes.sizings, language):
        yield text("size_warnings", language), lines
    if sheet.us:
        yield text("us", language), [us_line(each, language) for each in sheet.us]
    if sheet.taken:
        yield text("taken", language), [taken_line(each, language) for each in sheet.taken]
    if sizes.left_out:
        yield text("left_out", language), left_out_lines(sizes.left_out, language)
    german = [text("loeruerl", language)] if _asks_germany(sheet) else []
    yield "", [*german, text("sheet_assumed", language, count=len(sheet.assumed), total=sheet.numbers)]


def left_out_lines(left_out: Sequence[LeftOut], language: str) -> list[str]:
    """What was not asked, and for want of what; those that want the same stand together."""
    rows: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for each in left_out:
        rows[each.wants].append(text(each.standard, language))
    both, comma = text("semicolon", language), text("comma", language)
    return [text("wants", language, row=both.join(names), keys=comma.join(wants)) for wants, names in rows.items()]


def _asks_germany(sheet: SizeSheet) -> bool:
    """Whether a reader may miss a German rule: who chose Germany, or has a store it would be about."""
    chosen = len(sheet.asked) < len(Standard)
    stored = any(group.stored_t is not None or group.all_containers_m3 is not None for group in sheet.groups)
    return Standard.VAWS in sheet.asked and (chosen or stored)


def _us_volume(sheet: SizeSheet) -> str:
    """The unit of the USA that results stand in, too: that of most volumes that were written in one; empty for none."""
    units = Counter(each.unit for each in sheet.us if each.si == Dimension.VOLUME.si)
    return units.most_common(1)[0][0] if units else "ft3" if sheet.us else ""


def _volume(value_m3: float, unit: str) -> str:
    """A volume, below it the same in the unit of the USA that the sheet is written in."""
    if not unit or isnan(value_m3):
        return worked(value_m3)
    return f"{worked(value_m3)}\n{worked(in_unit(value_m3, unit))} {unit}"


def _print_table(console: Console, sheet: SizeSheet, sizings: Sequence[Sizing], language: str, wide: bool) -> None:
    from rich.text import Text

    unit = _us_volume(sheet)
    table = _table(language, wide)
    for each in sizings:
        formula = [Text("\n".join(formula_lines(each, language)))] if wide else []
        short = each.difference_m3 < 0
        table.add_row(
            Text("\n".join(_head(each, language))),
            *formula,
            Text(_volume(each.result, unit)),
            Text(_volume(each.available_m3, unit)),
            Text(_volume(each.difference_m3, unit), "bold red" if short else ""),
            Text(text(f"sure_{each.sure}", language)),
        )
    console.print(table)


def _table(language: str, wide: bool) -> Table:
    """The empty table."""
    table = plain_table(leading=1)
    table.add_column(text("standard", language), overflow="fold")
    if wide:
        table.add_column(text("formula", language), overflow="fold")
    for key in ("required", "available", "difference"):
        table.add_column(text(key, language), justify="right", no_wrap=True, overflow="fold")
    table.add_column(text("sure", language), no_wrap=True, overflow="fold")
    return table


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


def net_volumes(bunds: Sequence[Bund], language: str) -> list[str]:
    """The net volume of every bund, term by term, where no row of the table has it."""
    lines: list[str] = []
    for bund in bunds:
        found = net_volume(bund)
        lines.append(text("row_about", language, name=found.symbol, about=f"{bund.id} = {worked(found.result)} m3"))
        lines += [f"  {line}" for line in formula_lines(found, language)]
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
    values = {key: _shown(value, language) for key, value in warned.values.items()}
    lasts_s = warned.values.get("lasts_s")
    if isinstance(lasts_s, float):
        values["lasts_h"] = worked(lasts_s / SECONDS_AN_HOUR)
    return text(f"caution_{warned.caution}", language, **values)


def _shown(value: object, language: str) -> object:
    """A value of a warning as it is put in."""
    if isinstance(value, Mapping):
        return value[language]
    if isinstance(value, tuple):
        return text("comma", language).join(value)
    return worked(value) if isinstance(value, float | int) else value


def us_line(each: Written, language: str = "en") -> str:
    """A number as it was written in a unit of the USA, and in SI."""
    return text("us_line", language, at=each.key, text=each.text, value=worked(each.value), unit=each.si)


def taken_line(each: Taken, language: str = "en") -> str:
    """A value that was taken from the park, and where from."""
    value = worked(each.value) + ("" if each.unit == "-" else f" {each.unit}")
    what, basis = text(f"from_{each.what}", language), text(f"basis_{each.basis}", language)
    ids = text("comma", language).join(each.ids)
    return text("taken_line", language, at=each.key, value=value, what=what, ids=ids, basis=basis)


def printed_line(each: Printed, language: str = "en") -> str:
    """A printed figure beside ours, and why it differs."""
    figure = each.figure
    printed = worked(figure.value_m3)
    if us_unit(figure.text):
        printed = f"{figure.text} = {printed}"
    values = {"name": figure_name(each.key, language), "printed": printed, "ours": worked(each.ours_m3)}
    if isnan(each.ours_m3):
        return text("not_worked_out", language, **values)
    if each.slip is Slip.NONE:
        return text("size_agrees", language, **values)
    area_ha = each.area_m2 / M2_A_HECTARE
    why = text(f"slip_{each.slip}", language, area_m2=worked(each.area_m2), area_ha=worked(area_ha),
               ten_area_ha=worked(10 * area_ha), factor=worked(each.factor), term=each.term)  # fmt: skip
    return text("size_wrong", language, **values, why=why)


def figure_name(key: str, language: str = "en") -> str:
    """A printed figure in a few words: its letter, or what it sizes, and for which group or bund.

    >>> figure_name("v5"), figure_name("bunds.north.net"), figure_name("groups.farm.uk")
    ('V5', 'V_net, north', 'Bund, UK, farm')
    """
    sort, _, rest = key.partition(".")
    about, _, letter = rest.rpartition(".")
    if not about:
        standard, term = WHERE[key]
        return term or _TOTALS.get(standard, text(standard, language))
    standard, term = (OF_BUND if sort == "bunds" else OF_GROUP)[letter]
    return text("row_about", language, name=term or text(standard, language), about=about)


_TOTALS = {Standard.FAMILY_A: "V_total", Standard.FAMILY_B: "V_pool"}
"""Letters of results that have one of their own."""


def worked(value: float) -> str:
    """A number of a calculation somebody checks by hand: to the hundredth, below ten to four digits.

    >>> worked(23714.046), worked(5000.0), worked(7.33333), worked(-0.0), worked(float("nan"))
    ('23,714.05', '5,000', '7.333', '0', '-')
    """
    if isnan(value):
        return NOTHING
    rounded = round(value, 2) if abs(value) >= 10 else float(f"{value:.4g}")
    return f"{rounded or 0.0:,.10g}" if abs(rounded) < 1e8 else f"{rounded:,.0f}"
