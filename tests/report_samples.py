"""Reports made by hand, as the grader would make them: right, wrong, crashed, hostile, several."""

import numpy as np

from nncheck.records import (
    CheckResult,
    Counterexample,
    Environment,
    ExerciseResult,
    FunctionResult,
    Isolation,
    Location,
    Named,
    Report,
    Status,
    SubmissionResult,
)

SIGN = Named(
    id="NN101",
    title="the sign in the exponential",
    hint="As x grows, does e^x grow or shrink? Which of the two should sigmoid's denominator do?",
)
EARLY = Named(
    id="NN312",
    title="weights updated before all gradients were taken",
    hint="Which W2 was used to send the error back to the hidden layer: the one of the forward pass?",
)


def environment(level: str = "strong", torch: str | None = None) -> Environment:
    """An environment with the given isolation level."""
    return Environment(
        nncheck="0.1.0",
        python="3.11.7",
        numpy="2.4.6",
        torch=torch,
        sympy="1.14.0",
        hypothesis="6.170.15",
        python_flint="0.9.0",
        devices=("cpu",),
        seed=0,
        isolation=Isolation(level=level, active=("rlimits",), missing={"landlock": "kernel too old"}),
    )


def passed(name: str, kind: str = "property", points: float = 0.1) -> CheckResult:
    """A check that passed."""
    return CheckResult(
        check=name,
        kind=kind,
        device="cpu",
        status=Status.PASSED,
        promise=f"{name} holds",
        score=points,
        max_score=points,
    )


def failed(
    name: str,
    kind: str = "reference",
    *,
    promise: str = "the value is the exact one, up to the rounding that an honest formula does",
    message: str = "out[0] = 0.2689, expected 0.7311 at x = [1.0]",
    counterexample: Counterexample | None = None,
    misconceptions: tuple[Named, ...] = (),
    location: Location | None = None,
) -> CheckResult:
    """A check that failed."""
    return CheckResult(
        check=name,
        kind=kind,
        device="cpu",
        status=Status.FAILED,
        promise=promise,
        score=0.0,
        max_score=0.3,
        message=message,
        counterexample=counterexample,
        misconceptions=misconceptions,
        location=location,
    )


def skipped(name: str, message: str, points: float = 0.0, device: str = "cpu") -> CheckResult:
    """A check that could not run; without points when hardware or a library is missing."""
    return CheckResult(
        check=name,
        kind="torch",
        device=device,
        status=Status.SKIPPED,
        promise=f"{name} holds",
        score=0.0,
        max_score=points,
        message=message,
    )


def function(name: str, *checks: CheckResult) -> FunctionResult:
    """A function with its checks and their sum."""
    return FunctionResult(
        function=name,
        score=sum(check.score for check in checks),
        max_score=sum(check.max_score for check in checks),
        checks=checks,
    )


def exercise(name: str, *functions: FunctionResult, not_attempted: tuple[str, ...] = ()) -> ExerciseResult:
    """An exercise with its functions and their sum."""
    return ExerciseResult(
        exercise=name,
        score=sum(each.score for each in functions),
        max_score=sum(each.max_score for each in functions),
        functions=functions,
        not_attempted=not_attempted,
    )


def submission(name: str, *exercises: ExerciseResult, notes: tuple[str, ...] = ()) -> SubmissionResult:
    """A submission with its exercises and their sum."""
    return SubmissionResult(
        submission=name,
        sha256="ab" * 32,
        score=sum(each.score for each in exercises),
        max_score=sum(each.max_score for each in exercises),
        exercises=exercises,
        notes=notes,
    )


def report(*submissions: SubmissionResult, level: str = "strong") -> Report:
    """A report on the given submissions."""
    return Report(submissions=submissions, environment=environment(level))


NO_CUDA = skipped("torch", "this machine has no CUDA device", device="cuda")
ROW = (
    passed("values", "reference", 0.3),
    passed("values_float32", "reference"),
    passed("torch", "torch"),
    passed("shapes", "contract"),
    passed("dtype", "contract"),
    passed("stability", "stability"),
    passed("monotone"),
    NO_CUDA,
)


def right() -> SubmissionResult:
    """Full marks."""
    names = ("sigmoid", "sigmoid_grad", "relu", "leaky_relu")
    return submission(
        "right.py",
        exercise("activations", *(function(name, *ROW) for name in names), not_attempted=("tanh", "gelu")),
    )


