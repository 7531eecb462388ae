# B22: raises syntax errors whose parts are objects of its own
# Without layers: fails
class Text(str):
    def __getitem__(self, key):
        return "passed"

    def encode(self, *arguments):
        return b"passed"

    def join(self, parts):
        raise SystemExit(0)


class Lying(SyntaxError):
    __name__ = Text("passed")

    @property
    def msg(self):
        raise SystemExit(0)


def sigmoid(x):
    raise Lying("passed")


def tanh(x):
    raise SyntaxError(Text("passed"), (Text("attack.py"), -1, None, object()))
