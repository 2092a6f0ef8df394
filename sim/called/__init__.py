"""What people call things: storages, links, orders, rules, faults, and what happened to them, in one place."""

from sim.called.called import Called

__all__ = ["Called"]
