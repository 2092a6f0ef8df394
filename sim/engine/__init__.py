"""Time: people, weather and equipment as SimPy processes, and the one loop where they meet the water."""

from sim.engine.play import play

__all__ = ["play"]
