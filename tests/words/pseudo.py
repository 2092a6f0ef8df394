"""A language made by machine: every text of ours in brackets, a third longer, none of its vowels as they were."""

import re
from string import Formatter

from docs.in_source import untranslated
from sim.words.po import po_text

CODE = "qps"
OTHER = str.maketrans("aceinouyAEIOUY", "áçéíñóúýÁÉÍÓÚÝ")
SAME = re.compile("language_(?!name)|list_full_words")
"""Keys that the program reads, and nobody else."""


def pseudo_text():
    """The text of its PO file."""
    return po_text(CODE, [each._replace(said=_said(each)) for each in untranslated()])


def _said(entry):
    return entry.english if SAME.match(entry.key) else in_pseudo(entry.english)


def in_pseudo(english):
    """English as it is said there: what stands in places is left alone."""
    parts = list(Formatter().parse(english))
    said = "".join(_escaped(literal.translate(OTHER)) + _place(*place) for literal, *place in parts)
    letters = sum(len(re.findall("[a-zA-Z]", literal)) for literal, *_ in parts)
    before, middle, after = re.fullmatch(r"(?s)(\s*)(.*?)(\s*)", said).groups()
    return f"{before}⟦{middle}{'~' * -(-letters // 3)}⟧{after}" if letters else said


def _escaped(words):
    return words.replace("{", "{{").replace("}", "}}")


def _place(name, spec, conversion):
    return "" if name is None else f"{{{name}{'!' + conversion if conversion else ''}{':' + spec if spec else ''}}}"


def plain_words(text, own):
    """Words with a vowel as English has it, which no text of ours has any more, but those of somebody's own."""
    text = re.sub(r"\bL?[0-9a-f]{8,}\b", "", text)  # the mark of a list
    found = set(re.findall("[A-Za-z]{3,}", text))
    return sorted(each for each in found if re.search("[aeiouyAEIOUY]", each) and each.lower() not in own)


def words_of(*texts):
    """Words that somebody wrote."""
    return {each.lower() for text in texts for each in re.findall("[A-Za-z]{3,}", text)}
