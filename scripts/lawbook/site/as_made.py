"""Feed pages to MkDocs while they are made, and check them while it writes them.

A plugin for MkDocs that only our build adds: MkDocs' output is the same without it.
"""

from __future__ import annotations

import logging
from multiprocessing.connection import Connection

from jinja2 import Environment
from markdown import Extension, Markdown  # type: ignore[import-untyped]
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from lawbook.site import policy


class AsMade(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Reads pages in the order in which they come, and says of each when it was written.

    Over the line come the paths of all pages in that order, then each once it is there, at last
    the word ``every`` in the place of all that have not come.
    """

    def __init__(self, line: Connection, every: str) -> None:
        self.line, self.every = line, every
        self.paths: tuple[str, ...] = line.recv()
        self.ready: set[str] = set()
        self.usual: list[File] = []
        self.written = ""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Skip MkDocs' check of anchors: it is done once, on the built site (``sitecheck``)."""
        config.validation.links.anchors = logging.DEBUG
        config.markdown_extensions.append(_Unsought())
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:  # noqa: ARG002 - MkDocs' names
        """Return the files in the order in which they will come."""
        self.usual = list(files)
        last = len(self.paths)
        order = {path: number for number, path in enumerate(self.paths)}
        return Files(sorted(files, key=lambda file: order.get(file.src_uri, last)))

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> None:  # noqa: ARG002
        """Wait until a page is there; MkDocs then reads it."""
        while not self.ready & {page.file.src_uri, self.every}:
            self.ready.add(self.line.recv())

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Restore the usual order of files once everything is read.

        Templates do not change meanwhile, so they are not looked up for each part of each page.
        """
        env.auto_reload = False
        for file in self.usual:
            files.remove(file)
            files.append(file)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Return the page with its policy; report that the page before it was written.

        Before the first page it sends an empty name: by then MkDocs has emptied the folder.
        """
        self.line.send(self.written)
        self.written = page.file.dest_uri
        return policy.ensured(output, page.file.dest_uri)


class _Unsought(Extension):  # type: ignore[misc]
    """Spares each page a reading of its HTML, an eighth of its work: MkDocs seeks anchors there.

    It does so at priority 21, where the lines are away.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Take the lines away before, and bring them back afterwards."""
        away: list[str] = []
        md.preprocessors.register(_Changing([], away), "lines away", 21.5)
        md.preprocessors.register(_Changing(away, []), "lines back", 20.5)


class _Changing(Preprocessor):  # type: ignore[misc]
    """Gives other lines for those that come, which are kept in ``kept``."""

    def __init__(self, given: list[str], kept: list[str]) -> None:
        super().__init__()
        self.given, self.kept = given, kept

    def run(self, lines: list[str]) -> list[str]:
        """The other lines."""
        self.kept[:] = lines
        return self.given
