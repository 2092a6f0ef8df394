"""Paper out: a run's result in words and tables, English and Chinese; reads records and checks."""

from sim.report.reconciliation import print_reconciliation
from sim.report.terminal import print_result
from sim.report.words import LANGUAGES, text

__all__ = ["LANGUAGES", "print_reconciliation", "print_result", "text"]
