"""Text -> the same in the characters of an encoding: e⁻ˣ becomes e^-x where there are only a few."""

import re
import unicodedata

RAISED = re.compile(r"[\u00b2\u00b3\u00b9\u02b0-\u02b8\u1d2c-\u1d61\u2070-\u207f]+")
LOWERED = re.compile(r"[\u1d62-\u1d6a\u2080-\u209c]+")
GREEK = re.compile(r"GREEK (SMALL|CAPITAL) LETTER (\w+)")
SIGNS = {
    **dict.fromkeys("−–—‐‑─", "-"),
    **dict.fromkeys("·⋅×", "*"),
    **dict.fromkeys("′‘’", "'"),
    **dict.fromkeys("“”", '"'),
    **{"━": "=", "│": "|", "•": "*", "✓": "+", "✗": "x", "⁄": "/", "€": "EUR"},
    **{"≈": "~", "≤": "<=", "≥": ">=", "≠": "!=", "→": "->", "←": "<-", "↦": "->", "±": "+-"},
    **{"∂": "d", "∇": "grad ", "√": "sqrt ", "∑": "sum ", "∏": "prod ", "∞": "inf", "∈": "in", "ℯ": "e"},
}


def transcribed(text: str, encoding: str) -> str:
    """`text` where it can be encoded; else with signs in words, and with escapes for what has none."""
    if _fits(text, encoding):
        return text
    text = RAISED.sub(lambda run: "^" + unicodedata.normalize("NFKC", run[0]), text)
    text = LOWERED.sub(lambda run: "_" + unicodedata.normalize("NFKC", run[0]), text)
    return "".join(each if _fits(each, encoding) else _in_ascii(each) for each in text)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _in_ascii(character: str) -> str:
    if character in SIGNS:
        return SIGNS[character]
    if found := GREEK.fullmatch(unicodedata.name(character, "")):
        name = found[2].replace("LAMDA", "LAMBDA")
        return name.capitalize() if found[1] == "CAPITAL" else name.lower()
    parts = unicodedata.normalize("NFKC", character)  # of fractions, ligatures and ellipses
    if parts != character and all(each.isascii() or each in SIGNS for each in parts):
        return "".join(SIGNS.get(each, each) for each in parts)
    return character.encode("ascii", "backslashreplace").decode("ascii")
