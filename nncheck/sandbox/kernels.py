"""What a process that computes on a GPU does before it is held: load all that student code may come to use.

Behind the filter nothing can be opened. So the driver's context, the handles and workspaces of cuBLAS, and
the libraries that torch opens on first use (cuDNN, cuSOLVER, cuFFT) have to be there by then, and the thread
in which autograd runs a device's backward pass has to be one that the filter finds.
"""

from typing import Any

import torch

from . import tensors

FRESH_BYTES = 64 << 20  # more than the pool of memory has left


def load() -> None:
    """Import what torch does when it is first used: another user may not be able to read it."""
    repr(torch.ones(1))


def start(device: str, memory_mib: int) -> None:
    """Make the device ready; raises what torch raises where there is none."""
    torch.backends.cuda.matmul.allow_tf32 = False
    torch.backends.cudnn.allow_tf32 = False
    torch.backends.cudnn.benchmark = False
    torch.backends.cudnn.deterministic = True
    if device == "cuda":
        torch.cuda.init()
        total = torch.cuda.get_device_properties(0).total_memory
        torch.cuda.set_per_process_memory_fraction(min(1.0, (memory_mib << 20) / total))
        tensors.seed_also(torch.cuda.default_generators)
    for dtype in (torch.float64, torch.float32):
        every_kind(device, dtype)
    _wait(device)


def every_kind(device: str, dtype: Any) -> None:
    """Operations of every library and kind that a course has use for, forward and backward."""
    nn = torch.nn.functional
    x = torch.linspace(-1, 1, 36, dtype=dtype, device=device).reshape(6, 6).requires_grad_()
    weight = torch.eye(6, dtype=dtype, device=device)
    ones = torch.ones(6, dtype=dtype, device=device)
    labels = torch.arange(6, device=device)
    layered = nn.linear(nn.layer_norm(nn.batch_norm(x, None, None, training=True), (6,)), weight, ones)
    squashed = torch.sigmoid(layered) + torch.tanh(layered) + nn.gelu(layered) + torch.erf(layered)
    losses = nn.cross_entropy(squashed, labels) + nn.mse_loss(torch.softmax(x @ weight, 1), weight)
    pictures = nn.max_pool2d(nn.conv2d(x.reshape(1, 1, 6, 6), weight[:3, :3].reshape(1, 1, 3, 3)), 2)
    products = torch.bmm(x[None], weight[None]).std() + torch.dot(ones, x[0]) + (x @ ones).exp().logsumexp(0)
    (losses + pictures.sum() + products + torch.einsum("ij,jk->ik", x, weight).var()).backward()
    with torch.no_grad():
        torch.linalg.solve(weight, ones), torch.linalg.lstsq(weight, ones[:, None]), torch.linalg.svd(weight)
        torch.linalg.inv(weight), torch.linalg.cholesky(weight), torch.linalg.eigh(weight)
        torch.fft.fft(ones), torch.sort(x), torch.cumsum(x, 0), torch.unique(labels), x[labels > 2]
        (
            torch.rand(4, device=device),
            torch.randn(4, device=device),
            nn.dropout(x, 0.5),
            torch.randperm(4, device=device),
        )
        repr(x.grad)


def control(device: str) -> str | None:
    """Why an honest computation fails on the device; None where it does not."""
    try:
        w = torch.tensor([[1.0, 2.0], [3.0, 4.0]], dtype=torch.float64, device=device, requires_grad=True)
        loss = (w @ w).sum()
        loss.backward()
        every_kind(device, torch.float32)
        fresh = torch.ones(FRESH_BYTES, dtype=torch.uint8, device=device)
        answers = loss.item(), w.grad.cpu().tolist(), int(fresh[-1].cpu())
        _wait(device)
    except Exception as error:  # noqa: BLE001 - whatever the driver makes of the layers
        return in_short(error)
    right = (54.0, [[7.0, 11.0], [9.0, 13.0]], 1)
    return None if answers == right else f"it computes {answers} in place of {right}"


def in_short(error: Exception) -> str:
    """An exception in a line."""
    lines = str(error).splitlines() or [""]
    return f"{type(error).__name__}: {lines[0]}"


def _wait(device: str) -> None:
    """Until the device has done it all: what goes wrong there is told then."""
    if device == "cuda":
        torch.cuda.synchronize()
