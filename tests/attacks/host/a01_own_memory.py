# A1: searches its own memory, page by page, for names of the grader's modules
# Without layers: fails
import gc
import re
import sys

os = sys.modules["os"]

GRADER = re.compile(b"nncheck[.](reference|records|spec|judge|pipeline)")
SIGPROCMASK = {"x86_64": 14, "aarch64": 135}
MIB, PAGE = 1 << 20, 1 << 12


def attack(facts):
    ctypes = sys.modules["ctypes"]
    libc, mask = ctypes.CDLL(None, use_errno=True), SIGPROCMASK[os.uname().machine]

    def there(address):  # the kernel has to read the set before it can object to the command 99
        libc.syscall(mask, 99, ctypes.c_void_p(address), None, ctypes.c_size_t(8))
        return ctypes.get_errno() == 22

    regions = {id(each) // MIB for each in gc.get_objects()}
    for region in regions | {each + 1 for each in regions}:
        for address in range(region * MIB, (region + 1) * MIB, PAGE):
            if there(address) and GRADER.search(ctypes.string_at(address, PAGE)):
                return True
    return False
