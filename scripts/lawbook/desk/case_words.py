"""What is said of a case file that cannot be taken as it is, in the words of both languages."""

from __future__ import annotations

from lawbook.base.shared import Shared

NOT_A_CASE: Shared[str] = "不是案件文件；案件文件写有 case（案号）和 entries（经过）"
HEAD_NOT_TEXT: Shared[str] = "{head}应是文字"
BAD_NUMBER: Shared[str] = "案号“{number}”不能用；请写成 2026-001 这样的编号"
NO_ENTRIES: Shared[str] = "缺少 entries；每件文书、事项一项"
OTHER_FIRST: Shared[str] = "第一项是{act}；案件的第一项应是{first}，请补上"
PAPER_OR_EVENT: Shared[str] = "写 paper（文书）或者 event（事项），只写一个"
OTHER_PART: Shared[str] = "{part}的内容不写在 {other} 下；请写在 {own} 下"
NO_SUCH_WORD: Shared[str] = "没有{part}“{word}”；{nearest}"
SAID_NOT_MAP: Shared[str] = "said 下逐项写“名称: 内容”"
NO_SUCH_ITEM: Shared[str] = "{act}没有 {key} 这一项；可写：{can}"
ITEM_MISSING: Shared[str] = "{act}没有写“{label}”（{key}）"
NOT_OF_OPTIONS: Shared[str] = "“{label}”写的是“{text}”；可写：{options}"
NOT_A_DATE: Shared[str] = "“{label}”写的是“{text}”；应{written}"
UNKNOWN_CASE_KEY: Shared[str] = "不认识的键 {key}；可用的键：{keys}"
OPTIONAL: Shared[str] = "（可以不写）"
RECEIVED_LATER: Shared[str] = "{day} 晚于今天 {today}；请写实际收到的日期"
