"""Kinds of values: how each is written, read, written back and described to an editor."""
