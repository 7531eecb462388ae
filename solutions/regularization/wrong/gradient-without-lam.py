# mistake: gradient-without-lam
# function: l2_penalty_grad
# fails: values
# diagnosed: NN824


def l2_penalty_grad(w, lam):
    return w * 1.0
