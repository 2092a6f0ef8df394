"""What people call the things of a park and what is done with them, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from sim.park import Link, LinkKind, Name, Park, Receiver
from sim.park.sheet import sheet_of
from sim.park.spill import ends_of, is_unwritten
from sim.record.event import Cause, Reason, Why
from sim.scenario import Action, Inflow, Scenario
from sim.scenario.fault import (
    Blindness,
    CrewAbsent,
    EquipmentMissing,
    Fault,
    OnLink,
    Opens,
    PowerLoss,
    SensorFault,
    Underreported,
)
from sim.units import share_text
from sim.words import text

BLINDNESS = {
    Blindness.SILENT: "failure_silent", Blindness.STUCK: "failure_frozen", Blindness.DRIFTING: "failure_drifts",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Called:
    """Names by id, in `language`; what its author wrote comes first, and an id stands for what has no name.

    >>> from sim.park import Storage
    >>> park = Park.of([Storage("bund", Name("Bund", "围堰"), "plant", "bund", 100)])
    >>> Called(park).place("bund"), Called(park, language="zh").way("bund>ground")
    ('Bund', '围堰漫顶')
    """

    park: Park
    scenario: Scenario | None = None
    language: str = "en"

    def says(self, key: str, **values: object) -> str:
        """Words of the catalogue."""
        return text(key, self.language, **values)

    def listed(self, several: Iterable[str]) -> str:
        """Several names one after the other."""
        return self.says("comma").join(several)

    def name(self, thing: Any) -> str:
        """Whatever has a name and an id."""
        return thing.name.in_language(self.language) or str(thing.id)

    def place(self, id: str) -> str:
        """A storage or a receiver."""
        if id in self.park.storages:
            return self._of(self.park.storages, id)
        receiver = self.park.receivers[id]
        return self.says(receiver.kind) if _is_reserved(receiver) else self._of(self.park.receivers, id)

    def tier(self, id: str) -> str:
        """A tier."""
        return self._of(self.park.tiers, id)

    def way(self, id: str) -> str:
        """A link; a spillway without a name is its storage's overflow, what no file writes runs over its wall."""
        link = self.park.links.get(id)
        if link is not None and not _is_plain_spillway(link):
            return self._of(self.park.links, id)
        storage, _ = ends_of(self.park, id)
        return self.says("wall_of" if link is None else "spillway_of", storage=self.place(storage))

    def leads(self, id: str) -> str:
        """A link, and from where to where it leads; an overflow or a wall says itself from where."""
        source, target = map(self.place, ends_of(self.park, id))
        link = self.park.links.get(id)
        if link is None or _is_plain_spillway(link):
            return f"{self.way(id)} -> {target}"
        return self.says("way", link=self.way(id), source=source, target=target)

    def facility(self, id: str) -> str:
        """A storage, a receiver, or a link that stands alone."""
        if id in self.park.storages or id in self.park.receivers:
            return self.place(id)
        return self.way(id) if id in self.park.links or is_unwritten(id) else id

    def crew(self, id: str) -> str:
        """A crew."""
        return self._of(self.park.crews, id)

    def equipment(self, id: str) -> str:
        """Equipment."""
        return self._of(self.park.equipment, id)

    def sensor(self, id: str) -> str:
        """A sensor."""
        return self._of(self.park.sensors, id)

    def power(self, id: str) -> str:
        """An area that is supplied with power together."""
        return self._of(self.park.power_areas, id)

    def rule(self, id: str) -> str:
        """A rule of the response plan, by what it says."""
        said = next((each.text for each in self.played.rules if each.id == id), Name())
        return self._written(said) or id

    def job(self, id: str) -> str:
        """An action of the script or an order of a sheet: its text or the sheet's name, else what is turned."""
        action = self.action_of(id)
        if action is not None:
            said = _unended(action.text.only_in(self.language))
            return said or self._turns(action) or self._written(action.text) or id
        sheet = self.park.sheets.get(sheet_of(id))
        return (self._written(sheet.name) if sheet else "") or id

    def job_with_id(self, id: str) -> str:
        """The same with the id by which it is ordered about."""
        name = self.job(id)
        return name if name == id else f"{name} ({id})"

    def facilities(self, id: str) -> list[str]:
        """The ids of what a job or action is done to."""
        action, sheet = self.action_of(id), self.park.sheets.get(sheet_of(id))
        if action is not None:
            return [link for link, _ in action.openings]
        return [sheet.facility] if sheet else []

    def action_of(self, id: str) -> Action | None:
        """The action of the script that has an id; None for a job of a sheet, or without a scenario."""
        return next((each for each in self.scenario.actions if each.id == id), None) if self.scenario else None

    def inflow_of(self, id: str) -> Inflow:
        """The inflow of the scenario that has an id."""
        return next(each for each in self.played.inflows if each.id == id)

    def fault_of(self, id: str) -> Fault | None:
        """The fault of the scenario that has an id; None where there is no such fault, or no scenario."""
        return next((each for each in self.scenario.faults if each.id == id), None) if self.scenario else None

    def fault(self, fault: Fault) -> str:
        """What a fault is: as the scenario says, else what fails and how."""
        return self._written(fault.text) or self._failure(fault)

    def cause(self, cause: Cause) -> str:
        """What is behind an event; nothing for the clock."""
        if not cause.subject:
            return ""
        if cause.at:
            return self.says("page_tier_at", tier=self.tier(cause.subject), where=self.thing(cause.at))
        return self.subject(cause.what, cause.subject)

    def subject(self, what: str, id: str) -> str:
        """Whom an event of a kind is about; a rule, a fault and a link may have one id."""
        if what == "rule":
            return self.rule(id)
        if what in ("fault", "repaired"):
            fault = self.fault_of(id)
            return self.fault(fault) if fault else id
        return self.thing(id)

    def thing(self, id: str) -> str:
        """Anything of the park, or a job."""
        park = self.park
        if self.action_of(id) is not None or sheet_of(id) in park.sheets:
            return self.job(id)
        known: tuple[Mapping[str, Any], ...] = (park.sensors, park.crews, park.equipment, park.power_areas)
        for group in known:
            if id in group:
                return self._of(group, id)
        return self.facility(id)

    def reason(self, reason: Reason, *, alone: bool = True) -> str:
        """Why something was not done; with the link it is about where it does not stand `alone`."""
        said = self._why(reason)
        fault = self.fault_of(reason.fault)
        if fault is not None and (written := self._written(fault.text)):
            said = self.says("reason_with_text", reason=said, text=written)
        on_link = reason.of in self.park.links and not alone
        return self.says("reason_on_link", link=self.way(reason.of), reason=said) if on_link else said

    def _why(self, reason: Reason) -> str:
        match reason.why:
            case Why.STUCK:
                return self.says("reason_stuck", share=share_text(reason.opening or 0.0))
            case Why.MISSING:
                return self.says("reason_not_there", names=self.equipment(reason.of))
            case Why.SHORT:
                units, stock = (f"{each or 0:,.15g}" for each in (reason.units, reason.stock))
                return self.says("reason_for_stock", units=units, name=self.equipment(reason.of), stock=stock)
            case Why.BUSY | Why.OFF_DUTY:
                return self.says(f"reason_{reason.why}", crew=self.crew(reason.of))
            case Why.REFUSES | Why.TRIPPED | Why.NO_POWER | Why.DID_NOT_WORK:
                return self.says(f"reason_{reason.why}")
            case _:
                assert_never(reason.why)

    def _failure(self, fault: Fault) -> str:
        """What fails and how."""
        match fault.what:
            case PowerLoss(area=area):
                return self.says("failure_power", name=self.power(area))
            case Opens(link=new):
                return self.says("failure_opens", source=self.place(new.source), target=self.place(new.target))
            case SensorFault(sensor=sensor, how=how):
                return self.says(BLINDNESS[how], name=self.sensor(sensor))
            case Underreported(said=share):
                return self.says("failure_underreported", share=share_text(share))
            case CrewAbsent(crew=crew):
                return self.says("failure_absent", name=self.crew(crew))
            case EquipmentMissing(equipment=equipment):
                return self.says("failure_missing", name=self.equipment(equipment))
            case OnLink(link=link):
                return self.says(f"failure_{fault.what.key}", name=self.way(link))
            case _:
                assert_never(fault.what)

    def _turns(self, action: Action) -> str:
        """What an action without words does: its links by what is done to them."""
        by_verb: dict[str, list[str]] = {}
        for link, opening in action.openings:
            by_verb.setdefault(self._verb(action, link, opening), []).append(self.way(link))
        return self.listed([self.says(f"work_{verb}", links=self.listed(links)) for verb, links in by_verb.items()])

    def _verb(self, action: Action, link: str, opening: float) -> str:
        if link in action.automatic:
            return "automatic"
        pump = link in self.park.links and self.park.links[link].kind is LinkKind.PUMP
        if 0 < opening < 1:
            return "set"
        return ("start" if pump else "open") if opening else ("stop" if pump else "shut")

    @property
    def played(self) -> Scenario:
        """What is played; only where there is such a thing."""
        assert self.scenario is not None  # whoever asks for what is done has given what is played
        return self.scenario

    def _written(self, name: Name) -> str:
        """What its author wrote, without the point at its end."""
        return _unended(name.in_language(self.language))

    def _of(self, group: Mapping[str, Any], id: str) -> str:
        return (group[id].name.in_language(self.language) if id in group else "") or id


def in_both(park: Park, scenario: Scenario | None, say: Callable[[Called], str]) -> Name:
    """What is said in one language and in the other.

    >>> from sim.park import Storage
    >>> park = Park.of([Storage("bund", Name("Bund", "围堰"), "plant", "bund", 100)])
    >>> in_both(park, None, lambda called: called.facility("bund>ground"))
    Name(en='over the wall of Bund', zh='围堰漫顶')
    """
    return Name.of(lambda language: say(Called(park, scenario, language)))


def _unended(text: str) -> str:
    return text.rstrip(".。")


def _is_reserved(receiver: Receiver) -> bool:
    """Whether every park has it, and this one gave it no name of its own."""
    return receiver.id == receiver.kind and str(receiver.name) in ("", receiver.id)


def _is_plain_spillway(link: Link) -> bool:
    """Whether it is a storage's spillway, which is named for its storage."""
    return link.kind is LinkKind.SPILLWAY and str(link.name) in ("", link.id)
