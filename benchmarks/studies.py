"""What a study takes of memory, in a process of its own; what `test_ensemble.py` asks.

    python -m benchmarks.studies whole|made SCENARIO FOLDER RUNS

`whole` plays them all; `made` plays a few and writes the rest as they might have come out, to put a million together
without playing it. Prints the most memory that was resident in the process, in MiB.
"""

import sys
from pathlib import Path

import numpy as np

from sim.cli import main
from sim.ensemble import Ensemble, Start, Wanted, findings_of, prepare
from sim.ensemble.ensemble import Tally
from sim.ensemble.player import Run, TierOutcome
from sim.ensemble.shards import SHARD, Shards

PLAYED = 100
"""Runs that are really played where the rest is written."""


def resident_mib():
    """The most memory of this process that was resident."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


def written(shards, runs):
    """Put runs on disk, those that are there excepted: half of them breached, by the first number most of all."""
    for shard in range(runs // SHARD):
        if shards.held(shard) < SHARD:
            chance = np.random.default_rng(shard)
            numbers = chance.random((SHARD, len(shards.uncertain)))
            over_m3 = 1000 * (numbers[:, :1] - 0.5 + 0.2 * chance.random((SHARD, len(shards.tiers)))).round(3)
            shards.write(shard, [Run(shard * SHARD + k, k, tuple(numbers[k].tolist()), tuple(map(outcome, over_m3[k])))
                                 for k in range(SHARD)])  # fmt: skip


def outcome(over_m3):
    """Of a tier whose room such a volume was too much for, or less than 0."""
    return TierOutcome("breached" if over_m3 > 0 else "held", bool(over_m3 > 0), max(over_m3, 0.0), 60.0, -over_m3)


def made(scenario, folder, runs):
    """Put together what was written."""
    player = prepare(Start(scenario, 1))
    player.play(0, PLAYED)
    shards = Shards(Path(folder), player.tiers, player.uncertain)
    found = findings_of(Ensemble(player, Wanted(runs), shards, Tally(runs, runs, runs)))
    assert all(each.drivers for each in found.tiers)


def whole(scenario, folder, runs):
    """Play them."""
    assert main(["ensemble", scenario, "-n", str(runs), "--workers", "1", "--quiet", "--out", folder]) == 0


if __name__ == "__main__":
    what, scenario, folder, runs = sys.argv[1:]
    {"whole": whole, "made": made}[what](scenario, folder, int(runs))
    print(f"{resident_mib():.1f}")
