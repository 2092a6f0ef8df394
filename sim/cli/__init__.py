"""The command line: words in, files and tables out, exit statuses for scripts."""

from sim.cli.main import main, start

__all__ = ["main", "start"]
