"""Random networks, in numbers that belong to neither program: basins, ways between them, and what is poured in.

Storages are vertical, trapezoids, pits with sloping sides (surveyed in rows) and river sections on a slope. Ways are
holes, sluices (partly open, turned by the clock), weirs, valves, pumps with and without levels, and holes and sluices
that feel the water behind them. Crests stand under walls 0.5 m higher; where there is none, the brim is the wall.

Left out are gravity pipes, since SWMM's conduits know no inlet control; travel times, since its dynamic wave has none;
and overflows into another storage without a crest length, which it cannot say.
"""

from dataclasses import dataclass
from math import sqrt
from random import Random

HOUR_S, MINUTE_S = 3600, 60
HEAD_M = 0.5
"""From a crest to the top of the wall [m]."""
FEELING = ("back", "flap")
"""Ways that feel the water behind them."""
ROWS = 40
"""Steps of depth in which pits are surveyed."""


@dataclass(frozen=True)
class Basin:
    """A storage; depths over its floor."""

    id: str
    kind: str
    """vertical, trapezoid, pit or slope."""
    length_m: float
    bottom_m: float
    side: float
    """Horizontal over vertical."""
    bed: float
    """Fall of the bed over its length."""
    crest_m: float
    """Depth at which it is full."""
    wall_m: float
    """Depth at which water runs over the wall."""
    first_m: float
    """Depth at the start."""
    floor_m: float
    """Height of its floor above that of the next, where it feels its water."""

    def area_m2(self, depth_m):
        """The water's surface."""
        if self.kind == "pit":
            return (self.length_m + 2 * self.side * depth_m) * (self.bottom_m + 2 * self.side * depth_m)
        if self.kind == "slope":
            return min(depth_m / self.bed, self.length_m) * self.bottom_m
        return self.length_m * (self.bottom_m + 2 * self.side * depth_m)

    def volume_m3(self, depth_m):
        """What stands so deep; exact for each kind, since areas are of the second degree at most between bends."""
        bend = min(depth_m, self.bed * self.length_m) if self.kind == "slope" else depth_m
        return sum(
            (high - low) / 6 * (self.area_m2(low) + 4 * self.area_m2((low + high) / 2) + self.area_m2(high))
            for low, high in ((0.0, bend), (bend, depth_m))
        )

    @property
    def capacity_m3(self):
        """What fits below the crest."""
        return self.volume_m3(self.crest_m)


@dataclass(frozen=True)
class Way:
    """From a basin to another one or out (`target` None); what its numbers are is said by its kind."""

    id: str
    kind: str
    """hole, sluice, back and flap (a hole and a sluice that feel the water behind them), weir, crest, valve, pump or
    float (a pump with levels)."""
    source: str
    target: str | None
    low_m: float = 0.0
    """Lower edge of a hole or sluice, crest of a weir, stop level of a pump."""
    high_m: float = 0.0
    """Height of a hole or sluice, start level of a pump."""
    wide_m: float = 0.0
    flow_m3_s: float = 0.0
    turns: tuple[tuple[float, float], ...] = ((0.0, 1.0),)
    """From when on [s] it is open to what share."""


@dataclass(frozen=True)
class Network:
    """Basins from upstream to downstream, ways between them, and pulses as (basin, from s, until s, m3/s)."""

    name: str
    basins: tuple[Basin, ...]
    ways: tuple[Way, ...]
    pulses: tuple[tuple[str, float, float, float], ...]
    horizon_s: float = 12.0 * HOUR_S

    def leaving(self, basin):
        """Ways that leave a basin."""
        return [each for each in self.ways if each.source == basin]

    def has_crest(self, basin):
        """Whether water leaves it over a crest before it leaves over the wall."""
        return any(each.kind == "crest" for each in self.leaving(basin))


def network(seed, number):
    """The network of a number in the draw of a seed."""
    draw = Random(f"{seed}/{number}")
    count = draw.randint(2, 8)
    backs = _backs(draw, count)
    basins = tuple(_basin(draw, place, place in backs, place - 1 in backs) for place in range(count))
    ways = [way for place in range(count) for way in _ways(draw, basins, place, place in backs)]
    pulses = [_pulse(draw, basins[0] if place == 0 else draw.choice(basins)) for place in range(draw.randint(2, 6))]
    return Network(f"{seed}/{number}", basins, tuple(ways), tuple(pulses))


def _backs(draw, count):
    """Basins that feel the water of the next one; never two in a row."""
    found = set()
    for place in range(count - 1):
        if place - 1 not in found and draw.random() < 0.3:
            found.add(place)
    return found


