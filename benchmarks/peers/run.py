"""nncheck and what people use instead, on the same submissions: wall time, processor time, memory.

    python benchmarks/peers/run.py --write

Everything is measured in one run and compared in ratios. The peers are installed once, each into an
environment of its own; one that cannot be is reported as not measured.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[0] = str(Path(__file__).resolve().parents[1])  # what the benchmarks share is beside this folder

from document import replace  # noqa: E402
from machine import machine  # noqa: E402
from peers.campaign import Batch, Campaign  # noqa: E402
from peers.environments import versions  # noqa: E402
from peers.peer import Peer  # noqa: E402
from peers.tables import tables  # noqa: E402
from peers.with_gradescope_utils import GradescopeUtils  # noqa: E402
from peers.with_nbgrader import Nbgrader  # noqa: E402
from peers.with_nncheck import Nncheck  # noqa: E402
from peers.with_otter import OtterApi, OtterRun  # noqa: E402
from peers.with_pytest import Pytest  # noqa: E402

HERE = Path(__file__).resolve().parent
ROUNDS = {1: 5, 20: 3}  # larger batches once: they are long enough to even things out
SIZES, QUICK = (1, 20, 300), (1, 3)


def main() -> None:
    """Measure, and print or write the tables."""
    options = arguments().parse_args()
    with TemporaryDirectory(prefix="peers-cache-") as name:
        own = nnchecks(Path(name))
        campaign = Campaign(chosen([*own, *others()], options.peer), options.venvs, options.full)
        campaign.run(batches(options))
    facts = machine() | versions()
    text = tables(campaign, facts, own[0].checks)
    if options.write:
        replace("peers", text)
        figures = {
            "machine": facts,
            "not measured": campaign.unmeasured,
            "figures": [asdict(figure) for figure in campaign.figures],
        }
        (HERE / "results.json").write_text(json.dumps(figures, indent=1) + "\n", "utf-8")
    else:
        print(text)


def arguments() -> argparse.ArgumentParser:
    """The options."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--write", action="store_true", help="into benchmarks/README.md and results.json")
    parser.add_argument("--quick", action="store_true", help="few submissions, once: does it run at all?")
    parser.add_argument("--full", action="store_true", help="no samples, however long a peer takes")
    parser.add_argument("--mix", action="store_true", help="the largest batch also with wrong submissions")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="N", help="of the batches (1 20 300)")
    parser.add_argument("--peer", action="append", metavar="NAME", help="only this one (repeatable)")
    parser.add_argument("--venvs", type=Path, default=HERE / ".venvs", help="where peers are installed")
    return parser


def nnchecks(cache: Path) -> list[Nncheck]:
    """Ours; the first is what all others are compared with."""
    return [
        Nncheck(cache / "warm"),
        Nncheck(cache / "warm", jobs=2),
        Nncheck(cache / "cold", cold=True),
    ]


def others() -> list[Peer]:
    """What people use instead."""
    return [Pytest(), Pytest(torch=True), GradescopeUtils(), OtterRun(), OtterApi(), Nbgrader()]


def chosen(peers: list[Peer], names: list[str] | None) -> list[Peer]:
    """Those that are asked for."""
    known = {peer.name: peer for peer in peers}
    for name in names or ():
        if name not in known:
            raise SystemExit(f"no peer is called {name}; there are: {', '.join(known)}")
    return [known[name] for name in names or known]


def batches(options: argparse.Namespace) -> list[Batch]:
    """How many submissions, and how often."""
    sizes = options.sizes or (QUICK if options.quick else SIZES)
    rounds = {} if options.quick else ROUNDS
    largest = [Batch(max(sizes), mixed=True)] if options.mix else []
    return [Batch(size, rounds=rounds.get(size, 1)) for size in sizes] + largest


if __name__ == "__main__":
    main()
