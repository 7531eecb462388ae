# mistake: forgotten-return
# function: identity
# fails: values
# diagnosed: none
def identity(x):
    y = x
