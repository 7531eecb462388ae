# mistake: torch-zero-grad-forgotten
# function: train
# fails: values
# diagnosed: NN1456
import torch


def train(batches, w, b, lr, epochs):
    w = w.clone().requires_grad_()
    b = torch.tensor(b, dtype=w.dtype, requires_grad=True)
    optimizer = torch.optim.SGD([w, b], lr=lr)
    losses = []
    for _ in range(epochs):
        seen = []
        for x, y in batches:
            loss = torch.nn.functional.mse_loss(x @ w + b, y)
            loss.backward()
            optimizer.step()
            seen.append(loss.item())
        losses.append(sum(seen) / len(seen))
    return w.detach(), b.detach(), losses
