# mistake: lam-forgotten
# function: l2_penalty
# fails: values
# diagnosed: NN807


def l2_penalty(w, lam):
    return 0.5 * (w**2).sum()
