# C35: makes another process the first to be killed when memory runs out
# Without layers: succeeds
from pathlib import Path


def attack(facts):
    Path(f"/proc/{facts['victim']}/oom_score_adj").write_text("1000")
