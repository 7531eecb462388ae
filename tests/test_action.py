"""action.yml: its steps, run for real in repositories that mean harm; and the workflows of docs/github.md."""

import base64
import json
import re
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from actions import ACTION, ROOT, STEPS, Job

RIGHT = (ROOT / "solutions" / "softmax" / "right" / "numpy_textbook.py").read_text("utf-8")
PWNED = "import pathlib\npathlib.Path(__file__).with_name('pwned').touch()\nraise SystemExit('pwned')\n"
NAMES = ["a b.py", "$(touch pwned).py", "`touch pwned`.py", ";touch pwned;.py", "-x.py", "--help.py", "*.py"]
NAMES += ["new\nline.py", "\"quoted'.py", "::error::forged.py"]
# What a careless `python -m`, an import or a tool would run, or take settings from.
PLANTED = ["nncheck.py", "numpy.py", "pip.py", "sitecustomize.py", "usercustomize.py", "conftest.py"]
PLANTED += ["nncheck/__init__.py", "pip/__main__.py", "python", "json.py", "click.py"]
SEED = "a secret of the instructor"


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A student's: right answers under odd names in a folder, and planted files beside it."""
    repository = tmp_path_factory.mktemp("repository")
    (repository / "work").mkdir()
    for name in NAMES:
        (repository / "work" / name).write_text(RIGHT, "utf-8")
    for name in PLANTED:
        path = repository / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(PWNED, "utf-8")
        path.chmod(0o755)
    (repository / "pip.conf").write_text("[global]\nindex-url = http://pwned.invalid\n", "utf-8")
    return repository


