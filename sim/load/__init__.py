"""YAML and tables in: parks and scenarios from their files, with every problem at once.

`load_park`, `load_scenario` and `load_case` read; `Varying` gives what is uncertain other numbers; `check_files` only
looks; `json_schema` describes the files to an editor. Nothing else in the program reads input files.
"""

from sim.load.case import Case
from sim.load.incidents import Incidents, varying_of
from sim.load.loading import check_files, load_case, load_park, load_plant_sheets, load_scenario
from sim.load.rereader import FormulaRain, Rereader
from sim.load.schema import json_schema
from sim.load.varying import Varying

__all__ = [
    "Case", "FormulaRain", "Incidents", "Rereader", "Varying", "check_files", "json_schema", "load_case", "load_park",
    "load_plant_sheets", "load_scenario", "varying_of",
]  # fmt: skip
