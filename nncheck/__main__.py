"""`python -m nncheck` is `nncheck`."""

from nncheck.cli import main

main()
