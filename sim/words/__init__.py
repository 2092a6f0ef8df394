"""WHAT PEOPLE READ, IN EVERY LANGUAGE: one catalogue of words, a file a topic."""

from sim.words.catalogue import LANGUAGES, WORDS
from sim.words.say import text

__all__ = ["LANGUAGES", "WORDS", "text"]
