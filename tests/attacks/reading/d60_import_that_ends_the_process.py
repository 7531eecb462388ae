# D60: imports a part of numpy's own tests that raises what is no Exception, where pytest is installed
# Without layers: fails


def plant(folder, marker):
    submission = folder / "submission.py"
    submission.write_text(
        "try:\n    import numpy.distutils.tests.test_system_info\nexcept BaseException:\n    pass\n\n\n"
        "def sigmoid(x):\n    return x\n"
    )
    return [submission]
