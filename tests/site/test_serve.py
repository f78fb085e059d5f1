import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from lawbook.base.problem import Problem, ProblemsFound
from lawbook.site import build, serve


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_the_site_is_served_on_the_port_that_was_asked_for(root: Path) -> None:
    build.site(root)
    port = free_port()
    command = [sys.executable, "-m", "lawbook", "--root", str(root), "serve", "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            assert f"http://127.0.0.1:{port}/" in process.stdout.readline()
            page = fetched(f"http://127.0.0.1:{port}/")
            assert "人工智能科技伦理审查与服务指南" in page
            # The server's own script reloads the page; no policy could know it.
            assert "livereload(" in page
            assert "Content-Security-Policy" not in page
            assert "Content-Security-Policy" in (root / "site/index.html").read_text("utf-8")
        finally:
            process.terminate()


def fetched(address: str) -> str:
    for _ in range(50):
        try:
            with urllib.request.urlopen(address) as answer:
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"nothing answers at {address}")


def test_a_port_that_is_taken_is_one_clear_line(root: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = int(other.getsockname()[1])
        with pytest.raises(ProblemsFound, match=f"端口 {port} 不可用.*make serve PORT=8001"):
            serve.serve(root, port)


def test_a_fault_while_serving_is_shown_and_the_server_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def faulty(_: Path) -> bool:
        raise ProblemsFound([Problem("data/a.yml:3", "缺少 key；请补上")])

    monkeypatch.setattr(build, "site", faulty)
    serve._rebuild(tmp_path)
    assert capsys.readouterr().err == (
        "data/a.yml:3: 缺少 key；请补上\n以上问题改好并保存后，网站会自动重建。\n"
    )
