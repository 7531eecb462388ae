"""What a terminal without UTF-8 is given to show."""

import pytest

from nncheck.report.transcription import transcribed

TEXTS = [
    ("e⁻ˣ/(1 + e⁻ˣ)²", "ascii", "e^-x/(1 + e^-x)^2"),
    ("∂E/∂w₁₁⁽¹⁾ = δ₁ · x₂ ≈ 0.5", "ascii", "dE/dw_11^(1) = delta_1 * x_2 ~ 0.5"),
    ("σ′(x) − ½ λ, Σ ≤ √π", "ascii", "sigma'(x) - 1/2 lambda, Sigma <= sqrt pi"),
    ("✓ 1 → 2 … “so”", "ascii", '+ 1 -> 2 ... "so"'),
    ("naïve 数", "ascii", r"na\xefve \u6570"),
    ("x² · ½ é “so” …", "cp1252", "x² · ½ é “so” …"),
    ("x² · ½ w⁽¹⁾", "cp1252", "x^2 · ½ w^(1)"),
    ("σ′ 数学 ✓", "utf-8", "σ′ 数学 ✓"),
    ("\ud800", "utf-8", r"\ud800"),
    ("plain", "ascii", "plain"),
]


@pytest.mark.parametrize(("text", "encoding", "shown"), TEXTS)
def test_what_an_encoding_lacks(text: str, encoding: str, shown: str) -> None:
    """Signs and letters of formulas are written as one types them; the rest is escaped, and never fails."""
    found = transcribed(text, encoding)
    assert found == shown
    assert found.encode(encoding)
