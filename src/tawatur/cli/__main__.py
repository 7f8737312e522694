"""`python -m tawatur.cli`."""

from tawatur.cli.app import main

if __name__ == "__main__":
    main()
