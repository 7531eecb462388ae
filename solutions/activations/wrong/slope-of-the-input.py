# mistake: slope-of-the-input
# function: sigmoid_grad
# fails: values
# diagnosed: NN111
def sigmoid_grad(x):
    # f' = f(1 - f)
    x = x * 1.0
    return x * (1 - x)
