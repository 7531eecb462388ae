# C47: prints commands to the service that builds
# Without layers: fails


def attack(facts):
    print("::stop-commands::x\n::set-output name=grade::100\n##[set-output name=grade]100", flush=True)
