"""What kinds, phases and types are called on paper."""

from __future__ import annotations

from sim.drill.exercise import ExerciseType
from sim.drill.line import Kind, Phase
from sim.park import Name

KINDS: dict[Kind, Name] = {
    Kind.INJECT: Name("inject", "情景注入"),
    Kind.ACTION: Name("expected action", "预期行动"),
    Kind.CONTINGENCY: Name("contingency inject", "备用注入"),
    Kind.MEASUREMENT: Name("measurement", "观测"),
    Kind.REPORT: Name("report owed", "应报事项"),
    Kind.JUMP: Name("clock put forward", "时间推进"),
}

PHASES: dict[Phase, Name] = {
    Phase.WARNING: Name("warning, report", "预警与报告"),
    Phase.COMMAND: Name("command", "指挥协调"),
    Phase.RESPONSE: Name("response", "现场处置"),
    Phase.END: Name("end", "应急终止"),
    Phase.REVIEW: Name("review", "总结评估"),
}

TYPES: dict[ExerciseType, Name] = {
    ExerciseType.TABLE_TOP: Name("table-top exercise", "桌面演练"),
    ExerciseType.FUNCTIONAL: Name("functional exercise", "功能演练"),
    ExerciseType.FULL_SCALE: Name("full-scale exercise", "实战演练"),
    ExerciseType.NO_NOTICE: Name("no-notice exercise", "“双盲”演练"),
}
