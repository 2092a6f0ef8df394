"""Lists for tests: written, read, and what became of their rows."""

from pathlib import Path

from sim.exchange.inventory import read_inventory, usual_tiers

LISTS = Path(__file__).parent / "lists"


def write_csv(folder, *rows, name="spaces.csv"):
    """A list of rows of comma-separated cells."""
    path = folder / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def read(*paths, tier=None):
    """What stands in some lists."""
    return read_inventory([str(each) for each in paths], usual_tiers(), tier)


def held(inventory):
    """The spaces by id: tier, kind and volume."""
    return {each.id: (each.tier, each.kind, each.capacity_m3) for each in inventory.spaces}


def told(inventory, line):
    """What is told of the row in a line."""
    (row,) = [each for each in inventory.rows if each.place.line == line]
    return [each.key for each in row.told]
