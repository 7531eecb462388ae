# D49: matches a regular expression that takes exponential time
# Without layers: fails
import re


def attack(facts):
    return re.fullmatch(r"(?:a|a?)+b", "a" * 60) is not None
