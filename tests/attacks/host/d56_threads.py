# D56: starts fifty threads that wait for each other
# Without layers: succeeds
import threading


def attack(facts):
    gate = threading.Barrier(51)
    for _ in range(50):
        threading.Thread(target=gate.wait, daemon=True).start()
    gate.wait(1)
    return True
