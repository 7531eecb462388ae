# mistake: scalar-only
# function: relu
# fails: shapes
# diagnosed: none
def relu(x):
    if x > 0:
        return x * 1.0
    return x * 0.0
