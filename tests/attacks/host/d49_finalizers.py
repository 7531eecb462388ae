# D49: leaves finalizers that make new ones, for the collector to call
# Without layers: fails
import gc


class Again:
    def __del__(self):
        self.__class__().me = self


def attack(facts):
    while True:
        Again()
        gc.collect()
