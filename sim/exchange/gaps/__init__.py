"""Lists of gaps that come back filled in: read row by row, held against what was asked, and put into a park's files."""

from sim.exchange.gaps.answers import KNOWN, Answer, Answers, Question, is_filled_in, read_answers
from sim.exchange.gaps.changes import Known, known_of

__all__ = ["KNOWN", "Answer", "Answers", "Known", "Question", "is_filled_in", "known_of", "read_answers"]
