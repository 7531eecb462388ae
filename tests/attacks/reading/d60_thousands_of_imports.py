# D60: asks for twenty thousand modules, more than one message to the sandbox can name
# Without layers: fails


def plant(folder, marker):
    imports = "".join(f"    import numpy.module_{number}\n" for number in range(20_000))
    submission = folder / "submission.py"
    submission.write_text(f"def unused():\n{imports}\n\ndef sigmoid(x):\n    return x\n")
    return [submission]
