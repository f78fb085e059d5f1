"""The command ``lawbook`` and its subcommands."""

from __future__ import annotations

import atexit
import gc
from pathlib import Path

import click

from lawbook.cli.case import case_group
from lawbook.cli.citations import citations
from lawbook.cli.deadlines import deadlines
from lawbook.cli.destination import FORCE, STDOUT, Destination, keep_apart
from lawbook.cli.form import form
from lawbook.cli.mcp import mcp
from lawbook.cli.obligations import obligations
from lawbook.cli.reporting import FINDINGS, UNUSABLE, in_project
from lawbook.cli.rules import impact_command, route
from lawbook.cli.texts import compare, facts, import_text

# Allocations between garbage collections: rules and texts are many, and hold no cycles.
SELDOM = 50_000


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="项目所在文件夹（默认从当前文件夹向上寻找）。",
)
@click.version_option(package_name="lawbook", message="%(version)s")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """人工智能科技伦理审查与服务指南：检查数据，生成网站和 Word 文件。"""
    context.obj = root or Path.cwd()
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)  # no need to collect garbage at exit


@main.command()
@in_project(FINDINGS)
def check(root: Path) -> None:
    """检查全部数据和手写页面，一次列出所有问题。"""
    from lawbook.site import build

    library = build.check(root)
    documents, books = len(library.documents), len(library.books)
    click.echo(f"数据无误：条文 {documents} 份，事实 {len(library.facts)} 条（{books} 组）。")


@main.command()
@click.argument("citation")
@in_project(UNUSABLE)
def cite(root: Path, citation: str) -> None:
    """显示一处条款：规范写法、网页、来源效力和内容；平常的写法都可以。

    例：lawbook cite 第十六条；lawbook cite 征求意见稿第12条第1款第（一）项
    """
    from lawbook.library.citing import shown
    from lawbook.library.loading import load

    click.echo(shown(load(root), citation))


@main.command()
@in_project(FINDINGS)
def pages(root: Path) -> None:
    """检查数据并生成网页源文件和 Word 文件（build/pages）。"""
    from lawbook.site.build import generate

    generate(root)


@main.command()
@in_project(FINDINGS)
def site(root: Path) -> None:
    """生成网站（site/）；没有改动时不重做。"""
    from lawbook.site.build import site as build_site

    built = build_site(root)
    click.echo("网站已生成：site/" if built else "没有改动，网站已是最新。")


@main.command()
@in_project(FINDINGS)
def bundle(root: Path) -> None:
    """生成离线版：整个网站一个压缩包，解压后不联网也能用（build/）。"""
    from lawbook.library.loading import load
    from lawbook.site import build
    from lawbook.site import offline_zip as made

    build.site(root)
    checked = load(root).newest_check
    target = root / "build" / made.name(checked)
    made.bundle(root / "site", target, checked, build.today())
    click.echo(f"离线版已生成：{target.relative_to(root)}（{target.stat().st_size / 1e6:.1f} MB）")


@main.command()
@in_project(FINDINGS)
def zensical(root: Path) -> None:
    """用下一代引擎 Zensical 从同一份 mkdocs.yml 生成网站（build/zensical/site），供比较。"""
    from lawbook.site.next_engine import built_by_next

    built = built_by_next(root, root / "build" / "zensical")
    click.echo(f"网站已由 Zensical 生成：{built.relative_to(root)}")


@main.command()
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@in_project(FINDINGS)
def serve(root: Path, port: int) -> None:
    """生成网站并在本机打开，改动后自动重建。"""
    from lawbook.site.build import site as build_site
    from lawbook.site.serve import serve as serve_site

    build_site(root)
    serve_site(root, port)


@main.command()
@click.argument("name")
@click.option("-o", "--output", "destination", required=True, type=click.Path(path_type=Path))
@FORCE
@in_project(UNUSABLE)
def compendium(root: Path, name: str, destination: Path, *, force: bool) -> None:
    """汇编：把一份文件或者全部指引（guides）做成一个 Word 文件。

    例：lawbook compendium measures-2025-draft -o 征求意见稿.docx
    """
    from lawbook.base import output
    from lawbook.library.loading import load
    from lawbook.site import build
    from lawbook.word.compendium import compendium as made

    target = Destination(destination, ".docx").of(f"{name}.docx")
    keep_apart([(name, target)], [], force=force)
    build.site(root)
    data = made(load(root), root / "site", name)
    if target == STDOUT:
        click.echo(data, nl=False)
        return
    output.write(target, data)
    click.echo(f"已生成 {target}", err=True)


@main.command()
@in_project(FINDINGS)
def schemas(root: Path) -> None:
    """更新由代码生成的文件：供编辑器使用的 JSON Schema（data/schemas），网页脚本共用的字词。"""
    from lawbook.export import schemas as made
    from lawbook.site import shared_words

    made.write(root / "data" / "schemas")
    shared_words.write(root)


main.add_command(form)
_FURTHER = (
    case_group,
    citations,
    route,
    deadlines,
    obligations,
    impact_command,
    import_text,
    compare,
    facts,
    mcp,
)
for command in _FURTHER:
    main.add_command(command)
