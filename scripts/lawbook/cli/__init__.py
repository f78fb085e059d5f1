"""The command ``lawbook``: one file per command. Knows every room."""

from lawbook.cli.command import main

__all__ = ["main"]
