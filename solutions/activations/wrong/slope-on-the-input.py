# mistake: slope-on-the-input
# function: tanh_grad
# fails: values
# diagnosed: NN132
def tanh_grad(x):
    x = x * 1.0
    return 1 - x**2
