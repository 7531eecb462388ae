# D59: answers with as many values as one answer may hold, each as large as can be in memory
# Without layers: fails
def attack(facts):
    return [{str(number): ({}, [])} for number in range(24_000)]
