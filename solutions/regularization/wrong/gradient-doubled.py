# mistake: gradient-doubled
# function: l2_penalty_grad
# fails: values
# diagnosed: NN821


def l2_penalty_grad(w, lam):
    return 2 * lam * w
