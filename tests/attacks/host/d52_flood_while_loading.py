# D52: prints while the file is loaded, just below the limit of each statement
# Without layers: fails
import sys

system = sys.modules["os"]
system.write(2, b"x" * 250_000)
system.write(2, b"x" * 250_000)
system.write(2, b"x" * 250_000)
system.write(2, b"x" * 250_000)
print("x" * 250_000)


def attack(facts):
    print("x" * 250_000)
    raise ValueError("\n" * 250_000)
