"""An enterprise of the park."""

from __future__ import annotations

from dataclasses import dataclass

from sim.park.names import Name
from sim.park.place import AnyPlace

NO_NAME = Name()


@dataclass(frozen=True, slots=True)
class Plant:
    """An enterprise that drains in the park; its storages name it as their `plant`."""

    id: str
    name: Name
    sub_area: str = ""
    trade: Name = NO_NAME
    hazardous: bool = False
    """Whether it holds hazardous chemicals."""
    major_hazards: int = 0
    """Number of major hazard sources on its site."""
    place: AnyPlace | None = None
    note: str = ""
