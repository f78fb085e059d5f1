"""``lawbook mcp``: the guide as tools for a model over standard input and output, read only."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.checks.across import checked
from lawbook.cli.machine import Machine
from lawbook.cli.reporting import UNUSABLE, in_project

if TYPE_CHECKING:
    from mcp.server.fastmcp import FastMCP

INSTRUCTIONS = (
    "人工智能科技伦理审查与服务指南：中国人工智能科技伦理审查规定的条文、事实、期限、表单。\n"
    "每个回答都带条款（citation）、效力（authority）、把握程度（mark）和核对日期（checked_on），"
    "引用时请一并写明。\n"
    "text_held 为 false 表示未收录原文，只有事实；未收录不等于不存在。"
    "不要补写条号和引文；写完后用 citations 核对。"
)
# Methods of Machine, whose signatures are the tools' own, and what each does.
TOOLS = {
    "find": "按问题或关键词找条款，最多十处。",
    "cite": "读一处条款；平常的写法都可以，如“办法第16条”。",
    "citations": "核对一段文字里的全部引用：有没有这一条，引文对不对。",
    "route": "要不要审（自测）：给出已有的答案，得到下一个问题或者结果。",
    "deadlines": "从起算事项（如 accepted）和日期（如 2026-12-01）算出各项期限。",
    "form_check": "检查一份表单的答案（YAML 或 JSON 文字）。",
}


@click.command()
@in_project(UNUSABLE)
def mcp(root: Path) -> None:
    """供大模型使用的入口（MCP，标准输入输出，只读，不联网）。

    工具：find、cite、citations、route、deadlines、form_check。需要另装：pip install "lawbook[mcp]"
    """
    server(Machine(checked(root))).run("stdio")


def server(machine: Machine) -> FastMCP:
    """Return the server with a project's tools. Raises ProblemsFound if the SDK is missing."""
    try:
        from mcp.server.fastmcp import FastMCP
        from mcp.types import ToolAnnotations
    except ImportError as error:
        message = '没有安装 MCP 的软件；请运行 pip install "lawbook[mcp]"'
        raise ProblemsFound([Problem("", message)]) from error
    tools = FastMCP("lawbook", instructions=INSTRUCTIONS, log_level="WARNING")
    safe = ToolAnnotations(readOnlyHint=True, openWorldHint=False)
    for name, description in TOOLS.items():
        tools.add_tool(getattr(machine, name), name, description=description, annotations=safe)
    return tools
