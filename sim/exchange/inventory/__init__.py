"""Inventories of emergency spaces as planners hold them: read row by row, made into a park, held against one."""

from sim.exchange.inventory.again import aligned
from sim.exchange.inventory.change import Change, Changes, changes
from sim.exchange.inventory.folder import Folder, read_folder, write_park
from sim.exchange.inventory.inventory import Inventory, read_inventory
from sim.exchange.inventory.row import Became, Row, Space, Told
from sim.exchange.inventory.tiers import TierWords, known_tiers, usual_tiers

__all__ = [
    "Became", "Change", "Changes", "Folder", "Inventory", "Row", "Space", "TierWords", "Told", "aligned", "changes",
    "known_tiers", "read_folder", "read_inventory", "usual_tiers", "write_park",
]
