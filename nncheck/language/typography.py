"""Chinese with the punctuation of a keyboard -> as it is printed."""

import re

KEYS, PRINTED = ",:;?!()", "\uff0c\uff1a\uff1b\uff1f\uff01\uff08\uff09"
FULL_WIDTH = str.maketrans(KEYS, PRINTED)
CHINESE = "[\u201d\u3000-\u303f\u4e00-\u9fff]"
MARK = re.compile(rf"(?<={CHINESE})[,:;?!](?! )|[,:;?!](?={CHINESE})|(?<=[)}}])[,:;](?=[^\s\d])|[?!]$")
ASIDE = re.compile(
    rf"(?<={CHINESE})\((?![^()]*\d,|[^()]*, )[^()]+\)|\((?![^()]*, )[^()]*{CHINESE}[^()]*\)"
)  # no tuples


def full_width(text: str) -> str:
    """The text with full-width marks beside Chinese characters; those in code and between names stay."""
    if not re.search(CHINESE, text):
        return text
    text = MARK.sub(lambda mark: mark[0].translate(FULL_WIDTH), text)
    return ASIDE.sub(lambda aside: f"{PRINTED[-2]}{aside[0][1:-1]}{PRINTED[-1]}", text)
