"""``python -m lawbook`` is the command ``lawbook``."""

from lawbook.cli import main

main()
