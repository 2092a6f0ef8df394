"""What people call the sizing standards, one by one and by country."""

from __future__ import annotations

from collections.abc import Iterable

from sim.hydrology.sizing import Standard

SINGLE = {
    "gb-50974": Standard.FIRE_WATER,
    "cn-a": Standard.FAMILY_A,
    "cn-b": Standard.FAMILY_B,
    "gb-50747": Standard.FIRST_FLUSH,
    "cn-flush": Standard.FLUSH_STORM,
    "gb-50351": Standard.BUND,
    "uk-110": Standard.UK,
    "uk-c736": Standard.CIRIA,
    "us-spcc": Standard.SPCC,
    "us-264": Standard.RCRA,
    "fr-bund": Standard.FRANCE,
    "fr-d9": Standard.D9,
    "fr-d9a": Standard.D9A,
    "de-vaws": Standard.VAWS,
    "nl-pgs15": Standard.PGS,
    "unece": Standard.SANDOZ,
}
"""Every standard by its short name."""
COUNTRIES = tuple(dict.fromkeys(name.partition("-")[0] for name in SINGLE if name[:2] not in ("gb", "un")))
"""Countries some of whose standards can be asked."""
NAMES = (*COUNTRIES, *SINGLE)


def named(names: Iterable[str]) -> tuple[Standard, ...]:
    """The standards that names mean, in the order of the table; a country means all of its own.

    >>> [each.value for each in named(["us", "gb-50351"])]
    ['bund', 'spcc', 'rcra']
    """
    wanted = {standard for name in names for standard in _meant(name)}
    return tuple(each for each in Standard if each in wanted)


def _meant(name: str) -> Iterable[Standard]:
    if name in SINGLE:
        return (SINGLE[name],)
    prefixes = ("cn-", "gb-") if name == "cn" else (f"{name}-",)
    return (standard for single, standard in SINGLE.items() if single.startswith(prefixes))
