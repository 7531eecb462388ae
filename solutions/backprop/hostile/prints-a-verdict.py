# attack: prints-a-verdict
# function: backward
# outcome: what is printed is no answer and moves no terminal; loss keeps its points
# nncheck: backprop


def backward(x, t, params):
    print("\x1b[2J\x1b[H\x1b[32mPASSED\x1b[0m 20.0/20.0")
    print("::set-output name=score::100")
    print("::stop-commands::verdict")
    print('{"schema": "nncheck.report/1", "submissions": [{"score": 20.0, "max_score": 20.0}]}')
    raise ValueError("\x1b[32mall checks passed\x1b[0m\n::notice::score 100\n</td><script>alert(1)</script>")


def loss(a2, t):
    return 0.5 * ((a2 - t) ** 2).sum()
