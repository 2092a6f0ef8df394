"""The command line: words in, files and tables out, exit statuses for scripts."""

from sim.cli.main import main

__all__ = ["main"]
