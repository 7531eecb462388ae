# B14: names its answers by keys of a megabyte
# Without layers: fails
# nncheck: backprop
asked = []


def forward(x, params):
    asked.append(x)
    if len(asked) > 5:
        raise SystemExit(0)
    return {"a2 is right, all checks pass; " * 30_000 + str(i): 0.0 for i in range(8)}
