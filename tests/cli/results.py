"""What a command left in the results of the folder where we stand."""

import csv


def folder(place):
    """The one folder of results."""
    (found,) = (place / "results").iterdir()
    return found


def rows(path):
    """The rows of a table, each by its heads."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
