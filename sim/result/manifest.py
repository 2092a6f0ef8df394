"""What a result was made with, and from what; nothing of the clock or of the machine."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from sim import __version__
from sim.record.record import Record

PACKAGES = ("numba", "numpy", "pyarrow", "scipy", "simpy")
"""Packages a number or a byte of the results may depend on."""


def manifest(record: Record, inputs_hash: str, seed: int | None = None) -> dict[str, Any]:
    """Versions, the hash of all inputs, and how many events the water took."""
    return {
        "inputs_hash": inputs_hash,
        "kernel_events": int(record.kernel_events),
        "program": {"name": "three-tier-containment", "version": __version__},
        "seed": seed,
        "versions": {"python": platform.python_version(), **{name: _version(name) for name in PACKAGES}},
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
