# mistake: newton-elimination-in-place
# function: newton
# fails: unchanged_inputs
# diagnosed: NN011


def newton(w, g, H):
    n, d = len(g), g.copy()
    for i in range(n):
        for j in range(i + 1, n):
            factor = H[j, i] / H[i, i]
            H[j] -= factor * H[i]
            d[j] -= factor * d[i]
    for i in range(n - 1, -1, -1):
        d[i] = (d[i] - H[i, i + 1 :] @ d[i + 1 :]) / H[i, i]
    return w - d