def wrong_sigmoid() -> SubmissionResult:
    """1/(1 + e^x), and a relu that is right."""
    example = Counterexample(
        inputs={"x": np.array([1.0])},
        got=np.array([0.2689414213699951]),
        expected=np.array([0.7310585786300049]),
        error=0.46211715726000979,
        allowed=2.2e-16,
    )
    checks = (
        failed(
            "values",
            counterexample=example,
            misconceptions=(SIGN,),
            location=Location(cell="sigmoid.py", line=4),
        ),
        failed("values_float32", misconceptions=(SIGN,)),
        failed("torch", "torch", message="out[0] differs from torch.sigmoid by 0.46 at x = [1.0]"),
        passed("shapes", "contract"),
        passed("dtype", "contract"),
        skipped("gradient", "values is wrong", points=0.1),
        failed("monotone", "property", message="sigmoid(1.0) = 0.27 is below sigmoid(0.0) = 0.5"),
        NO_CUDA,
    )
    return submission(
        "sigmoid.py", exercise("activations", function("sigmoid", *checks), function("relu", *ROW))
    )


def wrong_train_step() -> SubmissionResult:
    """W2 updated before W1's gradient was taken."""
    params = {
        "W1": np.array([[0.15, 0.2], [0.25, 0.3]]),
        "b1": np.array([0.35, 0.35]),
        "W2": np.array([[0.4, 0.45], [0.5, 0.55]]),
        "b2": np.array([0.6, 0.6]),
    }
    example = Counterexample(
        inputs={"x": np.array([0.05, 0.1]), "t": np.array([0.01, 0.99]), "params": params, "lr": 0.5},
        got=(params | {"W1": np.array([[0.1497890, 0.1995782], [0.2497617, 0.2995235]])}, 0.298371108760003),
        expected=(
            params | {"W1": np.array([[0.1497807, 0.1995614], [0.2497511, 0.2995022]])},
            0.298371108760003,
        ),
        error=2.1e-5,
        allowed=3.1e-16,
    )
    checks = (
        failed(
            "values",
            message="W1 is the first wrong link: out[0]['W1'][0, 0] = 0.149789, expected 0.149781",
            counterexample=example,
            misconceptions=(EARLY,),
            location=Location(cell="cell 3", line=12),
        ),
        failed("worked", "worked", message="W1 after one step is 0.149789 in row 0, the notes have 0.149780"),
        passed("unchanged_inputs", "contract"),
    )
    steps = (function("forward", *ROW), function("train_step", *checks))
    notes = ("cell 2, line 1: ModuleNotFoundError: module 'matplotlib' is not available here",)
    return submission("notebook.ipynb", exercise("backprop", *steps), notes=notes)


def crashed() -> SubmissionResult:
    """A call that hung, and one that raised."""
    hang = failed(
        "values",
        message="ran for more than 15 s without an answer",
        counterexample=Counterexample(
            inputs={"z": np.array([1.0, 2.0])}, got=None, expected=np.array([0.27, 0.73])
        ),
    )
    raised = failed(
        "values",
        message="raised ZeroDivisionError: division by zero",
        counterexample=Counterexample(inputs={"z": np.zeros((0, 3))}, got=None, expected=np.zeros((0, 3))),
        location=Location(cell="crash.py", line=9),
    )
    own_fault = CheckResult(
        check="torch",
        kind="torch",
        device="cpu",
        status=Status.ERROR,
        promise="agrees with torch",
        score=0.0,
        max_score=0.0,
        message="the cached answers are damaged",
    )
    return submission(
        "crash.py", exercise("softmax", function("softmax", hang), function("log_softmax", raised, own_fault))
    )


def hostile() -> SubmissionResult:
    """Everything that a student can write, written to do harm."""
    text = "\x1b[2J\x1b]0;owned\x07 [bold red]markup[/] \u202egnp.exe ::error::forged ##[error]forged 你好"
    example = Counterexample(inputs={"x": np.array([1.0])}, got=text * 50, expected=np.array([0.5]))
    check = failed("values", message=f"raised Evil: {text * 50}", counterexample=example)
    return submission(f"{text}.py", exercise("activations", function("sigmoid", check)), notes=(text,))


def everything() -> Report:
    """All of the above in one report."""
    return report(right(), wrong_sigmoid(), wrong_train_step(), crashed(), hostile(), level="basic")
