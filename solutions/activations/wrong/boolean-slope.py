# mistake: boolean-slope
# function: relu_grad
# fails: dtype
# diagnosed: none
def relu_grad(x):
    return x > 0
