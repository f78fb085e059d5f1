"""The entrance for models, driven by the SDK's own client as a model's host drives it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from lawbook.cli.machine import Machine
from lawbook.library.library import Library

ASKED: dict[str, tuple[str, dict[str, Any]]] = {
    "spelt": ("cite", {"citation": "办法第16条"}),
    "worded": ("cite", {"citation": "第三条"}),
    "missing": ("cite", {"citation": "《网络安全法》第二十一条"}),
    "beyond": ("cite", {"citation": "2023年办法第八十八条"}),
    "text": ("citations", {"text": "《办法》第九十九条和《网络安全法》第二十一条"}),
    "found": ("find", {"words": "跟踪审查间隔"}),
    "nothing": ("find", {"words": "量子引力波望远镜"}),
    "start": ("route", {"answers": {}}),
    "dates": ("deadlines", {"trigger": "accepted", "date": "2026-12-01"}),
    "no-trigger": ("deadlines", {"trigger": "x", "date": "2026-12-01"}),
    "form": ("form_check", {"answers": "form: pilot-plan\nanswers: {city: 云澜市}\n"}),
    "no-form": ("form_check", {"answers": "form: x\n"}),
}


async def _ask(root: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    words = ["-m", "lawbook", "--root", str(root), "mcp"]
    server = StdioServerParameters(command=sys.executable, args=words, env=dict(os.environ))
    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        tools = {one.name: one for one in (await session.list_tools()).tools}
        said = {}
        for name, (tool, given) in ASKED.items():
            result = await session.call_tool(tool, given)
            assert not result.isError, result
            said[name] = json.loads(result.content[0].text)  # type: ignore[union-attr]
        return tools, said


def test_a_model_is_told_whose_words_they_are(root: Path) -> None:
    # A browser test before this one leaves its own loop running in this thread.
    with ThreadPoolExecutor(1) as apart:
        tools, said = apart.submit(asyncio.run, _ask(root)).result()
    assert set(tools) == {"find", "cite", "citations", "route", "deadlines", "form_check"}
    assert all(one.annotations and one.annotations.readOnlyHint for one in tools.values())

    first = said["spelt"]["found"][0]
    assert (first["citation"], first["authority"], first["text_held"]) == (
        "measures-2026/art-16",
        "官方原文",
        False,
    )
    assert first["checked_on"].startswith("2026-11-2")
    assert all(one["mark"] and one["checked_on"] for one in first["facts"])
    worded = said["worded"]["found"][0]
    assert worded["text_held"] and worded["mark"].startswith("据公开副本整理，未与官方文本核对")

    for name in ("missing", "beyond"):
        assert said[name]["held"] is False
        assert "不等于不存在" in said[name]["note"]
    assert (said["nothing"]["held"], said["nothing"]["found"]) == (False, [])

    verdicts = [(one["verdict"], one["must_change"]) for one in said["text"]["citations"]]
    assert verdicts == [("无此条", True), ("未收录，未核对", False)]
    assert "跟踪" in json.dumps(said["found"]["found"][0], ensure_ascii=False)

    assert said["start"]["question"]["answers"]
    assert said["start"]["question"]["mark"]
    decision = said["dates"]["deadlines"][0]
    assert decision["last_day"] == "2026-12-31"
    assert decision["basis"][0]["citation"] and decision["basis"][0]["checked_on"]
    assert "accepted" in said["no-trigger"]["known"]
    assert said["form"]["must_change"] > 5
    assert said["no-form"]["known"] == [
        "pilot-plan",
        "pilot-request",
        "pilot-summary",
        "pilot-tasks",
        "registration-activity",
        "registration-committee",
        "rereview-application",
        "rereview-opinion",
        "review-acceptance",
        "review-appeal",
        "review-application",
        "review-decision",
        "review-minutes",
        "review-opinion",
        "review-pledge",
        "review-refusal",
        "review-supplement",
        "review-tracking",
        "yearly-report",
    ]


def test_answers_in_json_are_checked_as_those_in_yaml(library: Library) -> None:
    machine = Machine(library)
    made = machine.form_check("form: pilot-plan\nanswers: {city: , place: 云澜市😀}\n")
    assert made["must_change"] > 5
    written = {"form": "pilot-plan", "answers": {"city": None, "place": "云澜市😀"}}
    assert machine.form_check(json.dumps(written)) == made
