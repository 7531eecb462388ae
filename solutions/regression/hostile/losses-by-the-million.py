# attack: losses-by-the-million
# function: train
# outcome: a list far too long is cut off or refused; predict keeps its points


def predict(x, w, b):
    return x @ w + b


def train(batches, w, b, lr, epochs):
    return w, b, [0.5] * 3_000_000
