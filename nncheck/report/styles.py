"""The few ways in which text stands out, where there is colour; without it nothing is lost."""

BAD = "red"
DIM = "dim"
GOOD = "green"
HINT = "bold yellow"
STRONG = "bold"
