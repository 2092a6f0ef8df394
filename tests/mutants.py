"""Plants small faults in what must not be wrong, one at a time, and asks whether a test falls.

    python -m tests.mutants -n 100 --seed 1
    python -m tests.mutants -n 999 --only sim/water/settle.py:92

Half of them are planted in the kernel, the others in verdict, ledger and margins. That happens in a copy of the tree,
in which the same tests must have passed without a fault before. A fault has fallen when a test failed, or took several
times as long as it should: what cannot even be imported proves nothing. Those that live are listed, with a reason
where one is known (`EXPLAINED`, in `explained_mutants.py`).
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

from tests.explained_mutants import EXPLAINED

ROOT = Path(__file__).parents[1]

AREAS = {
    "kernel": [f"sim/water/{name}.py" for name in (
        "settle", "mixture", "travel", "demand", "due", "opening", "backwater", "bands", "watch", "kernel")],
    "verdict": ["sim/check/judge.py", "sim/check/outcome.py", "sim/check/crossings.py", "sim/check/met.py",
                "sim/park/way.py", "sim/park/spill.py"],
    "ledger": ["sim/engine/seen.py"],
    "margins": ["sim/check/margin.py", "sim/check/tier_verdict.py", "sim/check/tier_peak.py", "sim/check/uncounted.py",
                "sim/check/fill_time.py"],
}  # fmt: skip
TURNS = ("kernel", "verdict", "kernel", "ledger", "kernel", "margins")
"""In which order the areas have their turn."""

PLAIN_PYTHON = ("backwater.py", "bands.py")
"""What of the kernel's folder is not compiled."""

QUICK = [f"tests/water/test_{name}.py" for name in (
    "settle", "look_ahead", "sharing", "valve", "fill", "travel", "receivers", "pump", "layers", "wall", "crest",
    "rounding", "queue", "stuck")]  # fmt: skip
"""Tests of the water that are quick in plain Python, those that fell most first."""
SLOW = [f"tests/water/test_{name}.py" for name in (
    "mixture", "watches", "backwater", "bands", "back_pressure", "curves", "packing", "loops", "always")]  # fmt: skip
"""Those that are quick only with a compiled kernel, so that it pays to compile it anew."""
CHECK = [f"tests/check/test_{name}.py" for name in (
    "judge", "met", "fill_time", "uncounted", "phase", "outcome", "downstream")]  # fmt: skip
ENGINE = [f"tests/engine/test_{name}.py" for name in ("seen", "accident", "sensing")]
ORDERS = ["tests/engine/test_treatment.py", "tests/engine/test_order.py"]
RESULT = ["tests/result/test_run.py"]
PARK = ["tests/park/test_spill.py"]
NEXT = {
    "settle": ["receivers", "fill", "accident"],
    "mixture": ["look_ahead", "layers", "rounding"],
    "demand": ["sharing", "pump", "levels"],
    "due": ["fill", "layers", "rounding"],
    "travel": ["packing"],
    "opening": ["wall", "crest"],
    "spill": ["wall", "crest"],
    "watch": ["sensing", "treatment", "order"],
    "kernel": ["receivers", "fill"],
}
"""The tests nearest to a module, beside the one of its name."""
NEAR_IN_PLAIN = {
    "mixture": ["mixture"],
    "demand": ["bands", "back_pressure", "backwater"],
    "travel": ["back_pressure"],
    "due": ["mixture"],
    "opening": ["bands", "backwater"],
}
"""Those of the slow ones that are so near that they are worth their while in plain Python."""

MOST_MEMORY = 4 * 2**30
"""What a fault that fills the memory may take [bytes]."""


