# D52: prints warnings and tracebacks to standard error without end
# Without layers: fails
import sys
import traceback


def attack(facts):
    while True:
        try:
            raise ValueError("passed" * 1000)
        except ValueError:
            traceback.print_exc(file=sys.stderr)
            sys.stderr.flush()
