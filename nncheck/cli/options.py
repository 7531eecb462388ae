"""Options that several commands share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from nncheck.language.known import ENGLISH_CODE, languages

exercise_folders: Callable[[Any], Any] = click.option(
    "--exercises",
    "folders",
    multiple=True,
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Also use the exercises of a folder that holds exercises/ (repeatable).",
)

reading_language: Callable[[Any], Any] = click.option(
    "--lang",
    type=click.Choice(languages()),
    default=ENGLISH_CODE,
    help="What people read is in English (en, the default) or Chinese (zh).",
)
