"""The command ``lawbook``: one file per command.

Knows ``site`` and what lies below it.
"""

from lawbook.cli.command import main

__all__ = ["main"]
