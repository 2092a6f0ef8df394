"""Lines and tables on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, RenderableType


def put(console: Console, *said: RenderableType, style: str = "", soft_wrap: bool = False) -> None:
    """Print lines one below the other, nothing in them taken for a style, and what else there is as it is."""
    from rich.console import Group

    from sim.report.unparted import Unparted

    for each in said:
        # in a group, since a console makes one plain text of all texts that it is handed
        console.print(Group(Unparted(each, style)) if isinstance(each, str) else each, soft_wrap=soft_wrap)
