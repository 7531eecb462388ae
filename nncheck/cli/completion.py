"""`nncheck completion SHELL`: what a shell needs to complete commands, options, names and files."""

import click

PLACES = {
    "bash": "~/.local/share/bash-completion/completions/nncheck",
    "zsh": "~/.zfunc/_nncheck, with fpath+=~/.zfunc before compinit in ~/.zshrc",
    "fish": "~/.config/fish/completions/nncheck.fish",
}


@click.command("completion")
@click.argument("shell", type=click.Choice(list(PLACES)))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print a script for the Tab key.

    The shell then completes commands, options, names of exercises and functions, and files.

    \b
    bash: nncheck completion bash > ~/.local/share/bash-completion/completions/nncheck
    zsh:  nncheck completion zsh > ~/.zfunc/_nncheck   (fpath+=~/.zfunc before compinit)
    fish: nncheck completion fish > ~/.config/fish/completions/nncheck.fish
    """
    from click.shell_completion import get_completion_class

    from nncheck.cli.output import say
    from nncheck.errors import GraderError

    made = get_completion_class(shell)
    if made is None:
        raise GraderError(f"this version of click knows nothing of {shell}")
    source = made(context.find_root().command, {}, "nncheck", "_NNCHECK_COMPLETE").source()
    say(f"{source.strip()}\n\n# save as {PLACES[shell]}, and open a new shell\n")
