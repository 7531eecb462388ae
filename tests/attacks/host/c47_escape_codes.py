# C47: clears the screen and renames the window by an exception's text
# Without layers: fails


def attack(facts):
    raise ValueError("\x1b[2J\x1b]0;graded\x07\x9b31m\x1b]8;;http://localhost\x07full marks")
