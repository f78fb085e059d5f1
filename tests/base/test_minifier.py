"""Modules become one script, which is shorter and does the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from lawbook.base import minifier, yaml_reader
from lawbook.base.minifier import bundled, shortened
from lawbook.base.problem import ProblemsFound


def made(tmp_path: Path, text: str, *, name: str = "x.js") -> str:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return bundled({name: tmp_path / name})[name]


def test_a_script_keeps_its_texts_and_its_properties(tmp_path: Path) -> None:
    script = """
// why
/** what it gives */
const inside = (sign) => sign?.first ?? '第//条';
window.asked = inside;
"""
    text = made(tmp_path, script)
    for kept in (".first", '"第//条"', "window.asked="):
        assert kept in text
    for gone in ("why", "gives", "inside", "sign", "\n  "):
        assert gone not in text


def test_what_the_oldest_browsers_do_not_know_is_written_out(tmp_path: Path) -> None:
    assert minifier.target() == "chrome86,firefox115,safari15.4"
    assert "static{" not in made(tmp_path, "class A { static { say(1); } }\nsay(A);\n")


def test_a_style_keeps_its_order(tmp_path: Path) -> None:
    text = made(tmp_path, "/* why */\nb {\n  top: 1px;\n}\na {\n  top: 0;\n}\n", name="x.css")
    assert text == "b{top:1px}a{top:0}\n"


def test_what_cannot_be_read_is_one_line_for_each_fault(tmp_path: Path) -> None:
    (tmp_path / "y.js").write_text("const 一 = ;\n", encoding="utf-8")
    with pytest.raises(ProblemsFound) as found:
        made(tmp_path, 'import "./y.js";\nimport "./gone.js";\n')
    lines = sorted(str(one) for one in found.value.problems)
    assert [line.partition(": ")[2] for line in lines] == [
        '不能合并：Could not resolve "./gone.js"',
        '不能合并：Unexpected ";"',
    ]
    assert "x.js:2" in lines[0]
    assert "y.js:1" in lines[1]


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(minifier, "PROGRAM", tmp_path / "esbuild")
    with pytest.raises(ProblemsFound, match="还没有安装 esbuild；请运行 make site"):
        made(tmp_path, "let never_seen_before;")


def test_names_become_shorter_and_texts_stay() -> None:
    nested = "(() => { say((outer) => outer.first, (a) => (b) => [a, b, `第\\n条</`]); })();"
    assert shortened({"x.js": nested}) == {"x.js": "say(e=>e.first,e=>t=>[e,t,`第\n条</`]);\n"}


def test_what_cannot_be_shortened_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ProblemsFound, match=r"y\.js: 不能缩短：Unexpected token"):
        shortened({"x.js": "let seen;", "y.js": "let = ;"})
    monkeypatch.setattr(minifier, "PROGRAM", Path("/nowhere/node_modules/.bin/esbuild"))
    with pytest.raises(ProblemsFound, match="还没有安装 oxc-minify；请运行 make site"):
        shortened({"x.js": "let seen;"})


def test_another_version_of_the_reader_of_yaml_is_named_with_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "package.json").write_text('{"version": "9.1.0"}', encoding="utf-8")
    usual = yaml_reader.PACKAGE.read_text(encoding="utf-8")
    file = tmp_path / "dist/js-yaml.mjs"
    monkeypatch.setattr(yaml_reader, "PACKAGE", file)

    def told(text: str) -> list[str]:
        file.write_text(text, encoding="utf-8")
        with pytest.raises(ProblemsFound) as caught:
            yaml_reader.module()
        return [str(problem) for problem in caught.value.problems]

    advice = "请装回 package.json 中的版本（npm ci），或者照新版改写 base/yaml_reader.py"
    assert told(
        usual.replace("if (hadWhitespace && state.input", "if (hadBlank && state.input")
    ) == [f"js-yaml 9.1.0: 应当恰有一处的“if (hadWhitespace && state.input”有 0 处；{advice}"]
    assert told(usual.replace("#region src/parser/events.ts", "#region src/events.ts")) == [
        f"js-yaml 9.1.0: 没有 parser/events 这一部分；{advice}"
    ]
