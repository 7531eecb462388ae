"""The languages that there are, known without reading any catalogue."""

from pathlib import Path

ENGLISH_CODE = "en"
CATALOGUES = Path(__file__).parent


def languages() -> list[str]:
    """Their codes, English first."""
    return [ENGLISH_CODE, *sorted(path.stem for path in CATALOGUES.glob("*.po"))]
