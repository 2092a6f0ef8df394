"""Paper out: a run's result in words and tables, English and Chinese; reads records and checks."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.report.conflicts import conflict_lines
    from sim.report.reconciliation import print_reconciliation
    from sim.report.terminal import print_result
    from sim.report.words import LANGUAGES, text

__all__ = ["LANGUAGES", "conflict_lines", "print_reconciliation", "print_result", "text"]

_HOMES = {
    "LANGUAGES": "words",
    "conflict_lines": "conflicts",
    "print_reconciliation": "reconciliation",
    "print_result": "terminal",
    "text": "words",
}
"""Where each name lives; imported when it is first asked for, so that words alone come without NumPy."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sim.report' has no attribute '{name}'")
    return getattr(import_module(f"sim.report.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
