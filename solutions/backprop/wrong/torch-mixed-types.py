# mistake: torch-mixed-types
# function: forward
# fails: values
# diagnosed: NN045
# nncheck: backprop
import torch


def forward(x, params):
    w1 = torch.tensor(params["W1"].tolist())
    w2 = torch.tensor(params["W2"].tolist())
    z1 = x @ w1.T + params["b1"]
    a1 = torch.sigmoid(z1)
    z2 = a1 @ w2.T + params["b2"]
    return {"z1": z1, "a1": a1, "z2": z2, "a2": torch.sigmoid(z2)}
