# mistake: inputs-and-neurons-counted
# function: count_parameters
# fails: values
# diagnosed: NN1173
# nncheck: layers
def count_parameters(layers):
    sizes = [layers[0][0].shape[1]]
    for _, b in layers:
        sizes.append(len(b))
    return sum(sizes)
