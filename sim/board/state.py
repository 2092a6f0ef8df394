"""What somebody has moved: a scenario, what is picked in it, and other values; as an address and as a command line."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from sim.errors import InputError
from sim.message import Message

VERSION = "1"
"""Of addresses; one of another version is refused, not guessed at."""
ASIDE = "a"
"""In an address what the page keeps beside the state to compare with, which is no part of it."""


@dataclass(frozen=True, slots=True)
class State:
    """A scenario with other values, in the order in which they are set.

    >>> state = State("fire.yaml", "better", (("releases.rupture.volume", "900 m3"),))
    >>> state.address
    'v=1&scenario=fire.yaml&pick=better&set=releases.rupture.volume%3D900+m3'
    >>> State.of_address(state.address) == State.of_command(state.command("three-tier")) == state
    True
    """

    scenario: str
    pick: str = ""
    sets: tuple[tuple[str, str], ...] = ()
    """Path and value, as somebody writes them after `--set`."""

    @property
    def flags(self) -> tuple[str, ...]:
        """The values as `path=value`."""
        return tuple(f"{path}={text}" for path, text in self.sets)

    @property
    def words(self) -> list[str]:
        """Words of a command line that name it."""
        pick = ["--pick", self.pick] if self.pick else []
        return [self.scenario, *pick, *(word for each in self.flags for word in ("--set", each))]

    @property
    def address(self) -> str:
        """All of it as the part of an address behind its `#`."""
        pick = [("pick", self.pick)] if self.pick else []
        return urlencode([("v", VERSION), ("scenario", self.scenario), *pick, *(("set", each) for each in self.flags)])

    def command(self, program: str) -> str:
        """The command that plays the same and prints it; `program` as a shell reads it."""
        return f"{program} {shlex.join(['run', *self.words])}"

    @classmethod
    def of_address(cls, address: str) -> State:
        """What an address says.

        Raises:
            InputError: it says nothing of the kind.
        """
        pairs = parse_qsl(address, keep_blank_values=True)
        return cls._of([("--" + key, value) for key, value in pairs if key not in ("v", "scenario", ASIDE)],
                       [value for key, value in pairs if key == "scenario"],
                       [value for key, value in pairs if key == "v"])  # fmt: skip

    @classmethod
    def of_command(cls, command: str) -> State:
        """What a command line says.

        Raises:
            InputError: it is not one that plays a scenario with other values.
        """
        words = shlex.split(command)
        rest = words[words.index("run") + 1 :] if "run" in words else []
        places = [k for k, word in enumerate(rest) if word.startswith("--")]
        taken = {*places, *(k + 1 for k in places)}
        return cls._of([(rest[k], rest[k + 1] if k + 1 < len(rest) else "") for k in places],
                       [word for k, word in enumerate(rest) if k not in taken], [VERSION])  # fmt: skip

    @classmethod
    def _of(cls, options: Sequence[tuple[str, str]], scenarios: Sequence[str], versions: Sequence[str]) -> State:
        picks = [value for key, value in options if key == "--pick"]
        sets = [value.partition("=") for key, value in options if key == "--set"]
        other = [key for key, _ in options if key not in ("--pick", "--set")]
        if len(scenarios) != 1 or len(picks) > 1 or other or list(versions) != [VERSION]:
            raise InputError(Message("not the address or the command of a board; one names a single scenario, and "
                                     "beside it --pick once and --set"))  # fmt: skip
        if wrong := next((path + value for path, equals, value in sets if not (path and equals)), None):
            raise InputError(Message("found {text} where path=value is wanted, such as horizon=24 h", text=wrong))
        return cls(scenarios[0], picks[0] if picks else "", tuple((path, value) for path, _, value in sets))
