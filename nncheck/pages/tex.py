"""TeX in statements -> MathML, which browsers typeset by themselves.

Of what TeX may ask for, elements and attributes that do more than typeset, such as links and styles, are
left out.
"""

from html import escape, unescape
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element

_TAGS = frozenset(
    (
        *(
            "math",
            "mrow",
            "mi",
            "mn",
            "mo",
            "mtext",
            "mspace",
            "mfrac",
            "msqrt",
            "mroot",
            "mstyle",
            "mpadded",
        ),
        *("mphantom", "merror", "menclose", "msub", "msup", "msubsup", "munder", "mover", "munderover"),
        *("mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd"),
    )
)
_ATTRIBUTES = frozenset(
    (
        *("display", "displaystyle", "scriptlevel", "mathvariant", "stretchy", "fence", "form", "separator"),
        *("lspace", "rspace", "minsize", "maxsize", "width", "height", "depth", "linethickness", "accent"),
        *("accentunder", "movablelimits", "largeop", "symmetric", "columnalign"),
    )
)
_SIGNS = {"mo", "mspace"}
_PRIME = "′"
_THIN = '<mspace width="0.17em"></mspace>'


def tex_mathml(tex: str, display: bool = False) -> str:
    """TeX as a <math> element; as it stands, in <code>, where it cannot be read."""
    try:
        return _markup(convert_to_element(tex, display="block" if display else "inline"))
    except Exception:  # noqa: BLE001  its errors have no common class
        return f"<code>{escape(tex)}</code>"


def _markup(element: Element) -> str:
    """The element as HTML. latex2mathml writes characters as references, which are text until here."""
    if element.tag == "msup" and _text(element[-1]) == _PRIME:  # fonts have it small and raised already
        return f"<mrow>{_markup(element[0])}<mo>{_PRIME}</mo></mrow>"
    tag = _tag(element)
    kept = "".join(
        f' {name}="{escape(value)}"' for name, value in element.attrib.items() if name in _ATTRIBUTES
    )
    close = ' lspace="0" rspace="0"' if _text(element) == "/" else ""
    return f"<{tag}{kept}{close}>{escape(_text(element))}{_children(element)}</{tag}>"


def _tag(element: Element) -> str:
    """Its kind; names of operators and the ∂ of a derivative stand as close as letters, not as signs do."""
    if element.tag == "mo" and (_text(element) == "∂" or _is_word(element)):
        return "mi"
    return element.tag if element.tag in _TAGS else "mrow"


def _children(element: Element) -> str:
    """Those inside, with a space beside the name of a function where no sign or bracket is."""
    following = [*element[1:], None]
    pairs = zip(element, following, strict=False)
    return "".join(_markup(child) + _space(child, after) for child, after in pairs)


def _space(left: Element, right: Element | None) -> str:
    if right is None or {_tag(left), _tag(right)} & _SIGNS:
        return ""
    return _THIN if any(_tag(each) == "mi" and _is_word(each) for each in (left, right)) else ""


def _is_word(element: Element) -> bool:
    return len(_text(element)) > 1 and _text(element).isalpha()


def _text(element: Element) -> str:
    return unescape(element.text or "")
