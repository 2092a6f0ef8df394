"""GCJ-02, by which maps sold in China are drawn, and BD-09, which Baidu makes of it: degrees moved by 0.5 to 1 km.

Neither is published. The formulas are those that converters agree on: a polynomial with sines in metres on the
Krassovsky ellipsoid, and a turn with a stretch on top of it.
"""

from __future__ import annotations

from collections.abc import Callable
from math import atan2, cos, degrees, hypot, pi, radians, sin, sqrt

RADIUS_M, ECCENTRICITY_2 = 6_378_245.0, 0.006_693_421_622_965_943
"""Krassovsky 1940: half of its longer axis [m], square of its first eccentricity."""
MIDDLE = (105.0, 35.0)
"""From where GCJ-02 counts [degrees]."""
IN_BOTH = ((20, 6), (20, 2))
EAST_WAVES = ((20, 1), (40, 1 / 3), (150, 1 / 12), (300, 1 / 30))
NORTH_WAVES = ((20, 1), (40, 1 / 3), (160, 1 / 12), (320, 1 / 30))
"""Heights [1.5 m] and half waves a degree."""
BAIDU_WAVE = radians(3000)
BAIDU_SHIFT = (0.0065, 0.006)
ENOUGH = 1e-10
"""Degrees; a hundredth of a millimetre."""
MOST_STEPS = 30

Degrees = tuple[float, float]
"""Longitude and latitude."""


def to_gcj02(longitude: float, latitude: float) -> Degrees:
    """Where WGS 84 degrees stand on a map in GCJ-02.

    >>> [round(each, 6) for each in to_gcj02(107.08, 29.83)]
    [107.084461, 29.827528]
    """
    x, y = longitude - MIDDLE[0], latitude - MIDDLE[1]
    shared = 0.1 * x * y + _waves(IN_BOTH, x)
    root = sqrt(abs(x))
    east_m = 300 + x + 2 * y + 0.1 * x * x + 0.1 * root + shared + _waves(EAST_WAVES, x)
    north_m = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.2 * root + shared + _waves(NORTH_WAVES, y)
    bent = 1 - ECCENTRICITY_2 * sin(radians(latitude)) ** 2
    across_m = RADIUS_M / sqrt(bent) * cos(radians(latitude))
    along_m = RADIUS_M * (1 - ECCENTRICITY_2) / bent**1.5
    return longitude + degrees(east_m / across_m), latitude + degrees(north_m / along_m)


def to_bd09(longitude: float, latitude: float) -> Degrees:
    """Where WGS 84 degrees stand on a map of Baidu's."""
    x, y = to_gcj02(longitude, latitude)
    far = hypot(x, y) + 0.00002 * sin(y * BAIDU_WAVE)
    turn = atan2(y, x) + 0.000003 * cos(x * BAIDU_WAVE)
    return far * cos(turn) + BAIDU_SHIFT[0], far * sin(turn) + BAIDU_SHIFT[1]


def back(drawn: Callable[[float, float], Degrees], longitude: float, latitude: float) -> Degrees:
    """The WGS 84 degrees that are drawn there: a guess, put right by what it misses by, until that is nothing.

    The shift changes by less than a hundredth of any step, so that each guess is a hundred times better than the last;
    a formula that only subtracts the shift found at the wrong end errs by up to metres.
    """
    east, north = longitude, latitude
    for _ in range(MOST_STEPS):
        x, y = drawn(east, north)
        east, north = east + longitude - x, north + latitude - y
        if abs(longitude - x) < ENOUGH and abs(latitude - y) < ENOUGH:
            break
    return east, north


def _waves(waves: tuple[tuple[float, float], ...], at: float) -> float:
    """The sum of sine waves at so many degrees [m]."""
    return sum(height * sin(at * pi * halves) for height, halves in waves) * 2 / 3
