"""Serve the built site on this machine and rebuild it when an input changes."""

from __future__ import annotations

from pathlib import Path

import click
from mkdocs.livereload import LiveReloadServer

from lawbook.base.problem import Problem, ProblemsFound, reason
from lawbook.site import build, policy

WATCHED = ("data", "content", "templates", "scripts", "mkdocs.yml")
HOST = "127.0.0.1"


def serve(root: Path, port: int) -> None:
    """Serve ``site/`` on http://127.0.0.1:port until interrupted. Raises ProblemsFound."""
    server = _Server(lambda: _rebuild(root), HOST, port, str(root / "site"))
    for name in WATCHED:
        server.watch(str(root / name))
    click.echo(f"网站已在 http://{HOST}:{port}/ ，改动会自动重建；按 Ctrl+C 结束。")
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        server.shutdown(wait=False)
    except OSError as error:
        message = f"端口 {port} 不可用（{reason(error)}）；请换一个：make serve PORT=8001"
        raise ProblemsFound([Problem("", message)]) from error


class _Server(LiveReloadServer):
    """A server without MkDocs' script in each page, which no policy could know."""

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        free = policy.without_policy(content.decode())
        html: bytes = super()._inject_js_into_html(free.encode(), epoch)  # type: ignore[no-untyped-call]
        return html


def _rebuild(root: Path) -> None:
    """Rebuild; show faults and leave the last good site in place."""
    try:
        if build.site(root):
            click.echo("网站已重建。")
    except ProblemsFound as error:
        for problem in error.problems:
            click.secho(str(problem), fg="red", err=True)
        click.echo("以上问题改好并保存后，网站会自动重建。", err=True)
