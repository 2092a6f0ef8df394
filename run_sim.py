"""The door: `python run_sim.py --help` says what is behind it."""

import sys

from sim.cli import start

if __name__ == "__main__":
    sys.exit(start())
