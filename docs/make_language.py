"""Writes the file of a language, to be translated, or renews it after words have changed.

    python -m docs.make_language fr

What is said is kept; where its English has changed it is marked fuzzy, to be looked at; what is new is empty; what is
gone is dropped, and named. The file is `sim/words/fr.po`; programs for translators (Poedit, Weblate, Lokalize, OmegaT)
open it. With `--out FOLDER` it goes to a folder of your own, which the program reads where THREE_TIER_LANGUAGES names
it.
"""

import argparse
from difflib import get_close_matches
from pathlib import Path

from docs.in_source import untranslated
from sim.words.po import HERE, entries, po_text, usable

ALIKE = 0.7
"""How much of a message that is gone must stand in a new one for its words to be kept, as fuzzy."""


def renewed(language, text):
    """The text of a language's file with all that there is to say, from its text before; what is left; what is gone."""
    every = untranslated()
    wanted = {(each.key, each.english) for each in every}
    before = [each for each in entries(text) if each.english]
    kept = {(each.key, each.english): each for each in before}
    gone = [each for each in before if each.said and (each.key, each.english) not in wanted]
    now = [_renewed(each, kept.get((each.key, each.english)), gone) for each in every]
    left = [each for each in now if each.fuzzy or not usable(each.english, each.said)]
    found = {each.said for each in left}
    return po_text(language, now), left, [each for each in gone if each.said not in found]


def _renewed(entry, before, gone):
    """An entry with what is said for it, or was for its English of before."""
    if before:
        return entry._replace(said=before.said, fuzzy=before.fuzzy)
    was = {each.english: each.said for each in gone if each.key == entry.key}
    alike = was if entry.key else get_close_matches(entry.english, was, 1, ALIKE)
    said = next((was[each] for each in alike), "")
    return entry._replace(said=said, fuzzy=bool(said))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", help="its code, such as fr")
    parser.add_argument("--out", type=Path, default=HERE, metavar="FOLDER")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    file = given.out / f"{given.language}.po"
    text, left, gone = renewed(given.language, file.read_text(encoding="utf-8") if file.exists() else "")
    file.write_text(text, encoding="utf-8", newline="\n")
    every = len(untranslated())
    print(f"{file}: {every - len(left):,} of {every:,} said")
    for each in (each for each in left if each.said):
        why = "fuzzy" if each.fuzzy else "other places than the English"
        print(f"  {why}: {each.key or each.english}: {each.said}")
    for each in gone:
        print(f"  gone: {each.key or each.english}: {each.said}")


if __name__ == "__main__":
    main()
