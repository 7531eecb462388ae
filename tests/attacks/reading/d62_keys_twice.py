# D62: keys that come twice, so that readers differ
# Without layers: fails
def plant(folder, marker):
    submission = folder / "submission.ipynb"
    submission.write_text(
        '{"nbformat": 4, "cells": [{"cell_type": "code", "source": "x"}], "cells": 3, "cells": []}'
    )
    return [submission]
