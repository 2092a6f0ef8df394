"""What an ensemble's folder was made from, written beside its runs."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sim import __version__
from sim.ensemble.design import Sampling
from sim.ensemble.player import Player
from sim.errors import InputError, cause
from sim.message import Message, about
from sim.result.folder import HASH_LETTERS

KEPT = "ensemble.json"
"""The file's name."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What all runs of a folder have in common."""

    scenario: str
    park: str
    inputs_hash: str
    program: str
    seed: int
    sampling: Sampling
    runs: int
    """To which runs that are drawn together belong; 0 where each is drawn by itself."""

    @classmethod
    def of(cls, player: Player) -> Manifest:
        """That of a player's runs."""
        case, start = player.varying.case, player.start
        runs = 0 if start.sampling is Sampling.MC else start.runs
        return cls(case.scenario.id, case.park.id, case.inputs_hash, __version__, start.seed, start.sampling, runs)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """That of a folder.

        Raises:
            InputError: it is not the folder of an ensemble, or was changed by hand.
        """
        try:
            made: dict[str, Any] = json.loads((folder / KEPT).read_text(encoding="utf-8"))
            return cls(**made | {"sampling": Sampling(made["sampling"])})
        except FileNotFoundError:
            raise InputError(about(folder, Message("is not the folder of an ensemble; name one that `ensemble` wrote, "
                                                   "with {file} in it", file=KEPT))) from None  # fmt: skip
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise InputError(about(folder / KEPT, Message("cannot be read as what an ensemble was made from: {reason}",
                                                          reason=cause(error)))) from error  # fmt: skip

    @property
    def text(self) -> str:
        """As it stands in the file."""
        return json.dumps(asdict(self), indent=2, sort_keys=True) + "\n"


def check_same(folder: Path, made: Manifest, asked: Manifest) -> None:
    """Look whether what a folder holds was made from what is asked about.

    Raises:
        InputError: it was made from something else; says what that is.
    """
    if (made.scenario, made.park) != (asked.scenario, asked.park):
        raise InputError(about(folder, Message("is an ensemble of {scenario} in {park}, and this is about {scenario2} "
                                               "in {park2}", scenario=made.scenario, park=made.park,
                                               scenario2=asked.scenario, park2=asked.park)))  # fmt: skip
    if made.inputs_hash != asked.inputs_hash:
        raise InputError(about(folder, Message("is an ensemble of other inputs ({hash}) than these ({hash2}): --pick, "
                                               "--set, --levels or the files are others; ask as it was asked for, or "
                                               "play it anew", hash=made.inputs_hash[:HASH_LETTERS],
                                               hash2=asked.inputs_hash[:HASH_LETTERS])))  # fmt: skip
    if made.program != asked.program:
        raise InputError(about(folder, Message("was played by version {version} of this program, and this is "
                                               "{version2}; play it anew", version=made.program,
                                               version2=asked.program)))  # fmt: skip