@pytest.fixture(scope="module")
def graded(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Job:
    """All of its work."""
    inputs = {"command": "grade", "files": "work/*.py", "exercises": "softmax", "seed": SEED}
    job = Job(repository, tmp_path_factory.mktemp("runner"), inputs | {"fail-under": "100"})
    assert job.run("Keep the seed") == 0
    assert job.run("Grade") == 0, job.log
    return job


def result(job: Job) -> dict[str, Any]:
    """What GitHub Classroom's reporter reads."""
    found: dict[str, Any] = json.loads(base64.b64decode(job.outputs["grade"]["result"]))
    return found


def report(job: Job) -> dict[str, Any]:
    """The JSON report."""
    found: dict[str, Any] = json.loads(Path(job.outputs["grade"]["report"]).read_text("utf-8"))
    return found


def test_every_file_is_graded_whatever_its_name(graded: Job) -> None:
    """In the report, for the reporter of GitHub Classroom, as annotations and on the job's page."""
    assert sorted(each["submission"] for each in report(graded)["submissions"]) == sorted(
        f"work/{name}" for name in NAMES
    )
    assert result(graded)["status"] == "pass"
    assert graded.log.count("::notice ") == len(NAMES)
    assert (graded.runner / "summary.md").read_text("utf-8").count("| 3 / 3 |") == len(NAMES)


def test_nothing_of_the_repository_is_run_or_obeyed(graded: Job) -> None:
    """No name, and no file that is called like a module or a program."""
    assert list(graded.repository.rglob("pwned")) == []
    assert "::error::forged" not in graded.log


def test_the_seed_stays_a_secret(graded: Job) -> None:
    """It is in no report and no log, and its file has gone when grading has ended."""
    assert report(graded)["environment"]["seed"] is None
    assert SEED not in graded.log
    assert SEED not in STEPS["Grade"]["env"].values()
    assert not Path(graded.outputs["seed"]["file"]).exists()


def test_the_file_of_the_seed_is_for_us_alone(tmp_path: Path) -> None:
    """While it is there."""
    job = Job(tmp_path, tmp_path / "runner", {"command": "grade", "seed": SEED})
    assert job.run("Keep the seed") == 0
    file = Path(job.outputs["seed"]["file"])
    assert file.read_text("utf-8") == SEED
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_installing_runs_nothing_of_the_repository(repository: Path, tmp_path: Path) -> None:
    """pip is the one of Python, installing nncheck from the action's own folder."""
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    offline |= {"PIP_TARGET": str(tmp_path / "installed"), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    job = Job(repository, tmp_path / "runner", {"command": "grade"}, offline)
    assert job.run("Install nncheck") == 0, job.log
    assert (tmp_path / "installed" / "nncheck" / "__init__.py").exists()
    assert list(repository.rglob("pwned")) == []


def test_meta_what_is_planted_can_be_run(repository: Path) -> None:
    """A careless call runs it, so that the tests above can fail."""
    done = subprocess.run([sys.executable, "-m", "pip", "--version"], cwd=repository, capture_output=True)
    assert b"pwned" in done.stderr
    for path in repository.rglob("pwned"):
        path.unlink()


@pytest.mark.parametrize(
    ("steps", "inputs", "said"),
    [
        (["Install nncheck"], {"command": "gade"}, "unknown command 'gade'; write grade or verify"),
        (["Grade"], {"command": "grade"}, "set files: to what is graded"),
        (["Verify"], {"files": "*.rst"}, "no file matches '*.rst'"),
        (["Grade"], {"files": "a.py", "options": "--sed 1"}, "--sed"),
    ],
)
def test_what_is_wrong_in_a_workflow_is_said(
    tmp_path: Path, steps: list[str], inputs: dict[str, str], said: str
) -> None:
    """One sentence, and the step fails."""
    (tmp_path / "a.py").write_text(RIGHT, "utf-8")
    job = Job(tmp_path, tmp_path / "runner", inputs)
    assert job.run(*steps) == 2
    assert said in job.log


def test_a_missing_file_is_a_result(tmp_path: Path) -> None:
    """The reporter is told of it, and the step fails."""
    job = Job(tmp_path, tmp_path / "runner", {"command": "grade", "files": "softmax.py\n"})
    assert job.run("Grade") == 2
    assert "softmax.py does not exist" in result(job)["message"]


def test_a_low_score_fails_the_step_after_all_is_told(tmp_path: Path) -> None:
    """Points, report and annotations are there. Several files need no points but for fail-under."""
    (tmp_path / "my softmax.py").write_text("def softmax(z):\n    return z\n", "utf-8")
    (tmp_path / "right.py").write_text(RIGHT, "utf-8")
    inputs = {"command": "grade", "files": "my softmax.py\nright.py", "fail-under": "50"}
    job = Job(tmp_path, tmp_path / "runner", inputs | {"options": "--function softmax --public"})
    assert job.run("Grade") == 1
    assert result(job)["status"] == "fail"
    scores = {each["submission"]: each["score"] for each in report(job)["submissions"]}
    assert 0 <= scores["my softmax.py"] < scores["right.py"] == 1
    assert "::error file=my softmax.py" in job.log


def test_notes_are_verified(tmp_path: Path) -> None:
    """All of them where no files are named; names with spaces as well."""
    (tmp_path / "some notes.md").write_text("```python\nprint(1 + 1)  # 3\n```\n", "utf-8")
    job = Job(tmp_path, tmp_path / "runner", {})
    assert job.run("Verify") == 1
    assert "::error file=some notes.md,line=2" in job.log


def test_each_command_runs_its_steps() -> None:
    """A secret is kept only where there is one."""
    chosen = {
        "verify": {"command": "verify"},
        "grade": {"command": "grade"},
        "secret": {"command": "grade", "seed": SEED},
    }
    ran = {
        name: [step for step, each in STEPS.items() if Job(ROOT, ROOT, inputs)._holds(each.get("if", ""))]
        for name, inputs in chosen.items()
    }
    assert ran == {
        "verify": ["Install nncheck", "Verify"],
        "grade": ["Install nncheck", "Grade"],
        "secret": ["Install nncheck", "Keep the seed", "Grade"],
    }


def workflows() -> dict[str, dict[str, Any]]:
    """The workflows that docs/github.md shows, by their name."""
    page = (ROOT / "docs" / "github.md").read_text("utf-8")
    found = [yaml.safe_load(block) for block in re.findall(r"^```yaml\n(.*?)^```", page, re.S | re.M)]
    return {each["name"]: each for each in found if "jobs" in each}


def ours(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    """The steps that use our action."""
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    return [step for step in steps if step.get("uses", "").startswith("OWNER/nncheck@")]


def test_the_workflows_of_the_page_may_do_little() -> None:
    """They read, leave no token behind, never run beside secrets of a pull request, and pin our action."""
    assert workflows()
    for workflow in workflows().values():
        assert workflow["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in json.dumps(workflow[True])  # "on" is a truth value in YAML
        assert ours(workflow)
        for job in workflow["jobs"].values():
            assert "timeout-minutes" in job
            checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout")]
            assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_the_workflow_for_classrooms_grades(tmp_path: Path) -> None:
    """As the page shows it: full marks for the solution, and the reporter reads what comes out."""
    workflow = workflows()["grade"]
    [step] = ours(workflow)
    inputs = {name: str(value) for name, value in step["with"].items()}
    (tmp_path / inputs["files"]).write_text(RIGHT, "utf-8")
    job = Job(tmp_path, tmp_path / "runner", inputs | {"seed": ""})
    assert job.run("Grade") == 0, job.log
    assert result(job)["status"] == "pass"
    steps = [each for one in workflow["jobs"].values() for each in one["steps"]]
    [reporter] = [each for each in steps if "autograding-grading-reporter" in each.get("uses", "")]
    assert reporter["with"]["runners"] == step["id"]
    assert f"${{{{ steps.{step['id']}.outputs.result }}}}" in reporter["env"].values()
    assert f"{step['id'].upper()}_RESULTS" in reporter["env"]
    assert set(ACTION["outputs"]) == {"result", "report"}
