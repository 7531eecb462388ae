"""The sentences of a derivation, in English and Chinese. In braces stands what is filled in."""

import re

from nncheck.derive.page import Words
from nncheck.derive.pieces import Piece

LANGUAGES = ("en", "zh")
_PHRASES: dict[str, dict[str, str]] = {
    "title": {"en": "{slope}, step by step", "zh": "逐步求 {slope}"},
    "title of a function": {"en": "The derivative of {name}", "zh": "{name} 的导数"},
    "in the program": {
        "en": "In the program {letter} is {code}: on paper subscripts count from 1, and the number in"
        " brackets is the layer.",
        "zh": "{letter} 就是程序里的 {code}:书写时下标从 1 数起,括号里的数字是层号。",
    },
    "entry in the program": {
        "en": "In the program {letter} is {code}: on paper subscripts count from 1.",
        "zh": "{letter} 就是程序里的 {code}:书写时下标从 1 数起。",
    },
    "the network": {
        "en": "The formula is that of {function} in the exercise {exercise}: a {sizes} network{samples}.",
        "zh": "公式来自练习 {exercise} 中的 {function}:一个 {sizes} 网络{samples}。",
    },
    "samples": {
        "en": ", with {count} samples (the first subscript of z and a counts them)",
        "zh": ",{count} 个样本(z 和 a 的第一个下标是样本号)",
    },
    "the function": {
        "en": "The formula is that of {function} in the exercise {exercise}.",
        "zh": "公式来自练习 {exercise} 中的 {function}。",
    },
    "given": {"en": "Given", "zh": "已知"},
    "forward": {"en": "Forward pass", "zh": "前向传播"},
    "chain rule": {"en": "The chain rule", "zh": "链式法则"},
    "one path": {
        "en": "{wrt} reaches {target} along a single path. The chain rule multiplies the factors on it:",
        "zh": "{wrt} 只经由一条路径影响 {target}。链式法则把路径上的因子相乘:",
    },
    "few paths": {
        "en": "{wrt} reaches {target} along {count} paths. The chain rule multiplies the factors on each path"
        " and adds the paths up:",
        "zh": "{wrt} 经由 {count} 条路径影响 {target}。链式法则把每条路径上的因子相乘,再把各路径相加:",
    },
    "many paths": {
        "en": "{wrt} reaches {target} along {count} paths, too many to be multiplied out one by one."
        " Backpropagation goes back from value to value and takes every factor once.",
        "zh": "{wrt} 经由 {count} 条路径影响 {target},无法逐条相乘。"
        "反向传播从后往前逐个求导,每个因子只算一次。",
    },
    "factors": {"en": "The factors", "zh": "各个因子"},
    "path by path": {"en": "Path by path", "zh": "逐条路径相乘"},
    "path": {"en": "path {number}", "zh": "路径 {number}"},
    "together": {"en": "Together", "zh": "合起来"},
    "deltas": {"en": "The same, as backpropagation does it", "zh": "同样的结果,按反向传播来算"},
    "about deltas": {
        "en": "With {delta} = {slope}, the error signal of a neuron, nothing is computed twice:",
        "zh": "用误差信号 {delta} = {slope},每个量只算一次:",
    },
    "backward": {"en": "Backward pass", "zh": "反向传播"},
    "update": {"en": "The update", "zh": "参数更新"},
    "rounding": {
        "en": "Numbers with more digits are rounded to {digits}, each from its exact value and none from"
        " another rounded number.",
        "zh": "位数更多的数保留 {digits} 位有效数字,均由精确值舍入,没有用舍入后的数继续计算。",
    },
    "check": {
        "en": "A check by a finite difference: the slope of {target} as {wrt} moves a little.",
        "zh": "用有限差分检验:{wrt} 略微变动时 {target} 的变化率。",
    },
    "steps": {"en": "Step by step", "zh": "逐步求导"},
    "the formula": {"en": "The function", "zh": "函数"},
    "slope of": {"en": "The derivative of {target} in {wrt}", "zh": "{target} 对 {wrt} 的导数"},
    "own terms": {"en": "In terms of the function itself", "zh": "用函数自身表示"},
    "about own terms": {
        "en": "Once the function's value is known, its slope takes only arithmetic. SymPy proves it:"
        " the difference of the two sides simplifies to 0.",
        "zh": "函数值已知时,斜率只需四则运算。SymPy 已证明:两边之差化简为 0。",
    },
    "other forms": {"en": "Other ways to write it", "zh": "其他写法"},
    "about forms": {
        "en": "Each of these is the same function, which SymPy proves; a program may lose more digits with"
        " one than with another.",
        "zh": "SymPy 已证明以上写法都是同一个函数;用程序计算时,各自损失的有效数字不同。",
    },
    "numbers": {"en": "With numbers", "zh": "数值"},
    "kink": {
        "en": "At {condition} = 0 the curve has a kink: every number between the two slopes is right there.",
        "zh": "在 {condition} = 0 处曲线有折点:两侧斜率之间的任何数都算对。",
    },
    "several targets": {
        "en": "{shown} of the {count} values that depend on {wrt} are shown.",
        "zh": "依赖 {wrt} 的 {count} 个值中,这里写出 {shown} 个。",
    },
    "rule: sum": {"en": "sum rule", "zh": "和的求导法则"},
    "rule: constant factor": {"en": "a constant factor stays", "zh": "常数因子不变"},
    "rule: product": {"en": "product rule", "zh": "积的求导法则"},
    "rule: quotient": {"en": "quotient rule", "zh": "商的求导法则"},
    "rule: reciprocal": {"en": "quotient rule with a constant numerator", "zh": "商的求导法则,分子为常数"},
    "rule: power": {"en": "chain rule for a power", "zh": "链式法则:幂函数"},
    "rule: exponential": {"en": "chain rule for the exponential", "zh": "链式法则:指数函数"},
    "rule: logarithm": {"en": "chain rule for the logarithm", "zh": "链式法则:对数函数"},
    "rule: chain": {"en": "chain rule", "zh": "链式法则"},
    "rule: cases": {"en": "each branch by itself", "zh": "各分支分别求导"},
    "rule: shorter": {"en": "simplified", "zh": "化简"},
    "rule: own terms": {
        "en": "in the function's own values; SymPy proves it",
        "zh": "用函数值表示;SymPy 已证明",
    },
}


class Phrases:
    """The sentences in one language."""

    def __init__(self, language: str):
        self.language = language

    def text(self, key: str, **filled: str | int) -> str:
        """A sentence without mathematics."""
        return _PHRASES[key][self.language].format(**filled)

    def words(self, key: str, **filled: str | int | Piece) -> Words:
        """A sentence with pieces of mathematics in it."""
        parts = re.split(r"\{(\w+)\}", _PHRASES[key][self.language])
        words: list[str | Piece] = []
        for place, part in enumerate(parts):
            each = filled[part] if place % 2 else part
            words.append(str(each) if isinstance(each, int) else each)
        return tuple(word for word in words if word != "")
