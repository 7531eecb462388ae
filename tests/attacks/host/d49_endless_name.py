# D49: returns an object whose class takes for ever to tell its name
# Without layers: fails
class Meta(type):
    @property
    def __module__(cls):
        while True:
            pass


class Slow(metaclass=Meta):
    pass


def attack(facts):
    return Slow()
