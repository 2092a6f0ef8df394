"""Names of shipped scenarios stand above every figure, of whichever variant: they tell no outcome."""

import re
from pathlib import Path

SCENARIOS = sorted((Path(__file__).parents[2] / "scenarios").glob("*.yaml"))
OUTCOMES = re.compile(r"held|breach|escape|relieved|caught|contained|失守|守住|突破|截住|转输至", re.IGNORECASE)


def test_no_name_tells_what_becomes_of_it():
    names = [re.search(r"^name: (.*)$", each.read_text(encoding="utf-8"), re.MULTILINE)[1] for each in SCENARIOS]

    assert len(names) == 14
    assert [each for each in names if OUTCOMES.search(each)] == []
