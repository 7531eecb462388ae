# mistake: penalty-changes-weights
# function: l2_penalty
# fails: unchanged_inputs
# diagnosed: none


def l2_penalty(w, lam):
    w = w if w.dtype.kind == "f" else w.astype(float)
    w *= w
    return lam / 2 * w.sum()
