# C47: prints a whole report with full marks
# Without layers: fails


def attack(facts):
    print('{"submissions": [{"score": 100, "max_score": 100}]}\nTotal: 100 of 100 points', flush=True)
    raise SystemExit(0)
