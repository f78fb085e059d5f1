"""The command ``lawbook``: a file for each command, or for a few that belong together.

Knows ``site`` and what lies below it.
"""

from lawbook.cli.command import main

__all__ = ["main"]
