"""What a shell needs to complete commands and options."""

import click
from click.shell_completion import get_completion_class

from .context import Session, pass_session
from .plain import COMPLETE_VARIABLE

SHELLS = ("bash", "zsh", "fish")


@click.command(
    help="Print what makes a shell complete commands, options and their words. For bash:"
    ' put `eval "$(allies completion bash)"` in ~/.bashrc; for zsh the same with zsh in ~/.zshrc;'
    " for fish `allies completion fish > ~/.config/fish/completions/allies.fish`."
)
@click.argument("shell", type=click.Choice(SHELLS))
@pass_session
def completion(session: Session, shell: str) -> None:
    """Print the script for a shell."""
    class_ = get_completion_class(shell)
    if class_ is None:
        session.fail(f"There is no completion for {shell}.")
    root = click.get_current_context().find_root().command
    session.say(class_(root, {}, "allies", COMPLETE_VARIABLE).source().rstrip("\n"))
