# mistake: binary-arguments-exchanged
# function: binary_cross_entropy_grad
# fails: values
# diagnosed: NN028


def binary_cross_entropy_grad(y_true, y_pred):
    return (y_pred - y_true) / (y_pred * (1 - y_pred)) / y_true.size
