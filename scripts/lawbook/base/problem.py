"""A fault in the data or in what a person typed: where it is, and what to write instead."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One fault, one line.

    ``where`` is ``file:line`` for data and the visible label for answers in a form.

    >>> print(Problem("data/forms/plan.yml:3", "缺少 basis；请写出依据的条款"))
    data/forms/plan.yml:3: 缺少 basis；请写出依据的条款
    """

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file and line (line 9 before line 10).

    >>> [p.where for p in in_order([Problem("a.yml:10", "x"), Problem("a.yml:9", "x")])]
    ['a.yml:9', 'a.yml:10']
    """
    return tuple(sorted(set(problems), key=lambda problem: _natural(str(problem))))


def _natural(text: str) -> list[tuple[int, str]]:
    return [(int(part) if part.isdigit() else -1, part) for part in re.split(r"([0-9]+)", text)]


class ProblemsFound(Exception):  # noqa: N818 - it reads as what happened
    """Bad data, with all its problems at once; a bug raises another exception.

    ``is_finding``: the input can be used, but something in it has to be changed first.
    """

    is_finding = False
    says_how_many = False  # its first line does

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[ProblemsFound], tuple[tuple[Problem, ...]]]:
        """Let pickle rebuild the error from its problems when it comes from another process."""
        return type(self), (self.problems,)


class DiskFull(ProblemsFound):
    """The disk is full: whatever is still to be written would fail as well."""


DISK_IS_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EFBIG: "文件太大",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "没有这个文件或者文件夹",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "这里是文件夹",
    errno.EEXIST: "这里已有同名的文件",
    errno.ENAMETOOLONG: "名称太长",
    errno.ELOOP: "链接绕成了圈",
    errno.EIO: "磁盘读写出错",
    errno.EINVAL: "名称或者操作不被系统接受",
    errno.EBUSY: "文件正被别的程序使用",
    errno.EMFILE: "打开的文件太多",
    errno.ENOMEM: "内存不足",
    errno.EADDRINUSE: "已经被占用",
}


def reason(error: OSError) -> str:
    """Return why the system refused, in Chinese for the common reasons.

    >>> reason(OSError(errno.ENOSPC, "No space left on device"))
    '磁盘已满'
    """
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


def usual(error: OSError) -> bool:
    """Return whether the error is about the machine (see ``reason``) rather than a bug."""
    return error.errno in _REASONS
