# B20: ends itself by signals that mean no harm
# Without layers: fails
import sys

signals = sys.modules["signal"]


def sigmoid(x):
    signals.raise_signal(signals.SIGTERM)
    return 0.5


def tanh(x):
    signals.raise_signal(signals.SIGPIPE)
    return 0.5


def relu(x):
    signals.raise_signal(signals.SIGXCPU)
    return 0.5
