"""The kernel's ways in as machine code, kept from one start to the next and called without the compiler that made it.

To load a compiler, and what it has kept of its own, takes longer than most runs do. So what it has made of the ways in
is kept as object code, one file for each sort of processor, which is linked anew at every start. It lies in the folder
that `jit.py` looks after.
"""

from __future__ import annotations

import os
import sys
from ctypes import CDLL, PYFUNCTYPE, c_double, c_int64, c_void_p, cast
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from sim.errors import cause
from sim.water.jit import COMPILED, cache_folder

WAYS_IN: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "advance": (c_int64, (c_int64, c_double)),
    "pour": (None, (c_int64, c_int64, c_int64, c_int64, c_double, c_double)),
    "wake": (None, (c_int64, c_int64, c_int64)),
    "stand": (None, (c_int64, c_int64, c_double, c_int64)),
    "set_link": (None, (c_int64, c_int64, c_double, c_double, c_double)),
    "switch_link": (None, (c_int64, c_int64, c_int64, c_int64)),
    "wait_for": (None, (c_int64, c_int64)),
    "wait_again": (None, (c_int64, c_int64)),
    "reads": (c_double, (c_int64, c_int64)),
    "finish": (c_int64, (c_int64,)),
    "restore": (None, (c_int64, c_int64)),
}
"""What each gives back and takes; the first of what they take is the address of a state."""
FROM_C = {"pow": "pow"} | dict.fromkeys(
    ("numba_do_raise", "numba_gil_ensure", "numba_gil_release", "numba_runtime_build_excinfo_struct",
     "numba_unpickle"), "abort")  # fmt: skip
"""What the code calls of the C library, by the name it has there. The compiler's own are for exceptions, which nothing
here raises; but where the linker misses one of them, it leaves all calls leading nowhere, without a word."""

Codes = dict[str, tuple[str, bytes]]
"""Object code of each way in, and the name it has in it."""


@cache
def ways_in() -> Any:
    """The functions of the kernel that are called from outside, by their names, ready to be called."""
    if not COMPILED:
        from sim.water import kernel

        return kernel
    path = _path()
    codes = _kept(path) if path else None
    if codes is None:
        codes = _made()
        if path:
            _keep(path, codes)
    return _linked(codes)


def is_cold() -> bool:
    """Whether the kernel is still to be compiled, which takes a while."""
    path = _path() if COMPILED else None
    return COMPILED and (path is None or not path.exists())


def _path() -> Path | None:
    """Where the code for this processor is kept."""
    import llvmlite
    from llvmlite import binding

    folder = cache_folder()
    if folder is None:
        return None
    features = binding.get_host_cpu_features().flatten()
    machine = f"{binding.get_host_cpu_name()} {features} {llvmlite.__version__}"
    return folder / f"ways-in-{sha256(machine.encode()).hexdigest()[:10]}.o"


def _made() -> Codes:
    """Everything compiled, which takes half a minute."""
    import numba
    from numba import types

    from sim.water import kernel

    known = {c_int64: types.int64, c_double: types.float64, None: types.void}
    codes = {}
    for name, (gives, takes) in WAYS_IN.items():
        signature = known[gives](*(known[each] for each in takes))
        made = numba.cfunc(signature, error_model="numpy", _nrt=False)(getattr(kernel, name).py_func)
        _, _, (code, _) = made._library.serialize_using_object_code()
        codes[name] = made.native_name, code
    return codes


def _linked(codes: Codes) -> SimpleNamespace:
    """Functions to be called, with what must live as long as they do."""
    from llvmlite import binding

    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    for called, name in FROM_C.items():
        if binding.address_of_symbol(called) is None:  # else the compiler is there, whose own must stay
            binding.add_symbol(called, cast(CDLL(None)[name], c_void_p).value)
    machine = binding.Target.from_default_triple().create_target_machine()
    engine = binding.create_mcjit_compiler(binding.parse_assembly(""), machine)
    for _, code in codes.values():
        engine.add_object_file(binding.ObjectFileRef.from_data(code))
    engine.finalize_object()
    found = {name: PYFUNCTYPE(gives, *takes)(engine.get_function_address(codes[name][0]))
             for name, (gives, takes) in WAYS_IN.items()}  # fmt: skip
    return SimpleNamespace(**found, engine=engine, codes=codes)


def _kept(path: Path) -> Codes | None:
    """What is kept in a file; None where it is not there, or not whole."""
    try:
        head, _, rest = path.read_bytes().partition(b"\n\n")
        lines = [line.split(" ") for line in head.decode("ascii").split("\n")]
        sizes = {name: (symbol, int(size)) for name, symbol, size in lines}
    except (OSError, ValueError):
        return None
    codes, start = {}, 0
    for name, (symbol, size) in sizes.items():
        codes[name] = symbol, rest[start : start + size]
        start += size
    return codes if codes.keys() == WAYS_IN.keys() and len(rest) == start else None


def _keep(path: Path, codes: Codes) -> None:
    """Put a file in its place at once, so that nobody finds half of it: a line for each, a blank line, the codes."""
    head = "\n".join(f"{name} {symbol} {len(code)}" for name, (symbol, code) in codes.items())
    beside = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(b"\n\n".join([head.encode("ascii"), b"".join(code for _, code in codes.values())]))
        beside.replace(path)
    except OSError as error:
        print(f"note: the compiled kernel cannot be kept: {cause(error)}", file=sys.stderr)
