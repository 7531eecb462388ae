# D61: names that are commands of build servers as they are
# Without layers: fails
NAMES = ("::error::forged.py", "::add-mask::.py", "##[command]forged.py", "##teamcity[x].py")


def plant(folder, marker):
    for name in NAMES:
        (folder / name).write_text("raise ValueError(__name__)\n")
    return [*NAMES, "--fail-under", "100"]
