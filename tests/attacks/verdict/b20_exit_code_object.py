# B20: exits with a status that is an object with methods of its own
# Without layers: fails
class Status:
    def __int__(self):
        raise KeyboardInterrupt

    def __str__(self):
        raise SystemExit(self)

    __repr__ = __index__ = __str__


def sigmoid(x):
    raise SystemExit(Status())
