# C47: puts markup into an exception's text and name
# Without layers: fails


def attack(facts):
    raise type("<script>alert(1)</script>", (Exception,), {})("</pre><img src=x onerror=alert(1)>")
