"""`python -m tei`, and the entry point of the `tei` command."""

from tei.cli.app import main

if __name__ == "__main__":
    main()
