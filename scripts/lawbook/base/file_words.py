"""What is said of a YAML file that cannot be read; both languages say it."""

from __future__ import annotations

from lawbook.base.shared import Shared

BAD_CHARACTERS: Shared[str] = "含有 YAML 不允许的字符；请删除控制字符"
RARE_BREAK: Shared[str] = "含有少见的换行符；请删去后另起一行"
EMPTY_FILE: Shared[str] = "文件是空的；请写入内容"
NO_ALIASES: Shared[str] = "不使用锚点和别名（& 和 *）；请直接写出内容"
KEYS_ARE_TEXT: Shared[str] = "键只能是文字；请改写这一行"
KEY_TWICE: Shared[str] = "键 {key} 与第 {line} 行重复；请只保留一个"
