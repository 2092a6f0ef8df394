"""A three-tier emergency containment simulator for chemical parks.

>>> from sim import load_park, load_scenario, run  # doctest: +SKIP
>>> park = load_park("configs/changshou-yanjia")  # doctest: +SKIP
>>> result = run(park, load_scenario("scenarios/changshou-tank-fire.yaml", park))  # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.load import load_park, load_scenario
    from sim.result import Result, load_result
    from sim.result.run import run

__version__ = "0.1.0.dev0"
__all__ = ["Result", "__version__", "load_park", "load_result", "load_scenario", "run"]

_HOMES = {
    "Result": "sim.result",
    "load_park": "sim.load",
    "load_result": "sim.result",
    "load_scenario": "sim.load",
    "run": "sim.result",
}
"""Where each name lives; imported when it is first asked for, so that `--help` stays quick."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'sim' has no attribute '{name}'")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
