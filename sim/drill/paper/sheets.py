"""The operation sheets that an exercise calls."""

from __future__ import annotations

from sim.called import Called
from sim.drill.master_list import MasterList
from sim.drill.paper.typeset import span
from sim.park import Park, Sheet
from sim.park.names import in_chinese
from sim.words import text as say


def called(master: MasterList) -> list[str]:
    """Ids of the sheets, in the order in which they are called."""
    return list(dict.fromkeys(line.sheet for line in master.lines if line.sheet in master.park.sheets))


def sheet_cells(park: Park, sheet: Sheet, language: str) -> tuple[str, ...]:
    """Name with its facility, crew, how long it takes, and how it is done."""
    name = f"{sheet.name.in_language(language)}\t\n{Called(park, language=language).facility(sheet.facility)}"
    crew = park.crews[sheet.crew].name.in_language(language) if sheet.crew else ""
    return name, crew, _takes(sheet, language), _how(park, sheet, language)


def _takes(sheet: Sheet, language: str) -> str:
    """Way and work, one below the other."""
    way = [span(sheet.travel_s, language)] if sheet.travel_s is not None else []
    return "\n".join([*way, span(sheet.work_s, language)])


def _how(park: Park, sheet: Sheet, language: str) -> str:
    """What the sheet says in words, what it needs, and what to look at where that is written in this language."""
    texts = [
        say("colon", language, name=say(f"sheet_{key}", language), what=text.in_language(language))
        for key, text in sheet.texts.items()
    ]
    needs = [
        say("need", language, what=park.equipment[id].name.in_language(language), units=f"{units:,.15g}")
        for id, units in sheet.needs.items()
    ]
    if needs:
        what = say("comma", language).join(needs)
        texts.append(say("colon", language, name=say("needs", language), what=what))
    if sheet.check and in_chinese(sheet.check) == (language == "zh"):
        texts.append(say("colon", language, name=say("check", language), what=sheet.check))
    return "\n".join(texts)
