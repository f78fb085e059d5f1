"""Hostile and damaged files: one clear line each, before anything is parsed."""

import io
import struct
import subprocess
import sys
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from lawbook.base.problem import ProblemsFound
from lawbook.word.read.body import opened
from lawbook.word.read.unpack import parsed, unpacked

PARTS = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"}


def package(**more: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {**PARTS, **more}.items():
            file.writestr(name, content)
    return made.getvalue()


def body(xml: str | bytes) -> bytes:
    return package(**{"word/document.xml": xml})


def refused(data: bytes) -> str:
    with pytest.raises(ProblemsFound) as found:
        package_ = unpacked(data, "方案.docx")
        for name in package_.members:
            package_.xml(name)
    (problem,) = found.value.problems
    assert problem.where == "方案.docx"
    return problem.message


def tags(count: int) -> str:
    """XML of that many elements inside one, which does not pack too well to be believed."""
    return "<w>" + "".join(f"<a n='{n}'/>" for n in range(count)) + "</w>"


def bzipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_BZIP2) as file:
        for name, content in PARTS.items():
            file.writestr(name, content)
    return made.getvalue()


def with_duplicate() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in (*PARTS, "word/document.xml"):
            if name in file.namelist():
                with pytest.warns(UserWarning):
                    file.writestr(name, "<other/>")
            else:
                file.writestr(name, PARTS[name])
    return made.getvalue()


def locked() -> bytes:
    data = bytearray(package())
    start = data.index(b"PK\x01\x02")
    data[start + 8] |= 1  # general purpose flags of the first entry of the directory
    return bytes(data)


def damaged() -> bytes:
    data = bytearray(package())
    place = data.index(b"word/document.xml") + len("word/document.xml")
    data[place] ^= 0xFF
    return bytes(data)


OLE = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
DTD = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>'
LAUGHS = '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w>&b;</w>'
CASES: dict[str, tuple[Callable[[], bytes], str]] = {
    "ole": (lambda: OLE, "内容是旧版 .doc 格式；请用 Word 或 WPS 另存为 .docx"),
    "password": (
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        "文件设有打开密码；请去掉密码后再提交",
    ),
    "truncated": (lambda: package()[:-40], "文件不完整（没有传完或已损坏）；请重新获取"),
    "damaged": (damaged, "文件已损坏，内容读不出来；请重新获取"),
    "empty": (lambda: b"", "文件是空的；请重新获取"),
    "text": ("方案".encode, "不是 Word 文件（.docx）；请核对文件"),
    "RTF under another name": (
        lambda: b"{\\rtf1 x}",
        "内容是 RTF 格式，不是 Word 文件；请用 Word 或 WPS 打开后另存为 .docx",
    ),
    "a page under another name": (
        "\ufeff <HTML>x</HTML>".encode,
        "内容是网页，不是 Word 文件；请用 Word 或 WPS 打开后另存为 .docx",
    ),
    "other zip": (
        lambda: package().replace(b"word/document.xml", b"word/dokument.xml"),
        "不是 Word 文件（缺少正文）；请核对文件",
    ),
    "duplicate": (with_duplicate, "文件内有重名的部分，无法确定以哪个为准；请重新另存为 .docx"),
    "parent folder": (
        lambda: package(**{"../../etc/cron.d/x": "x"}),
        "文件内有越界的路径 ../../etc/cron.d/x，已拒绝打开",
    ),
    "parent folder with backslash": (
        lambda: package(**{"..\\x": "x"}),
        "文件内有越界的路径 ..\\x，已拒绝打开",
    ),
    "absolute": (lambda: package(**{"/x": "x"}), "文件内有越界的路径 /x，已拒绝打开"),
    "locked": (locked, "文件内容已加密；请去掉密码后再提交"),
    "ratio": (
        lambda: package(**{"word/media/a.png": bytes(3 << 20)}),
        "文件内的 word/media/a.png 展开后异常大，已拒绝打开",
    ),
    "many parts": (
        lambda: package(**{f"word/{n}": "" for n in range(2001)}),
        "文件内含 2003 个部分，不是正常的 Word 文件",
    ),
    "more XML than a form has": (
        lambda: package(**{f"word/{n}.xml": bytes(1 << 20) for n in range(33)}),
        "文件展开后超过 32 MB，已拒绝打开",
    ),
    "more tags than a form has": (
        lambda: body(tags(200_000)),
        "文件内容异常多，不是填写好的表单；已拒绝打开",
    ),
    "packed as Word never packs": (bzipped, "文件的压缩方式不是 Word 所用的；请重新另存为 .docx"),
    "external entity": (
        lambda: body(DTD),
        "文件内有文档类型声明（DTD），已拒绝打开；请重新另存为 .docx",
    ),
    "entity bomb in UTF-16": (
        lambda: body(LAUGHS.encode("utf-16")),
        "文件内有文档类型声明（DTD），已拒绝打开；请重新另存为 .docx",
    ),
    "other encoding": (
        lambda: body("<w>方</w>".encode("gb18030")),
        "文件内容的编码不是 UTF-8；请重新另存为 .docx",
    ),
    "deep nesting": (
        lambda: body("<w>" * 20000 + "</w>" * 20000),
        "表格或其他内容一层套一层太多，不能读取；请把套在里面的表格改成文字后另存为 .docx",
    ),
    "no XML": (lambda: body("<w>"), "文件内容不是有效的 XML；请重新获取或另存"),
}


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_is_not_sound_is_refused_with_one_line(name: str) -> None:
    make, message = CASES[name]
    assert refused(make()) == message


