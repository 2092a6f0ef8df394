"""A lint of response plans: rules that would fight each other, and orders that would come to nothing.

`find_conflicts` looks at a park and a scenario and plays nothing. Each claim is a function of the
two and stands alone; its docstring says what is decided and what is not. `more_than` compares two plans.
`find_doubts` looks for what may be a slip: numbers no park has, sections that run dry of themselves, unknown kinds.
"""

from sim.lint.conflict import Conflict, Kind, Saying, Value
from sim.lint.doubt import Doubt, Doubtful
from sim.lint.doubts import find_doubts
from sim.lint.find import find_conflicts
from sim.lint.more import more_than

__all__ = ["Conflict", "Doubt", "Doubtful", "Kind", "Saying", "Value", "find_conflicts", "find_doubts", "more_than"]
