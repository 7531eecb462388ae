"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

exercise_folders: Callable[[Any], Any] = click.option(
    "--exercises",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Also use the exercises of a folder that holds exercises/ (repeatable).",
)
