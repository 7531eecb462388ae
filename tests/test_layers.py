"""Imports point one way along the pipeline, and start-up stays light."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ORDER = [
    *(
        "afresh",
        "heap",
        "errors",
        "records",
        "settings",
        "seeds",
        "spec",
        "language",
        "reference",
        "files",
        "submission",
        "cases",
        "sandbox",
        "devices",
        "environment",
        "selection",
    ),
    *("interview", "judge", "diagnose", "dependence", "explain", "scoring", "curves", "on_demand"),
    *("questions", "questioning", "elsewhere"),
    *("telling", "withholding", "concealing"),
    *("examination", "pipeline", "verify", "derive", "plots"),
    *("results", "service", "api", "keys", "gradebook", "batch", "authoring", "release", "doctor", "report"),
    *("pages", "integrations", "testing"),
    "cli",
]
RECORDS_ONLY = {"errors", "records", "files", "submission", "sandbox", "report"}
# cases.process runs in a process of its own and imports what one request needs; cases.provide needs
# threads only where something has to be built; gradebook.book needs Alembic only for an older gradebook
LAZY = ("nncheck.on_demand", "nncheck.cli", "nncheck.cases.process", "nncheck.cases.provide")
LAZY += ("nncheck.gradebook.book",)
# These run in the student's process, as a package of their own: they import each other relatively.
BESIDE_STUDENTS = tuple(
    f"nncheck.sandbox.{name}"
    for name in (
        *("boot", "zygote", "worker", "program", "calls", "guard", "modules", "skim", "tensors", "prctl"),
        *("wire", "form", "encoder", "decoder", "layers", "namespaces", "examiner", "steps"),
        *("requests", "ambient", "cuda", "kernels", "malloc"),
    )
)
HEAVY = {"numpy", "sympy", "flint", "hypothesis", "torch", "nbformat", "rich", "msgspec"}


def sources() -> dict[str, str]:
    """Every module of the package with its source."""
    files = sorted((ROOT / "nncheck").rglob("*.py"))
    return {module_name(path): path.read_text("utf-8") for path in files if "exercises" not in path.parts}


def module_name(path: Path) -> str:
    """The dotted name of a file of the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def violations(modules: dict[str, str]) -> list[str]:
    """What is wrong with the imports of these modules, one sentence each."""
    found: list[str] = []
    graph: dict[str, set[str]] = {}
    for module, source in modules.items():
        tree = ast.parse(source)
        ours = {target for target in imported(tree, modules) if target.split(".")[0] == "nncheck"}
        graph[module] = ours - {module}
        found += [f"{module} imports {target}" for target in sorted(ours) if not may_import(module, target)]
        found += [
            f"{module}:{line} imports inside a function"
            for line in hidden(tree)
            if not module.startswith(LAZY)
        ]
    return found + cycles(graph)


def imported(tree: ast.AST, modules: dict[str, str]) -> Iterator[str]:
    """The modules that a file imports, wherever in it; `from package import module` names the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level:
            names = [node.module] if node.module else [alias.name for alias in node.names]
            yield from (f"nncheck.<relative import>.{name}" for name in names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            full = [f"{base}.{alias.name}" for alias in node.names]
            yield from (name if name in modules else base for name in full)


def may_import(module: str, target: str) -> bool:
    """Whether the order of the parts allows it."""
    if target == "nncheck":  # the version
        return not module.startswith(BESIDE_STUDENTS)
    if module.startswith(BESIDE_STUDENTS) and target.startswith("nncheck.<relative import>."):
        name = target.rpartition(".")[2]
        return f"nncheck.sandbox.{name}" in BESIDE_STUDENTS or module.startswith("nncheck.sandbox.layers")
    part, other = part_of(module), part_of(target)
    if module.startswith(BESIDE_STUDENTS) or other not in ORDER:
        return False
    if part in ("", "__main__") or part == other:
        return True
    if part == "report" and target == "nncheck.verify.findings":  # records as well
        return True
    if part == "report" and other == "language":  # which looks at records only, but for its list of strings
        return target != "nncheck.language.strings"
    if part == "submission" and other == "files":  # which opens what it reads
        return True
    if part not in ORDER or (part in RECORDS_ONLY and other not in ("errors", "records")):
        return False
    return ORDER.index(other) < ORDER.index(part)


def part_of(module: str) -> str:
    """The part of the pipeline that a module belongs to; "" for the package itself."""
    return module.partition(".")[2].partition(".")[0]


def hidden(tree: ast.AST) -> Iterator[int]:
    """The lines of imports inside functions."""
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    nodes = (node for function in functions for node in ast.walk(function))
    yield from sorted({node.lineno for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)})


def cycles(graph: dict[str, set[str]]) -> list[str]:
    """The first import cycle, if there is one."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [f"import cycle: {' -> '.join(error.args[1])}"]
    return []


def test_imports_point_one_way() -> None:
    """No module imports a later stage, hides an import, or closes a cycle."""
    modules = sources()
    assert len(modules) > 20
    assert violations(modules) == []


PLANTED = [
    ("nncheck.judge.values", "import nncheck.pipeline"),
    ("nncheck.sandbox.session", "from nncheck.reference import store"),
    ("nncheck.report.text", "from nncheck.judge import compare"),
    ("nncheck.report.text", "import nncheck.language.strings"),
    ("nncheck.sandbox.worker", "from nncheck.records import Call"),
    ("nncheck.sandbox.worker", "from .session import Sandbox"),
    ("nncheck.sandbox.session", "from . import wire"),
    ("nncheck.sandbox.worker", "from nncheck import __version__"),
    ("nncheck.sandbox.layers.rlimits", "import nncheck.errors"),
    ("nncheck.cases.edges", "def f():\n    import hypothesis"),
    ("nncheck.cases.edges", "from . import draws"),
    ("nncheck.unheard_of", "from nncheck import records"),
]


@pytest.mark.parametrize(("module", "source"), PLANTED)
def test_meta_planted_violations_are_found(module: str, source: str) -> None:
    """The checker is able to object to every kind of wrong import."""
    others = {name: "" for name in ("nncheck", "nncheck.pipeline", "nncheck.records", "nncheck.errors")}
    others |= {"nncheck.reference.store": "", "nncheck.judge.compare": "", "nncheck.cases.draws": ""}
    assert violations(others) == []
    assert violations(others | {module: source}) != []


def test_meta_cycles_are_found() -> None:
    """Two modules of one part may not import each other."""
    pair = {"nncheck.spec.a": "import nncheck.spec.b", "nncheck.spec.b": "from nncheck.spec import a"}
    assert "cycle" in violations(pair)[0]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["grade", "--help"], ["verify", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    """Help and version answer before numpy could even be loaded."""
    command = [sys.executable, "-X", "importtime", "-m", "nncheck", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "click" in loaded
    assert loaded & HEAVY == set()


def test_a_right_submission_loads_nothing_that_explains_or_draws() -> None:
    """What failures, pages, pictures and other languages need would double the time of a grading."""
    solution = ROOT / "solutions" / "softmax" / "right" / "numpy_textbook.py"
    assert solution.is_file()
    command = [sys.executable, "-X", "importtime", "-m", "nncheck", "grade", str(solution)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "numpy" in loaded
    slow = {
        "flint",
        "hypothesis",
        "jinja2",
        "matplotlib",
        "nbformat",
        "polib",
        "scipy",
        "sqlalchemy",
        "sympy",
        "torch",
    }
    assert loaded & slow == set()