@pytest.mark.parametrize("name", CASES)
def test_the_commands_say_the_same_and_leave_with_2(
    name: str, tmp_path: Path, run: Callable[..., Result]
) -> None:
    make, message = CASES[name]
    bad = tmp_path / "方案.docx"
    bad.write_bytes(make())
    for command in ("read", "check"):
        done = run("form", command, bad)
        assert (done.exit_code, done.stderr) == (2, f"{bad}: {message}\n"), command


def test_a_member_that_lies_about_its_size_is_never_unpacked_whole() -> None:
    data = bytearray(package(**{"word/document.xml": "<w>" + "长" * (8 << 20) + "</w>"}))
    start = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, start + 24, 1000)
    found = unpacked(bytes(data), "x")
    tracemalloc.start()
    with pytest.raises(ProblemsFound, match="文件已损坏"):
        found.read("word/document.xml")
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 1 << 20


def test_a_package_with_a_name_that_is_no_text_is_refused() -> None:
    data = package(**{"word/é.xml": "x"})
    assert refused(data.replace("é".encode(), b"\xff\xff")) == (
        "文件不完整（没有传完或已损坏）；请重新获取"
    )


def test_a_file_larger_than_a_form_is_refused() -> None:
    assert refused(bytes((64 << 20) + 1)) == "文件超过 64 MB，不是 Word 文件；请核对文件"


def test_a_text_may_be_200_elements_deep_and_no_deeper() -> None:
    assert parsed(b"<w>" * 200 + b"</w>" * 200, "x").tag == "w"
    with pytest.raises(ProblemsFound, match="一层套一层太多"):
        parsed(b"<w>" * 201 + b"</w>" * 201, "x")


def test_a_long_text_is_read_whole() -> None:
    assert len(parsed(b"<w>" + b"a" * 10_000_001 + b"</w>", "x").text) == 10_000_001


def test_an_empty_document_is_refused() -> None:
    with pytest.raises(ProblemsFound, match="不是有效的 XML"):
        opened(unpacked(package(**{"word/document.xml": ""}), "x"))


def test_a_declared_size_that_is_false_is_found(tmp_path: Path) -> None:
    data = bytearray(package(**{"word/document.xml": "<w>" + "很长" * 9999 + "</w>"}))
    start = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, start + 24, 100)  # the size it would have unpacked
    assert refused(bytes(data)) == "文件已损坏，内容读不出来；请重新获取"


class Zeros:
    """Packs a megabyte of zeros as often as it is asked; the packing itself is done once."""

    def __init__(self) -> None:
        packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS)
        # What was flushed in full says nothing of what stands before it, so it can be repeated.
        self._packed = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
        self._end = packer.flush()

    def compress(self, data: bytes) -> bytes:
        assert data == bytes(1 << 20)
        return self._packed

    def flush(self) -> bytes:
        return self._end


def bomb(path: Path) -> None:
    """A .docx of five megabytes whose document unpacks to one gigabyte."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("word/document.xml", "w", force_zip64=True) as document,
    ):
        document._compressor = Zeros()  # type: ignore[attr-defined]
        for _ in range(1024):
            document.write(bytes(1 << 20))


def test_a_bomb_of_one_gigabyte_is_refused_at_once_and_in_little_room(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    bomb(path)
    program = """
import resource, sys, time
from pathlib import Path
from lawbook.base.problem import ProblemsFound
from lawbook.word.read.unpack import unpacked

def most():  # KB; ru_maxrss would count what the test runner held before this program began
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(x.split()[1] for x in status.read_text().splitlines() if x.startswith("VmHWM"))

start = time.process_time()
try:
    unpacked(Path(sys.argv[1]).read_bytes(), "x")
except ProblemsFound as found:
    print(time.process_time() - start, most(), found)
"""
    command = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    seconds, kilobytes, message = done.stdout.split(" ", 2)
    assert "展开后异常大" in message
    assert float(seconds) < 0.5
    assert int(kilobytes) < 150 * 1024


def test_a_sound_part_is_read_whatever_its_encoding() -> None:
    for data in (
        "<?xml version='1.0'?><w>方</w>".encode("utf-16"),
        b"\xef\xbb\xbf<w>\xe6\x96\xb9</w>",
    ):
        assert parsed(data, "x").text == "方"
