# mistake: lam-inside-the-square
# function: l2_penalty
# fails: values
# diagnosed: NN813


def l2_penalty(w, lam):
    scaled = lam / 2 * w
    return (scaled**2).sum()
