# D59: raises an error whose class has a name of fifty megabytes
# Without layers: fails
def attack(facts):
    raise type("A" * 50_000_000, (Exception,), {})
