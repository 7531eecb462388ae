# mistake: operator-precedence
# function: relu
# fails: values
# diagnosed: none
def relu(x):
    x = x * 1.0
    return (x * x > 0).astype(x.dtype)