def _basin(draw, place, feels, is_felt):
    """A basin; one whose water is felt is often a river section on a slope."""
    kind = "slope" if is_felt and draw.random() < 0.6 else draw.choice(("vertical", "trapezoid", "pit"))
    crest = round(draw.uniform(1.5, 4.0), 2)
    long, wide, side, bed = draw.uniform(15, 50), draw.uniform(10, 40), 0.0, 0.0
    if kind == "trapezoid":
        long, wide, side = draw.uniform(50, 300), draw.uniform(3, 8), draw.uniform(0.5, 2.0)
    elif kind == "pit":
        long, wide, side = draw.uniform(8, 25), draw.uniform(8, 25), draw.uniform(0.5, 2.0)
    elif kind == "slope":
        long, wide, bed = draw.uniform(200, 600), draw.uniform(4, 10), draw.uniform(0.002, 0.005)
    has_crest = draw.random() < 0.7
    first = draw.choice((0.0, 0.0, round(0.3 * crest, 2)))
    floor = draw.choice((0.0, 0.0, 0.5)) if feels else 0.0
    wall = crest + HEAD_M * has_crest
    return Basin(f"s{place}", kind, round(long, 1), round(wide, 1), round(side, 2), round(bed, 4), crest, wall, first,
                 floor)  # fmt: skip


def _ways(draw, basins, place, feels):
    """What leaves a basin: one or two ways, and a crest where it has one."""
    basin, found = basins[place], []
    kinds = ["hole", "sluice", "weir", "valve", "pump", "float"]
    if feels:
        found.append(_way(draw, draw.choice(("back", "back", "flap")), basin, basins[place + 1].id))
    for kind in draw.sample(kinds, draw.randint(0 if feels else 1, 2)):
        if kind == "pump" and any(each.kind == "valve" for each in found):
            continue  # SWMM has no order in which two fixed flows share a dry basin
        if kind == "valve" and any(each.kind == "pump" for each in found):
            continue
        found.append(_way(draw, kind, basin, _target(draw, basins, place, feels)))
    if basin.wall_m > basin.crest_m:
        long = round(draw.uniform(0.3, 3.0), 2)
        target = _target(draw, basins, place, feels)
        found.append(Way(f"{basin.id}-crest", "crest", basin.id, target, low_m=basin.crest_m, wide_m=long))
    return found


def _target(draw, basins, place, feels):
    """A basin further down, mostly the next; not the one whose water only one hole may feel."""
    below = [each.id for each in basins[place + 1 + feels :]]
    return None if not below or draw.random() < 0.25 else draw.choice(below[:2])


def _low(draw, crest_m):
    """The lower edge of an opening, mostly at the floor."""
    return round(draw.choice((0.0, 0.0, draw.uniform(0, 0.2 * crest_m))), 2)


def _way(draw, kind, basin, target):
    """A way of a kind; sizes such that some hundred litres a second pass."""
    id, crest = f"{basin.id}-{kind}", basin.crest_m
    match kind:
        case "hole" | "back":
            side = round(sqrt(draw.uniform(0.01, 0.2) / 3.8), 3)
            return Way(id, kind, basin.id, target, low_m=_low(draw, crest), high_m=side, wide_m=side)
        case "sluice" | "flap":
            wide, high = round(draw.uniform(0.5, 1.5), 2), round(draw.uniform(0.4, 1.5), 2)
            return Way(id, kind, basin.id, target, _low(draw, crest), high, wide, turns=_turns(draw))
        case "weir":
            low = round(draw.uniform(0.3, 0.8) * crest, 2)
            return Way(id, kind, basin.id, target, low_m=low, wide_m=round(draw.uniform(0.3, 2.0), 2))
        case "float":
            low, high = round(draw.uniform(0.05, 0.25) * crest, 2), round(draw.uniform(0.4, 0.8) * crest, 2)
            fastest = (basin.volume_m3(high) - basin.volume_m3(low)) / (10 * MINUTE_S)
            flow = round(min(draw.uniform(0.02, 0.3), fastest), 3)
            return Way(id, kind, basin.id, target, low_m=low, high_m=high, flow_m3_s=flow)
        case _:
            turns = _turns(draw) if kind == "valve" else ((0.0, 1.0),)
            return Way(id, kind, basin.id, target, flow_m3_s=round(draw.uniform(0.01, 0.1), 3), turns=turns)


def _turns(draw):
    """Mostly partly open, often turned once or twice."""
    times = [0.0, *sorted(draw.sample(range(10, 400, 5), draw.choice((0, 1, 1, 2))))]
    return tuple((minutes * 60.0, draw.choice((0.05, 0.1, 0.2, 0.35, 0.6, 1.0, 0.0))) for minutes in times)


def _pulse(draw, basin):
    """What pours in: a half to three times what the basin holds, in 20 min to three hours."""
    begins, lasts = draw.randrange(0, 300, 5) * 60.0, draw.randrange(20, 180, 5) * 60.0
    return basin.id, begins, begins + lasts, round(draw.uniform(0.5, 3.0) * basin.capacity_m3 / lasts, 4)
