# D59: raises an error with a message of fifty megabytes
# Without layers: fails
def attack(facts):
    raise ValueError("A" * 50_000_000)
