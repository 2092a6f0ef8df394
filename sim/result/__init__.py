"""Runs and what came of them: `run`, `Result`, and the folder a result is kept in."""

from sim.result.folder import load_result, save
from sim.result.result import Result
from sim.result.run import run

__all__ = ["Result", "load_result", "run", "save"]
