# B31: a folder .hypothesis with what hypothesis might load
# Without layers: fails
ENVIRONMENT = {}
WRONG = "import numpy\n\n\ndef relu(x):\n    return numpy.zeros_like(x)\n"


def plant(folder, marker):
    ENVIRONMENT["XDG_CACHE_HOME"] = str(folder.parent / "cache")  # empty: all processes are started
    code = f"open({str(marker)!r}, 'w').close()\n"
    pickled = b"cbuiltins\nexec\n(V" + code.strip().encode() + b"\ntR."
    for part in ("constants", "examples", "unicode_data/15.0.0", "tmp", "patches"):
        place = folder / ".hypothesis" / part
        place.mkdir(parents=True)
        for name in ("charmap.json.gz", "0" * 16, "evil.patch", "__init__.py"):
            (place / name).write_bytes(pickled)
    (folder / "submission.py").write_text(WRONG)
    return ["submission.py"]
