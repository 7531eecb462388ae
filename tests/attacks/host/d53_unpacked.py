# D53: unpacks a fifth of a gigabyte from a few kilobytes
# Without layers: succeeds
import zlib


def attack(facts):
    packed = zlib.compress(bytes(16 << 20), 1)
    return sum(len(part) for part in [zlib.decompress(packed) for _ in range(12)]) == 192 << 20
