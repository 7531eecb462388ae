"""Runs the steps of a composite action as GitHub does: each with bash, its inputs in the environment."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}
EXPRESSION = re.compile(r"\$\{\{ ([\w.-]+) \}\}")
CONDITION = re.compile(r"([\w.-]+) (==|!=) '([^']*)'")


@dataclass
class Job:
    """A run of our action in a repository, with the folder that GitHub gives to a runner."""

    repository: Path
    runner: Path
    inputs: dict[str, str]
    environment: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)
    log: str = ""

    def __post_init__(self) -> None:
        assert set(self.inputs) <= set(ACTION["inputs"])
        self.runner.mkdir(exist_ok=True)

    def run(self, *names: str) -> int:
        """Runs the named steps, or those whose condition holds, up to the first that fails; its exit code."""
        for step in [STEPS[name] for name in names] or STEPS.values():
            if names or self._holds(step.get("if", "")):
                code = self._ran(step)
                if code:
                    return code
        return 0

    def value(self, name: str) -> str:
        """What an expression stands for."""
        context, _, rest = name.partition(".")
        if context == "inputs":
            return self.inputs.get(rest, str(ACTION["inputs"][rest].get("default", "")))
        if context == "steps":
            step, _, output = rest.split(".")
            return self.outputs.get(step, {}).get(output, "")
        assert name == "github.action_path"
        return str(ROOT)

    def filled(self, text: str) -> str:
        """A text with the values of its expressions."""
        return EXPRESSION.sub(lambda found: self.value(found[1]), text)

    def _holds(self, condition: str) -> bool:
        parts = CONDITION.findall(condition)
        assert " && ".join(f"{name} {sign} '{word}'" for name, sign, word in parts) == condition
        return all((self.value(name) == word) == (sign == "==") for name, sign, word in parts)

    def _ran(self, step: dict[str, Any]) -> int:
        assert step["shell"] == "bash"
        assert "${{" not in step["run"], "an expression in a script is code, whatever its value says"
        script, outputs = self.runner / "step.sh", self.runner / "outputs"
        script.write_text(step["run"], "utf-8")
        outputs.write_text("", "utf-8")
        given = {name: self.filled(text) for name, text in step.get("env", {}).items()}
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.repository,
            env=self._ambient() | given,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        self.log += done.stdout
        lines = outputs.read_text("utf-8").splitlines()
        self.outputs[step.get("id", "")] = dict(line.split("=", 1) for line in lines)
        return done.returncode

    def _ambient(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
        return kept | {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "RUNNER_TEMP": str(self.runner),
            "GITHUB_OUTPUT": str(self.runner / "outputs"),
            "GITHUB_STEP_SUMMARY": str(self.runner / "summary.md"),
            **self.environment,
        }
