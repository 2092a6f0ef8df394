"""A park's package: the lists, the plan, the map and the cards that the ministry asks for, out of runs.

The same park and scenarios give the same bytes: no paper holds the time at which it was made.
"""

from sim.dossier.dossier import Dossier
from sim.dossier.played import Played
from sim.dossier.question import Question, questions
from sim.dossier.write import Paper, write_papers

__all__ = ["Dossier", "Paper", "Played", "Question", "questions", "write_papers"]
