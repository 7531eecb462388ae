"""The sentences of a bundle in the languages that there are."""

from collections.abc import Mapping

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "deadline": "Hand in by **{when}**.",
        "prerequisites": "You should know: {names}.",
        "points": "points",
        "function": "function",
        "exercise": "exercise",
        "how": (
            "Write each function in place of `raise NotImplementedError`, and leave its name and arguments as"
            " they are. See how far you are, as often as you like:"
        ),
        "course": "`COURSE` is the folder with `exercises/` in it that you were given.",
        "hidden": "What you hand in is graded on other inputs as well.",
        "hidden checks": "It is also checked for more than you are shown.",
        "solved": "With a solution, for instructors.",
    },
    "zh": {
        "deadline": "请在 **{when}** 之前提交。",
        "prerequisites": "需要先了解:{names}。",
        "points": "分值",
        "function": "函数",
        "exercise": "练习",
        "how": (
            "把每个函数中的 `raise NotImplementedError` 换成你的代码,函数名和参数保持不变。随时可以查看进度:"
        ),
        "course": "`COURSE` 是老师发给你的文件夹,里面有 `exercises/`。",
        "hidden": "提交之后还会用其他输入评分。",
        "hidden checks": "评分时还有一些不公开的检查。",
        "solved": "含解答,供教师使用。",
    },
}
