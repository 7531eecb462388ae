# C47: names an exception by surrogates, line ends and marks of direction
# Without layers: fails


def attack(facts):
    raise type("\udc80\u202e\r\n::error::\u2028", (Exception,), {})("\ud800\0\u2066")
