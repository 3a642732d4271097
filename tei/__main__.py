"""`python -m tei`, and the entry point of the `tei` command."""

import sys


def main() -> None:
    """Runs the command line; Ctrl-C ends it without a traceback, also while it is being loaded."""
    try:
        from tei.cli import plain

        if asked := plain.plain(sys.argv[1:]):
            plain.run(asked)
        from tei.cli.app import main as run  # here: the plainest commands do without

        run()
    except KeyboardInterrupt:
        sys.stderr.write("interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
