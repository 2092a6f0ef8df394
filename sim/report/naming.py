"""What people call the things of a park."""

from __future__ import annotations

from sim.park import Link, LinkKind, Park, Receiver
from sim.words import text


def place_name(park: Park, id: str, language: str) -> str:
    """The name of a storage or a receiver."""
    if id in park.storages:
        return park.storages[id].name.in_language(language) or id
    receiver = park.receivers[id]
    return text(receiver.kind, language) if _is_reserved(receiver) else receiver.name.in_language(language) or id


def tier_name(park: Park, id: str, language: str) -> str:
    """The name of a tier."""
    return park.tiers[id].name.in_language(language) or id


def link_name(park: Park, id: str, language: str) -> str:
    """The name of a link, or what it is when nobody gave it one."""
    link = park.links.get(id)
    if link is None:
        return text("wall", language)
    return text("spillway", language) if _is_plain_spillway(link) else link.name.in_language(language) or id


def _is_reserved(receiver: Receiver) -> bool:
    """Whether every park has it, and this one gave it no name of its own."""
    return receiver.id == receiver.kind and str(receiver.name) in ("", receiver.id)


def _is_plain_spillway(link: Link) -> bool:
    """Whether it is a storage's spillway, which is named for its storage."""
    return link.kind is LinkKind.SPILLWAY and str(link.name) in ("", link.id)
