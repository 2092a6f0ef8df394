"""The operation sheets that an exercise calls."""

from __future__ import annotations

from sim.called import Called
from sim.drill.master_list import MasterList
from sim.drill.paper.typeset import span
from sim.park import Sheet
from sim.park.names import is_written_in


def called(master: MasterList) -> list[str]:
    """Ids of the sheets, in the order in which they are called."""
    return list(dict.fromkeys(line.sheet for line in master.lines if line.sheet in master.park.sheets))


def sheet_cells(called: Called, sheet: Sheet) -> tuple[str, ...]:
    """Name with its facility, crew, how long it takes, and how it is done."""
    name = f"{called.job(sheet.id)}\t\n{called.facility(sheet.facility)}"
    crew = called.crew(sheet.crew) if sheet.crew else ""
    return name, crew, _takes(sheet, called.language), _how(called, sheet)


def _takes(sheet: Sheet, language: str) -> str:
    """Way and work, one below the other."""
    way = [span(sheet.travel_s, language)] if sheet.travel_s is not None else []
    return "\n".join([*way, span(sheet.work_s, language)])


def _how(called: Called, sheet: Sheet) -> str:
    """What the sheet says in words, what it needs, and what to look at where that is written in this language."""
    texts = [
        called.says("colon", name=called.says(f"sheet_{key}"), what=text.in_language(called.language))
        for key, text in sheet.texts.items()
    ]
    needs = [
        called.says("need", what=called.equipment(id), units=f"{units:,.15g}") for id, units in sheet.needs.items()
    ]
    if needs:
        what = called.listed(needs)
        texts.append(called.says("colon", name=called.says("needs"), what=what))
    if sheet.check and is_written_in(sheet.check, called.language):
        texts.append(called.says("colon", name=called.says("check"), what=sheet.check))
    return "\n".join(texts)
