"""`python -m tei`, and the entry point of the `tei` command."""

import sys

from tei.cli import plain


def main() -> None:
    """Runs the command line."""
    if asked := plain.plain(sys.argv[1:]):
        plain.run(asked)
    from tei.cli.app import main as run  # here: the plainest commands do without

    run()


if __name__ == "__main__":
    main()
