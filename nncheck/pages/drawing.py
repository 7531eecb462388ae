"""A picture by matplotlib -> an <svg> element for a page: its looks in attributes, which the page's colours
can override, and without a style of its own, which the page's policy would refuse.
"""

import re
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_LEFT_OUT = {f"{{{_SVG}}}metadata", f"{{{_SVG}}}style"}
_USED = re.compile(r"#([\w.-]+)")
# what matplotlib's stylesheet says of everything
_JOINTS = {"stroke-linejoin": "round", "stroke-linecap": "butt"}


def inline(svg: str, label: str) -> str:
    """The picture as a part of a page; `label` says to people who do not see it what it shows."""
    root = ElementTree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in _LEFT_OUT:
                parent.remove(child)
    used = {name for each in root.iter() for value in each.attrib.values() for name in _USED.findall(value)}
    for each in root.iter():
        _plain(each, used)
    for name in ("width", "height", "version"):
        root.attrib.pop(name, None)
    root.attrib.update({"role": "img", "aria-label": label, "class": "plot", **_JOINTS})
    ElementTree.register_namespace("", _SVG)
    return ElementTree.tostring(root, encoding="unicode")


def _plain(element: Element, used: set[str]) -> None:
    """Styles as attributes, links without a namespace, and only names that something refers to."""
    for pair in element.attrib.pop("style", "").split(";"):
        name, colon, value = pair.partition(":")
        if colon:
            element.set(name.strip(), value.strip())
    if link := element.attrib.pop(f"{{{_XLINK}}}href", None):
        element.set("href", link)
    if element.get("id") not in used:
        element.attrib.pop("id", None)
