# mistake: squares-not-added
# function: l2_penalty
# fails: values
# diagnosed: NN811


def l2_penalty(w, lam):
    return lam / 2 * w**2
