"""What sensors see, when it is believed, and what comes of it: alarm, confirmation, detection."""

from __future__ import annotations

from collections.abc import Generator
from math import ceil

import simpy

from sim.engine.clock import SENSING
from sim.engine.stage import Stage
from sim.park import Quantity, Sensor
from sim.record.event import NO_CAUSE, Alarmed, Cause, Closed, Confirmed, IncidentDetected, IncidentReported
from sim.scenario import Alarm, Blindness, Detected, Detection, Reported, SensorFault

Seeing = Generator[simpy.Event, None, None]


class Lookout:
    """The sensors of a park: the kernel says that a threshold is crossed, the lookout what a sensor makes of it."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.ids = stage.water.network.sensors
        self.blind: dict[str, set[str]] = {}
        """Sensors that tell nothing now, and the faults for which they do not."""
        self.missed: set[str] = set()
        """Sensors whose threshold was crossed while they told nothing."""
        self.resting: set[str] = set()
        """Sensors that wait for the water to come back through their dead band."""

    def cross(self, number: int) -> None:
        """Take note that the threshold, or the end of the dead band, of a sensor has been crossed."""
        sensor = self.stage.park.sensors[self.ids[number]]
        if sensor.id in self.resting:
            self.resting.remove(sensor.id)
            self.stage.water.watch_again(number, sensor.threshold, rising=sensor.rising)
        elif self.blind.get(sensor.id):
            self.missed.add(sensor.id)
        else:
            self.stage.clock.begin(self._tell(sensor, number))

    def _tell(self, sensor: Sensor, number: int) -> Seeing:
        """See it at the next reading, raise the alarm, have it confirmed."""
        stage = self.stage
        at_s = self._next_reading_s(sensor, stage.water.now_s)
        while not stage.luck.succeeds(f"sensor {sensor.id}", 1 - sensor.misses):
            if sensor.every_s <= 0 or at_s > stage.scenario.horizon_s:
                return
            at_s += sensor.every_s
        yield stage.clock.at(at_s, SENSING, number)
        if not self._is_beyond(sensor, number):
            stage.water.watch_again(number, sensor.threshold, rising=sensor.rising)
            return
        if sensor.delay_s > 0:
            yield stage.clock.at(at_s + sensor.delay_s, SENSING, number)
        stage.note(Alarmed(stage.now_s, sensor.id, Cause("at", sensor.watches)))
        saw_accident = not stage.detected and self._sees_accident(sensor)  # else nobody asks
        if sensor.reset is not None:
            self.resting.add(sensor.id)
            stage.water.watch_again(number, sensor.reset, rising=not sensor.rising)
        if sensor.confirm_s > 0:
            yield stage.clock.at(stage.now_s + sensor.confirm_s, SENSING, number)
        self._confirm(sensor, saw_accident)

    def _next_reading_s(self, sensor: Sensor, at_s: float) -> float:
        """The first reading at or after a time [s]."""
        return at_s if sensor.every_s <= 0 else max(ceil(at_s / sensor.every_s - 1e-9) * sensor.every_s, at_s)

    def _is_beyond(self, sensor: Sensor, number: int) -> bool:
        """Whether it is still so when the sensor looks."""
        value = self.stage.water.reads(number)
        if sensor.quantity is Quantity.PRESENCE:
            return True
        slack = 1e-9 * max(abs(sensor.threshold), 1e-9)
        return value >= sensor.threshold - slack if sensor.rising else value <= sensor.threshold + slack

    def _sees_accident(self, sensor: Sensor) -> bool:
        """Whether accident water is where the sensor looks, so that its alarm is about the incident."""
        link = self.stage.park.links.get(sensor.watches)
        return self.stage.water.is_reached(link.source if link else sensor.watches)

    def _confirm(self, sensor: Sensor, saw_accident: bool) -> None:
        """Believe an alarm: rules that wait for it begin; the warning stays open until they end."""
        stage, cause = self.stage, Cause("confirmed", sensor.id)
        stage.note(Confirmed(stage.now_s, sensor.id, Cause("alarm", sensor.id)))
        rules = stage.announce(Alarm(sensor.id), cause)
        if saw_accident and not stage.detected:
            rules += detect(stage, cause)
        if rules:
            stage.warnings[sensor.id] = stage.warnings.get(sensor.id, 0) + rules
        elif sensor.id not in stage.warnings:
            stage.note(Closed(stage.now_s, sensor.id, cause, answered=False))

    def go_blind(self, sensor: str, fault: str) -> None:
        """Let a sensor tell nothing from now on."""
        self.blind.setdefault(sensor, set()).add(fault)

    def see_again(self, sensor: str, fault: str) -> None:
        """Let a sensor see again once no fault is left; what it missed it sees now, if it is still so."""
        self.blind[sensor].discard(fault)
        if not self.blind[sensor] and sensor in self.missed:
            self.missed.remove(sensor)
            there, number = self.stage.park.sensors[sensor], self.ids.index(sensor)
            self.stage.water.watch_again(number, there.threshold, rising=there.rising)

    def drift(self, fault: SensorFault, share: float) -> None:
        """Let a sensor read a share of the truth: its threshold is met that much later."""
        sensor, number = self.stage.park.sensors[fault.sensor], self.ids.index(fault.sensor)
        if self.stage.water.is_waiting(number) and sensor.id not in self.resting:
            self.stage.water.watch_again(number, sensor.threshold / share, rising=sensor.rising)


def is_silent(fault: SensorFault) -> bool:
    """Whether a sensor with this fault tells nothing at all."""
    return fault.how is not Blindness.DRIFTING


def report(stage: Stage, detection: Detection) -> Seeing:
    """Somebody reports the incident, whatever sensors see."""
    assert detection.report_s is not None
    yield stage.clock.at(detection.report_s, SENSING)
    hear_report(stage, NO_CAUSE)


def hear_report(stage: Stage, cause: Cause) -> None:
    """Let a report of the spill, or a better one, be known."""
    stage.note(IncidentReported(stage.now_s, stage.scenario.id, cause, said_m3(stage)))
    heard = Cause("report", stage.scenario.id)
    if stage.detected:
        announce_spill(stage, heard)
    else:
        detect(stage, heard)


def detect(stage: Stage, cause: Cause) -> int:
    """Let the incident be known; how many rules begin because of it."""
    stage.detected = True
    stage.note(IncidentDetected(stage.now_s, stage.scenario.id, cause, said_m3(stage)))
    return stage.announce(Detected(), cause) + announce_spill(stage, cause)


def said_m3(stage: Stage) -> float:
    """How large the spill is said to be [m3]."""
    return stage.spilt_m3 * min(stage.understated.values(), default=1.0)


def announce_spill(stage: Stage, cause: Cause) -> int:
    """Let those know who wait for a spill of the size that is said; how many these are."""
    waited_for = [each for each in stage.listeners if isinstance(each, Reported)]
    news = [each for each in waited_for if each.volume_m3 <= said_m3(stage)]
    return sum(stage.announce(each, cause) for each in news)
