"""Which modules student code may import, and which of them are loaded before it runs.

A locked-down process opens no files, so what is to be imported has to be in memory by then.
"""

import re
import sys
from collections.abc import Iterable

from .skim import imported

# The parts of the standard library that deal with files, processes, the network or a person.
_OPERATING_SYSTEM = """
    os posix nt ntpath subprocess _posixsubprocess socket _socket socketserver ssl _ssl select selectors
    shutil ctypes _ctypes multiprocessing _multiprocessing signal _signal pty tty termios fcntl resource
    mmap pwd grp spwd crypt nis syslog ossaudiodev winreg msvcrt winsound _winapi tempfile glob fileinput
    filecmp ftplib http urllib smtplib smtpd poplib imaplib nntplib telnetlib xmlrpc webbrowser cgi cgitb
    wsgiref asyncore asynchat antigravity this idlelib tkinter _tkinter turtle turtledemo curses _curses
    readline rlcompleter ensurepip venv lib2to3 distutils test site sqlite3 dbm shelve getpass zipapp
    zipfile tarfile zipimport mailbox netrc runpy pdb bdb code cmd imp mailcap msilib pipes sndhdr
"""
OPERATING_SYSTEM = frozenset(_OPERATING_SYSTEM.split())
STANDARD = frozenset(sys.stdlib_module_names) - OPERATING_SYSTEM

# What introductory code imports; the rest of the standard library is loaded when a source names it.
_PRELOADED = """
    __future__ abc array bisect cmath collections collections.abc contextlib copy copyreg csv dataclasses
    datetime decimal enum fractions functools gc heapq inspect io itertools json keyword linecache math
    numbers operator pathlib pickle pprint random re reprlib statistics string struct textwrap threading
    time timeit tokenize traceback types typing unicodedata uuid warnings weakref _strptime
    encodings.ascii encodings.latin_1 encodings.utf_8_sig
    numpy numpy.exceptions numpy.fft numpy.lib.stride_tricks numpy.linalg numpy.ma numpy.polynomial
    numpy.random numpy.typing
"""
PRELOADED = tuple(_PRELOADED.split())

# numpy and torch load these by themselves, when they are first used; `from numpy import *` uses all of its.
_OF_NUMPY = ("numpy.char", "numpy.core", "numpy.rec", "numpy.strings")
ON_FIRST_USE = {
    ("numpy.testing",): re.compile(r"\btesting\b"),
    ("numpy.ctypeslib",): re.compile(r"\bctypeslib\b"),
    _OF_NUMPY: re.compile(r"\.(?:char|core|rec|strings)\b"),
    (*_OF_NUMPY, "numpy.ctypeslib", "numpy.f2py", "numpy.testing"): re.compile(
        r"from[\s\\]+numpy[\s\\]+import[\s\\]*\*"
    ),
    ("pydoc",): re.compile(r"n(?:p|umpy)\.info\b"),
    ("torch._dynamo",): re.compile(
        r"\b(?:optim|func|functorch|jac(?:rev|fwd)|hessian|checkpoint|compiler|_dynamo|jit|export|fx|meta|parametri\w+)\b"
    ),
    # gradients that are given to start from: y.backward(dy), grad(y, x, dy)
    ("torch.fx.experimental.symbolic_shapes",): re.compile(
        r"\.backward\(\s*[^\s)]|\bgrad\(|\bgrad_outputs\b"
    ),
    ("torch._decomp.decompositions_for_jvp",): re.compile(r"\b(?:jacfwd|hessian|jvp|forward_ad)\b"),
    ("torch.utils.serialization",): re.compile(r"\btorch\.(?:save|load)\b"),
}


# What is named beyond these is not loaded: no honest submission imports so much, and all names must fit
# into one packet.
MOST_MODULES, LONGEST_NAME = 300, 100
NOT_FOR_USE = frozenset({"tests", "conftest", "distutils"})  # parts of packages that do things when imported


def importable(torch: bool, extra: Iterable[str]) -> frozenset[str]:
    """The top-level modules that student code may import."""
    return STANDARD | {"numpy"} | ({"torch"} if torch else set()) | set(extra)


def wanted(source: str, torch: bool, extra: Iterable[str]) -> list[str]:
    """The modules to load before this source runs: those that it names and may import."""
    allowed = importable(torch, extra)
    found = {name for name in imported(source) if name.partition(".")[0] in allowed and usable(name)}
    signs = {names: sign for names, sign in ON_FIRST_USE.items() if torch or not names[0].startswith("torch")}
    found |= {name for names, sign in signs.items() if sign.search(source) for name in names}
    return sorted(name for name in found if torch or not name.startswith("torch"))[:MOST_MODULES]


def usable(name: str) -> bool:
    """Whether a module can be meant for those who use its package."""
    return len(name) <= LONGEST_NAME and not NOT_FOR_USE & set(name.split("."))
