"""Versions are found without importing anything."""

import subprocess
import sys
from importlib.metadata import version as installed

import pytest

from nncheck.reference.versions import version


@pytest.mark.parametrize("package", ["numpy", "sympy", "python-flint", "hypothesis", "msgspec"])
def test_versions_are_those_that_are_installed(package: str) -> None:
    """The same answer as importlib.metadata, for names with and without a hyphen."""
    assert version(package) == installed(package)


def test_an_unknown_package_has_none() -> None:
    """What is not installed has no version."""
    assert version("no-such-package-anywhere") is None


def test_asking_imports_neither_metadata_nor_the_package() -> None:
    """The answer costs a look into a folder, no import."""
    code = "from nncheck.reference.versions import version; version('sympy')\n"
    code += "print('sympy' in sys.modules, 'importlib.metadata' in sys.modules)"
    path = [entry for entry in sys.path if entry]
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:] = {path!r}\n{code}"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False"]