@dataclass(frozen=True)
class Mutant:
    """One small fault: a node of a file becomes another."""

    path: str
    line: int
    name: str
    """Where and what: function, what stands there, what would."""
    node: int
    """Its place among the file's nodes."""
    variant: int
    """Which of those that it can become."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.name}"

    @property
    def reason(self) -> str:
        """Why no test can, or need, see it; empty when none is known."""
        return EXPLAINED.get(f"{self.path} {self.name}", "")


OTHER_OPS = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
OTHER_SIGN = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult}
OTHER_CALL = {"min": "max", "max": "min", "any": "all", "all": "any"}


def variants(node: ast.AST) -> list[ast.AST]:
    """What a node can become."""
    match node:
        case ast.Compare(ops=[op]):
            return [_changed(node, ops=[other()]) for other in OTHER_OPS.get(type(op), ())]
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            fewer = [values[:place] + values[place + 1 :] for place in range(len(values))]
            return [_changed(node, op=other), *(_changed(node, values=left) for left in fewer)]
        case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult() | ast.Div() as op):
            dropped = [node.left] if isinstance(op, ast.Add | ast.Sub) else []
            return [_changed(node, op=OTHER_SIGN[type(op)]()), *dropped]
        case ast.AugAssign(op=ast.Add() | ast.Sub() as op):
            return [_changed(node, op=OTHER_SIGN[type(op)]()), ast.Pass()]
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            return [node.operand]
        case ast.Call(func=ast.Name(id=id)) if id in OTHER_CALL:
            return [_changed(node, func=ast.Name(OTHER_CALL[id], ast.Load()))]
        case ast.If(test=test) | ast.IfExp(test=test) if not isinstance(test, ast.Compare | ast.UnaryOp):
            return [_changed(node, test=ast.UnaryOp(ast.Not(), test))]
        case ast.Constant(value=bool() | int() | float() as value):
            return [ast.Constant(_other(value))]
        case ast.Expr(value=ast.Call()):
            return [ast.Pass()]
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            return [ast.Pass()]
    return []


def _other(value: float) -> float:
    """Another constant, far enough away to matter.

    >>> _other(True), _other(0), _other(2), _other(200), _other(0.0), _other(1.0), _other(1e-9)
    (False, 1, 3, 20, 1.0, 2.0, 1e-05)
    """
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value // 10 if value > 10 else value + 1
    if 0 < abs(value) < 1e-2:
        return value * 1e4
    return value + 1


def _changed(node: ast.AST, **fields: object) -> ast.AST:
    """A copy of a node with other fields."""
    changed = copy.copy(node)
    for name, value in fields.items():
        setattr(changed, name, value)
    return changed


def nodes(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.AST]]:
    """The nodes of a module that say what is done, each with the function it stands in."""
    if isinstance(tree, ast.Raise | ast.Assert | ast.JoinedStr | ast.Import | ast.ImportFrom):
        return
    if isinstance(tree, ast.FunctionDef | ast.ClassDef):
        inside = tree.name
    yield inside, tree
    for name, value in ast.iter_fields(tree):
        if name not in ("annotation", "returns", "decorator_list", "bases"):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from nodes(child, inside)


def mutants_of(path: str) -> Iterator[Mutant]:
    """Every small fault that can be planted in a file."""
    for place, (inside, node) in enumerate(nodes(ast.parse((ROOT / path).read_text()))):
        for number, other in enumerate(variants(node)):
            before, after = (" ".join(ast.unparse(each).split())[:90] for each in (node, other))
            yield Mutant(path, node.lineno, f"{inside}: {before} -> {after}", place, number)


def source_of(mutant: Mutant) -> str:
    """The file with the fault in it."""
    tree = ast.parse((ROOT / mutant.path).read_text())
    _, target = next(each for place, each in enumerate(nodes(tree)) if place == mutant.node)
    planted = _Plant(target, variants(target)[mutant.variant]).visit(tree)
    return ast.unparse(ast.fix_missing_locations(planted))


class _Plant(ast.NodeTransformer):
    """Puts one node in the place of another."""

    def __init__(self, target: ast.AST, other: ast.AST) -> None:
        self.target, self.other = target, other

    def visit(self, node: ast.AST) -> ast.AST:
        """The other node for the target; any other as it is."""
        return self.other if node is self.target else self.generic_visit(node)


def drawn(count: int, seed: int, only: str) -> list[Mutant]:
    """So many mutants, area by area in turn, of those whose names hold `only`."""
    dice = random.Random(seed)
    waiting = {}
    for area, paths in AREAS.items():
        waiting[area] = [mutant for path in paths for mutant in mutants_of(path) if only in str(mutant)]
        dice.shuffle(waiting[area])
    found: list[Mutant] = []
    while len(found) < count and any(waiting.values()):
        found += [waiting[area].pop() for area in TURNS if waiting[area]]
    return found[:count]


@dataclass(frozen=True)
class Suite:
    """Test files, and how the kernel runs in them."""

    files: tuple[str, ...]
    compiled: bool = True
    anew: bool = False
    """Whether the kernel was changed, so that it must be compiled anew."""


def suites_for(path: str) -> list[Suite]:
    """The tests that are asked about faults in a file: the quick ones and the nearest first."""
    module = Path(path).stem
    if path.startswith("sim/water") and not path.endswith(PLAIN_PYTHON):
        near = [file for file in SLOW if _is_near(file, NEAR_IN_PLAIN.get(module, ()))]
        slow = [file for file in [*ORDERS, *SLOW, *CHECK[:1]] if file not in near]
        plain = Suite(_nearest(module, [*near, *QUICK, *ENGINE]), compiled=False)
        return [plain, Suite(_nearest(module, slow), anew=True)]
    if path.startswith("sim/water"):
        return [Suite(_nearest(module, [*QUICK, *SLOW]))]
    if path.startswith("sim/engine"):
        return [Suite(_nearest(module, [*ENGINE, *QUICK, *CHECK, *SLOW[:-1], *RESULT]))]
    return [Suite(_nearest(module, [*CHECK, *PARK, *ENGINE, *QUICK, *RESULT]))]


def _is_near(file: str, names: Sequence[str]) -> bool:
    return any(f"test_{name}.py" in file for name in names)


def _nearest(module: str, files: Sequence[str]) -> tuple[str, ...]:
    """The files, the ones nearest to a module first."""
    near = [module, *NEXT.get(module, ())]
    return tuple(sorted(files, key=lambda file: not _is_near(file, near)))


class Copy:
    """A copy of the tree, in which faults are planted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clean_s: dict[bool, float] = {}
        """How long all tests take, in plain Python and compiled [s]."""
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.splitlines()
        for name in listed:
            if (ROOT / name).is_file():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, folder / name)

    def prove_clean(self) -> None:
        """Make sure that all tests pass without a fault, in plain Python and compiled, and note how long they take.

        Raises:
            SystemExit: one does not.
        """
        suites = [suite for paths in AREAS.values() for path in paths for suite in suites_for(path)]
        for compiled in (False, True):
            files = dict.fromkeys(file for suite in suites if suite.compiled == compiled for file in suite.files)
            begun = time.monotonic()
            status, text = self.run(Suite(tuple(files), compiled), most_s=3600)
            if status != 0:
                sys.exit(f"the tests fail without a fault already:\n{text}")
            self.clean_s[compiled] = time.monotonic() - begun

    def run(self, suite: Suite, most_s: float) -> tuple[int | None, str]:
        """What pytest ends with, None when it ran too long, and what it says."""
        cache = self.folder / ("cache-anew" if suite.anew else "cache")
        if suite.anew:
            shutil.rmtree(cache, ignore_errors=True)
        mode = {"NUMBA_CACHE_DIR": str(cache), "NUMBA_OPT": "1"} if suite.compiled else {"NUMBA_DISABLE_JIT": "1"}
        options = ["-q", "-x", "-p", "no:cacheprovider", "--tb=line", "--hypothesis-profile=unshrunk"]
        command = [sys.executable, "-m", "pytest", *options, *suite.files]
        with subprocess.Popen(
            command,
            cwd=self.folder,
            env={**os.environ, **mode, "PYTHONDONTWRITEBYTECODE": "1" if len(self.clean_s) == 2 else ""},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        ) as process:
            try:
                text, _ = process.communicate(timeout=most_s)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                return None, ""
        return process.returncode, text

    def fate(self, mutant: Mutant) -> str:
        """What became of a fault: the test that it fell by, `too slow`, `lives`, or `void` when no test could run."""
        place = self.folder / mutant.path
        original, stat = place.read_text(), place.stat()
        try:
            for written in (place, Path(cache_from_source(str(place)))):
                written.unlink(missing_ok=True)
            place.write_text(source_of(mutant))
            fates = (self._fate_by(suite) for suite in suites_for(mutant.path))
            return next((fate for fate in fates if fate != "lives"), "lives")
        finally:
            place.write_text(original)
            os.utime(place, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # compiled code is kept by it

    def _fate_by(self, suite: Suite) -> str:
        status, text = self.run(suite, 2 * self.clean_s[suite.compiled])
        if status is None:
            return "too slow"
        if status < 0:
            return "crashed"  # compiled code does not look where it writes
        failed = re.search(r"^(?:FAILED|ERROR) (\S+::\S+)", text, re.MULTILINE)
        if status == 1 and failed:
            return failed[1]
        return "lives" if status == 0 else "void"


def tried(mutants: Sequence[Mutant], folder: Path) -> Iterator[tuple[Mutant, str]]:
    """What became of each; those that are explained are not tried, and live."""
    tree = Copy(folder)
    tree.prove_clean()
    for mutant in mutants:
        if mutant.reason:
            yield mutant, "lives"
            continue
        yield mutant, tree.fate(mutant)


def main() -> None:
    """Plant, ask, count."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("-n", type=int, default=100, help="how many faults (default: 100)")
    parser.add_argument("--seed", type=int, default=1, help="which of them (default: 1)")
    parser.add_argument("--only", default="", help="those whose FILE:LINE FUNCTION: CHANGE holds this text")
    parser.add_argument("--list", action="store_true", help="name them and stop")
    given = parser.parse_args()
    mutants = drawn(given.n, given.seed, given.only)
    if given.list:
        print(*mutants, sep="\n")
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        report(mutants, folder)


def report(mutants: Sequence[Mutant], folder: str) -> None:
    """Try them, say of each at once what became of it, and count at the end."""
    fates: list[tuple[Mutant, str]] = []
    for mutant, fate in tried(mutants, Path(folder)):
        fates.append((mutant, fate))
        print(f"{len(fates):3} {mutant}\n      {fate}", flush=True)
    living = [mutant for mutant, fate in fates if fate == "lives"]
    void = [mutant for mutant, fate in fates if fate == "void"]
    fell = len(fates) - len(living) - len(void)
    print(f"\n{len(fates)} planted, {fell} fell, {len(living)} live, {len(void)} could not be asked")
    for mutant in [*living, *void]:
        print(f"  {mutant}\n      {mutant.reason or 'not explained'}")


if __name__ == "__main__":
    main()
