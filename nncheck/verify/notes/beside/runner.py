"""Programs -> what they print, in one namespace, as a reader would run them. Runs them."""

import __future__

import ast
import builtins
import json
import linecache
import random
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import numpy as np

from nncheck.verify.notes.beside.recorder import PLACES, Recorded, Recorder

MOST_TEXT = 300  # characters of a message
# Without them a program computes the same numbers: it only shows no pictures.
DRAWING = frozenset(
    ("matplotlib", "mpl_toolkits", "seaborn", "plotly", "bokeh", "altair", "graphviz", "torchviz", "IPython")
)
USUAL_NAME, USUAL_LIBRARY = "plt", "matplotlib"  # notes often leave this import out
MAIN = "__main__"

Reason = dict[str, Any]  # what happened, in which program, at which line of it
Stop = dict[str, Any]  # a reason, and the line that was not run because of it


class Shows(ast.NodeTransformer):
    """Lets expressions on certain lines show their values, and assignments what they assign."""

    def __init__(self, shows: list[int], assigns: list[int]):
        self._shows, self._assigns = set(shows), set(assigns)

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """An expression that stands alone."""
        return _shown(node.value, node) if node.lineno in self._shows else node

    def visit_Assign(self, node: ast.Assign) -> Any:
        """A value that gets a name."""
        if node.lineno not in self._assigns or not isinstance(node.targets[0], ast.Name):
            return node
        return [node, _shown(ast.Name(node.targets[0].id, ast.Load()), node)]


def _shown(value: ast.expr, node: ast.stmt) -> ast.stmt:
    call = ast.Call(ast.Name("_nncheck_show", ast.Load()), [value], [])
    return ast.fix_missing_locations(ast.copy_location(ast.Expr(ast.copy_location(call, node)), node))


class Runner:
    """All programs of one note, in one namespace, as a reader would run them."""

    def __init__(self) -> None:
        self._recorder = Recorder(sys.stdout)
        self._lost: dict[str, Reason] = {}  # names that are not there, and why
        self._attempts: list[Stop] = []
        self._flags = 0
        self._random: list[Callable[[], Any]] = []
        module = ModuleType(MAIN)
        sys.modules[MAIN] = module
        self._namespace = vars(module)
        self._namespace["__builtins__"] = self._builtins()
        sys.stdout = self._recorder

    def _builtins(self) -> dict[str, Any]:
        usual = vars(builtins) | {"print": self._recorder.print}
        return usual | {"_nncheck_show": self._recorder.show, "_nncheck_try": self._try}

    def forget(self, names: list[str], reason: Reason) -> None:
        """Names that an earlier program would have bound, had it been run."""
        for name in names:
            self._namespace.pop(name, None)
            self._lost[name] = reason

    def run(
        self, number: int, source: str, shows: list[int], assigns: list[int], interactive: bool, last: bool
    ) -> Recorded:
        """Run a program up to where it fails, if it does; `last`: its last expression shows its value."""
        self._restore_random()
        self._recorder.records, self._attempts = [], []
        name = f"<program {number}>"
        PLACES[name] = number
        linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)
        body = flattened(Shows(shows, assigns).visit(ast.parse(source)).body)
        if last and body and isinstance(body[-1], ast.Expr) and body[-1].lineno not in shows:
            body[-1] = _shown(body[-1].value, body[-1])
        skipped, failure = self._run(body, name, interactive)
        self._keep_random()
        records, attempts = self._recorder.records, self._attempts
        return {"records": records, "skipped": skipped, "failure": failure, "attempts": attempts}

    def _run(self, body: list[ast.stmt], name: str, interactive: bool) -> tuple[list[Stop], Stop | None]:
        skipped: list[Stop] = []
        for position, statement in enumerate(body):
            try:
                exec(self._compiled(statement, name), self._namespace)
                self._found(statement)
            except BaseException as error:  # noqa: BLE001  whatever it is, it is the program's
                line = innermost(error, PLACES[name]) or statement.lineno
                reason, goes_on = self._reason(error, statement, PLACES[name], line)
                goes_on = goes_on or interactive
                self.forget(names_bound([statement] if goes_on else body[position:]), reason)
                if not goes_on:
                    return skipped, {"line": line, **reason}
                skipped.append({"line": line, **reason})
        return skipped, None

    def _found(self, statement: ast.stmt) -> None:
        for name in names_bound([statement]) if self._lost else ():
            if name in self._namespace:
                self._lost.pop(name, None)

    def _reason(
        self, error: BaseException, statement: ast.stmt, number: int, line: int
    ) -> tuple[Reason, bool]:
        """Why a statement was not run, and whether the next ones are run all the same."""
        if isinstance(error, NameError) and error.name == USUAL_NAME and error.name not in self._lost:
            return {"what": f"needs {USUAL_LIBRARY}", "program": number, "origin": line}, True
        if isinstance(error, NameError) and getattr(error, "name", None) in self._lost:
            reason = self._lost[str(error.name)]
            return reason, reason["what"].removeprefix("needs ") in DRAWING
        if isinstance(error, ImportError) and isinstance(getattr(error, "name", None), str):
            wanted = str(error.name).partition(".")[0][:MOST_TEXT]
            goes_on = isinstance(statement, ast.Import | ast.ImportFrom) or wanted in DRAWING
            return {"what": f"needs {wanted}", "program": number, "origin": line}, goes_on
        return {"what": described(error), "program": number, "origin": line}, False

    def _compiled(self, statement: ast.stmt, name: str) -> Any:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            features = [getattr(__future__, alias.name, None) for alias in statement.names]
            self._flags |= sum(feature.compiler_flag for feature in features if feature)
        tree = ast.Module(body=[statement], type_ignores=[])
        return compile(tree, name, "exec", flags=self._flags, dont_inherit=True)

    def _try(self, call: Callable[[], object]) -> None:
        """Evaluate what stands in a comment: it must not stop the program."""
        try:
            call()
        except Exception as error:  # noqa: BLE001  whatever it is, the program goes on
            line, number = call.__code__.co_firstlineno, PLACES[call.__code__.co_filename]
            fresh = {"what": described(error), "program": number, "origin": line}
            reason = self._lost.get(str(getattr(error, "name", None)), fresh)
            self._attempts.append({"line": line, **reason})

    def _keep_random(self) -> None:
        """Generators go on in the next program where they are now."""
        state, numpys = random.getstate(), np.random.get_state()
        self._random = [lambda: random.setstate(state), lambda: np.random.set_state(numpys)]
        if torch := sys.modules.get("torch"):
            torchs = torch.get_rng_state()
            self._random.append(lambda: torch.set_rng_state(torchs))

    def _restore_random(self) -> None:
        for restore in self._random:
            restore()


