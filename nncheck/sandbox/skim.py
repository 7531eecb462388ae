"""Source -> what its lines alone can tell, without parsing: imported modules and defined names."""

import re

IMPORT = re.compile(r"^[ \t;]*(?:import[ \t]+([^\n#;]+)|from[ \t]+([\w.]+)[ \t]+import\b)", re.MULTILINE)
MODULE_NAME = re.compile(r"(?!\d)\w+(?:\.(?!_|\d)\w+)*")
DEFINITION = re.compile(r"(?:async +def|def|class) +(\w+)|(\w+) *(?::[^=\n]+)?=(?!=)")


def imported(source: str) -> set[str]:
    """The modules that import statements seem to name."""
    names = set()
    for plain, base in IMPORT.findall(source):
        parts = [part.split(" as ")[0].strip() for part in (base or plain).split(",")]
        names |= {part for part in parts if MODULE_NAME.fullmatch(part)}
    return names


def defined(source: str) -> dict[str, int]:
    """The names that lines without indentation seem to define or assign, each with its last line."""
    found = ((DEFINITION.match(line), number) for number, line in enumerate(source.split("\n"), start=1))
    return {match[1] or match[2]: number for match, number in found if match}
