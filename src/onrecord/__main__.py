"""`python -m onrecord` is `onrecord`."""

from onrecord.interfaces.cli import main

if __name__ == "__main__":
    main()