def flattened(body: list[ast.stmt]) -> list[ast.stmt]:
    """The statements, those of `if __name__ == "__main__"` among them."""
    found: list[ast.stmt] = []
    for statement in body:
        found += statement.body if isinstance(statement, ast.If) and _is_main(statement.test) else [statement]
    return found


def _is_main(test: ast.expr) -> bool:
    return ast.unparse(test).replace('"', "'") in (f"__name__ == '{MAIN}'", f"'{MAIN}' == __name__")


def names_bound(body: list[ast.stmt]) -> list[str]:
    """The names that statements bind."""
    found: list[str] = []
    waiting: list[ast.AST] = [*body]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.append(node.name)
            continue
        if isinstance(node, ast.Import | ast.ImportFrom):
            found += [(alias.asname or alias.name).partition(".")[0] for alias in node.names]
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.append(node.id)
        waiting += ast.iter_child_nodes(node)
    return found


def innermost(error: BaseException, number: int) -> int | None:
    """The line of the program at which it failed."""
    line, trace = None, error.__traceback__
    while trace is not None:
        line = trace.tb_lineno if PLACES.get(trace.tb_frame.f_code.co_filename) == number else line
        trace = trace.tb_next
    return line


def described(error: BaseException) -> str:
    """What was wrong, in a few words."""
    kind = type(error).__name__
    if isinstance(error, SystemExit):
        return "ends itself"
    if isinstance(error, EOFError):
        return "asks for input"
    if isinstance(error, PermissionError) and error.errno is None:  # the guard's; the kernel's has a number
        return "opens a file"
    if isinstance(error, NameError) and not isinstance(error, UnboundLocalError) and error.name:
        return f"needs {error.name}, which nothing before it defines"
    try:
        text = str(error)[:MOST_TEXT]
    except Exception:  # noqa: BLE001  its __str__ is the program's too
        text = ""
    return f"raises {kind}: {text}" if text else f"raises {kind}"


_runner: list[Runner] = []


def run(request: str) -> str:
    """Run one program of a note, or forget what it would have bound, as JSON both ways."""
    if not _runner:
        _runner.append(Runner())
    asked = json.loads(request)
    if "forget" in asked:
        _runner[0].forget(asked["forget"], asked["reason"])
        return json.dumps(None)
    return json.dumps(_runner[0].run(**asked))
