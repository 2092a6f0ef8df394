"""Rules of the law and of standards as data: what they are called today, what they ask, how sure we are of that."""

from sim.regulation.national_reports import NATIONAL_REPORTS
from sim.regulation.regulation import Regulation, Sure
from sim.regulation.regulations import REGULATIONS, article, regulation
from sim.regulation.wording import WORDINGS, Wording, promise_of

__all__ = [
    "NATIONAL_REPORTS", "REGULATIONS", "WORDINGS", "Regulation", "Sure", "Wording", "article", "promise_of",
    "regulation",
]  # fmt: skip
