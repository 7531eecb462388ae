# D61: a link to a folder with the right solution
# Without layers: fails
RIGHT = "import numpy\n\n\ndef relu(x):\n    return numpy.maximum(x, 0.0)\n"


def plant(folder, marker):
    solutions = folder.parent / "solutions"
    solutions.mkdir()
    (solutions / "solution.py").write_text(RIGHT)
    (folder / "alice").symlink_to(solutions, target_is_directory=True)
    return [folder]
