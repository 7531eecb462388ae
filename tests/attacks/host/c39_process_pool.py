# C39: starts processes through a pool
# Without layers: succeeds
import importlib


def attack(facts):
    context = importlib.import_module("multiprocessing").get_context("fork")
    child = context.Process(target=sum, args=([1, 2],))
    child.start()
    child.join()
    return child.exitcode == 0
