"""Elements -> the text of an XML file."""

from xml.etree import ElementTree

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def written(element: ElementTree.Element, level: int = 0) -> str:
    """An element on lines of its own; `level` is how deep it stands in the whole."""
    ElementTree.indent(element, " ", level)
    return " " * level + ElementTree.tostring(element, "unicode") + "\n"
