# B22: raises exceptions whose class refuses to tell its name
# Without layers: fails
class Meta(type):
    def __getattribute__(cls, name):
        raise SystemExit(0)

    def __repr__(cls):
        raise KeyboardInterrupt

    def __instancecheck__(cls, instance):
        raise SystemExit(0)


class Nameless(Exception, metaclass=Meta):
    def __getattribute__(self, name):
        raise GeneratorExit


def sigmoid(x):
    raise Nameless
