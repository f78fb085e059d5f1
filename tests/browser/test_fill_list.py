"""The list of risks as a workbook: columns from the form's data, rows as they were typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling import opened, step, told
from playwright.sync_api import Page, expect
from takeaway import complaints, taken, workbook

HEAD = ["风险", "可能性", "措施", "责任人", "时间"]
BUTTON = "下载这张表（Excel）"


@pytest.mark.deep
def test_the_list_of_risks_is_taken_away_as_a_workbook(
    page: Page, root: Path, tmp_path: Path
) -> None:
    opened(page)
    step(page, "risk_list")
    name, empty = taken(page, BUTTON)
    assert name == "人工智能科技伦理审查申请书-风险清单.xlsx"
    assert workbook(empty, tmp_path)[0] == HEAD
    written = ["误导老人", "中", "=1+1，<提示>\n人工复核", "甄样例", "上线前"]
    for key, text in zip(("risk", "likelihood", "measure", "person", "time"), written, strict=True):
        page.locator(f"#field-risks [data-column={key}]").fill(text)
    name, data = taken(page, BUTTON)
    expect(told(page)).to_contain_text(f"已生成 {name}。")
    assert complaints(data, root, tmp_path) == []
    assert workbook(data, tmp_path) == [HEAD, written]
