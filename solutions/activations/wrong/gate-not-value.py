# mistake: gate-not-value
# function: relu
# fails: values
# diagnosed: NN141
def relu(x):
    dtype = x.dtype if x.dtype.kind == "f" else float
    return (x > 0).astype(dtype)
