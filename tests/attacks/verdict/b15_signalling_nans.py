# B15: returns signalling NaNs with a payload, negative ones too
# Without layers: fails
import numpy as np


def sigmoid(x):
    bits = np.full(x.shape, 0x7FF0_0000_DEAD_BEEF, dtype=np.uint64)
    bits.flat[::2] |= np.uint64(1 << 63)
    return bits.view(np.float64)
