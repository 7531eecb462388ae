"""What the tests of layers share: a fresh interpreter that puts layers on, and says what it finds."""

import json
import subprocess
import sys
from textwrap import dedent
from typing import Any

BEGIN = """
import ctypes, errno, json, os, signal, socket, sys
from nncheck.sandbox import layers, namespaces
from nncheck.sandbox.layers import bpf
plan = layers.plan(memory_mib=16, cpu_seconds=60)
def put_on(*names):
    failed = layers.lock_down(plan, layers.named(names))
    assert not failed, failed
def attempt(use):  # the name of the error with which the kernel refuses; None where it does not
    try:
        use()
    except OSError as error:
        return errno.errorcode[error.errno]
def tell(value):
    os.write(1, json.dumps(value).encode())
"""


def in_child(code: str, *arguments: object) -> Any:
    """What a fresh process `tell`s when it runs this code."""
    done = ran(code, *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def ran(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """A fresh process that has run this code."""
    command = [sys.executable, "-c", BEGIN + dedent(code), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
