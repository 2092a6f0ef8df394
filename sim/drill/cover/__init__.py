"""Which operation sheets drills exercise, the smallest set that exercises all, and a year of it."""

from sim.drill.cover.candidate import Candidate, Sort
from sim.drill.cover.coverage import Coverage, How, Seen, coverage
from sim.drill.cover.set_cover import Answer, smallest
from sim.drill.cover.study import Study, Weigh, study

__all__ = [
    "Answer", "Candidate", "Coverage", "How", "Seen", "Sort", "Study", "Weigh", "coverage", "smallest", "study",
]  # fmt: skip
