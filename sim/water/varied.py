"""Networks of parks that differ from another in a few numbers only: what is compiled stays as it is.

What people do the water does not feel, and how much a link without a rating passes is a number in the state at rest.
Only where a band of volume or the graph of the links may be another is a park compiled anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sim.park import Link, Park, Sensor
from sim.water.handle import handle_of
from sim.water.network import Network, awake_at, network_of

PLAIN = ("capacity_m3_s", "opening", "leak", "lag_s")
"""What of a link without a rating is a number in the state at rest."""


def share_network(park: Park, like: Park) -> None:
    """Let a park use what is compiled of another, as far as that holds for it; else its first run compiles it.

    Raises:
        InputError: water would run round a loop of links in no time; names the loop.
    """
    links = _others(park.links, like.links)
    if park is like or park.storages is not like.storages or park.links.keys() != like.links.keys():
        return
    if all(_is_plain(link, like.links[link.id]) for link in links) and _see_alike(park, like):
        network = network_of(like)
        network_of.keep(park, _with_links(network, links) if links else network)


def _others(these: Mapping[str, Any], those: Mapping[str, Any]) -> list[Any]:
    """What is not the same object in both."""
    return [] if these is those else [each for id, each in these.items() if each is not those.get(id)]


def _is_plain(link: Link, old: Link) -> bool:
    """Whether a link differs in nothing but numbers of the state at rest."""
    if link == old:
        return True
    if link.rating is not None or link.treatment != old.treatment or (link.lag_s > 0) != (old.lag_s > 0):
        return False
    return replace(link, **{name: getattr(old, name) for name in PLAIN}) == old


def _see_alike(park: Park, like: Park) -> bool:
    """Whether all sensors look at the same, and alarm at the same."""
    return all(_seen(each) == _seen(like.sensors[each.id]) for each in _others(park.sensors, like.sensors))


def _seen(sensor: Sensor) -> Sensor:
    """A sensor but for what happens to what it sees."""
    return replace(sensor, every_s=0.0, delay_s=0.0, confirm_s=0.0, misses=0.0)


def _with_links(network: Network, links: list[Link]) -> Network:
    """The network with other numbers for some links; it shares no states with the old one."""
    rows, order = network.rest.links.copy(), list(network.links)
    for link in links:
        place = network.link_index[link.id]
        order[place] = link
        for name, value in zip(("capacity", "opening", "leak", "lag"), (getattr(link, each) for each in PLAIN),
                               strict=True):  # fmt: skip
            rows[name][place] = value
    changed = {link.id: link for link in links}
    guarded = tuple(changed.get(link.id, link) for link in network.guarded)
    rest = network.rest._replace(links=rows)
    return replace(network, links=tuple(order), guarded=guarded, rest=rest, rest_handle=handle_of(rest),
                   awake=awake_at(rest), idle=[])  # fmt: skip
