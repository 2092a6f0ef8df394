"""Breaches that hardly ever happen: how likely they are and what they take, by runs that come ever nearer to one."""

from sim.ensemble.rare.chance import Chance
from sim.ensemble.rare.search import End, Pace, Rare, run_rare
from sim.ensemble.rare.takes import RareFindings, Takes, rare_findings

__all__ = ["Chance", "End", "Pace", "Rare", "RareFindings", "Takes", "rare_findings", "run_rare"]
