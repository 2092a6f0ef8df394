"""What is left of English in a Chinese message."""

import re

from sim.words.say import said

ENGLISH = re.compile(
    r"(?i)\b(the|an|or|and|with|must|write|leave|that|it|found|wanted|here|there|named|such|no|not|its|this|has|have|"
    r"unknown|keep|already|did|you|mean|cannot|neither|nobody|needs|belongs|goes)\b"
)
"""Words of English sentences that are no key of any form."""
OWN = re.compile(r"“[^”]*”|'[^']*'|^\s*\S+:\d+:\d+|\S*[=:](?= |$)|YAML：[^；]*|--[a-z-]+")
"""What is somebody's own: what was written, places, keys, options, and what another program says."""


def in_chinese(message):
    """The message in Chinese, of which no English is left."""
    chinese = said(message, "zh")

    assert not ENGLISH.search(OWN.sub("", chinese)), chinese
    assert re.search("[一-鿿]", chinese), chinese
    return chinese


def told(problems):
    """The messages of problems, each of which can be said in Chinese."""
    for message in problems.messages:
        in_chinese(message)
    return problems.messages
