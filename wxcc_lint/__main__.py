"""`python -m wxcc_lint`."""

from wxcc_lint.cli import main

if __name__ == "__main__":
    main()
