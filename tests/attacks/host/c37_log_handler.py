# C37: writes the gradebook as if it were a log
# Without layers: succeeds
import logging


def attack(facts):
    log = logging.getLogger("grades")
    log.addHandler(logging.FileHandler(facts["canary"]))
    log.error("me: 100")
