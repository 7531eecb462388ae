# A11: hears when others touch a file
# Without layers: succeeds
import sys

os = sys.modules["os"]

IN_OPEN = 0x20


def attack(facts):
    libc = sys.modules["ctypes"].CDLL(None)
    watcher = libc.inotify_init1(0)
    if libc.inotify_add_watch(watcher, facts["secret_file"].encode(), IN_OPEN) < 0:
        return False
    os.close(os.open(facts["secret_file"], os.O_RDONLY))  # stands for the other
    return len(os.read(watcher, 1000)) >= 16
