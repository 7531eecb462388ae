"""Source -> what its lines alone can tell, without parsing: imported modules and defined names."""

import re

IMPORT = re.compile(
    r"^[ \t;]*(?:from[ \t]+([\w.]+)[ \t]+import[ \t]*(?:\(([^()]*)\)|([^\n;]+))|import[ \t]+([^\n;]+))",
    re.MULTILINE,
)
COMMENT = re.compile(r"#[^\n]*")
MODULE_NAME = re.compile(r"(?!\d)\w+(?:\.(?!_|\d)\w+)*")
DEFINITION = re.compile(r"(?:async +def|def|class) +(\w+)|(\w+) *(?::[^=\n]+)?=(?!=)")


def imported(source: str) -> set[str]:
    """The modules that import statements seem to name; what is imported from one may be one, too."""
    names = set()
    for base, *lists in IMPORT.findall(COMMENT.sub("", source)):
        items = "".join(lists).split(",")
        parts = [item.split()[0] for item in items if item.strip()]
        names |= {base, *(f"{base}.{part}" for part in parts)} if base else set(parts)
    return {name for name in names if MODULE_NAME.fullmatch(name)}


def defined(source: str) -> dict[str, int]:
    """The names that lines without indentation seem to define or assign, each with its last line."""
    found = ((DEFINITION.match(line), number) for number, line in enumerate(source.split("\n"), start=1))
    return {match[1] or match[2]: number for match, number in found if match}
