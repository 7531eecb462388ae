# attack: ignores-interrupts
# function: backward
# outcome: times out although it swallows every exception; loss keeps its points
# nncheck: backprop


def backward(x, t, params):
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def loss(a2, t):
    return 0.5 * ((a2 - t) ** 2).sum()
