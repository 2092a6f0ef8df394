"""What people call things: storages, links, orders, rules, faults, and what happened to them, in one place."""

from sim.called.called import Called, in_both

__all__ = ["Called", "in_both"]
