"""Writes the file of a language, to be translated; what is translated in one that is there already is kept.

    python docs/make_language.py fr

The file is `sim/words/fr.po`; programs for translators (Poedit, Weblate, Lokalize, OmegaT) open it. With `--out FOLDER`
it goes to a folder of your own, which the program reads where THREE_TIER_LANGUAGES names it.
"""

import argparse
from pathlib import Path

from sim.words.catalogue import untranslated
from sim.words.po import HERE, entries, po_text, usable


def renewed(language, text):
    """The text of a language's file with all that there is to say, from its text before; what is not said yet."""
    before = {(each.key, each.english): each.said for each in entries(text)}
    now = [each._replace(said=before.get((each.key, each.english), "")) for each in untranslated()]
    return po_text(language, now), [each for each in now if not usable(each.english, each.said)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", help="its code, such as fr")
    parser.add_argument("--out", type=Path, default=HERE, metavar="FOLDER")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    file = given.out / f"{given.language}.po"
    text, left = renewed(given.language, file.read_text(encoding="utf-8") if file.exists() else "")
    file.write_text(text, encoding="utf-8", newline="\n")
    wrong = [each for each in left if each.said]
    print(f"{file}: {len(untranslated()) - len(left):,} of {len(untranslated()):,} said")
    print(*(f"  other places than the English: {each.said}" for each in wrong), sep="\n" if wrong else "", end="")


if __name__ == "__main__":
    main()
