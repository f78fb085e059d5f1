# The only door to the project. `make help` lists what it does.
PORT   ?= 8000
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
NODE   := node_modules/.ready
CHECKS := node_modules/.checks

# Modules and tests are compiled once, not by each of the programs that start, whatever the machine says.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help serve site bundle check test test-deep test-parts bench bench-build bench-lighthouse bench-search zensical pictures schemas lock clean

help: ## 列出所有命令
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | awk -F'\t' '{printf "  make %-12s %s\n", $$1, $$2}'

serve: $(READY) $(NODE) ## 建好环境，检查数据，生成网站，在 http://127.0.0.1:8000 打开（PORT=… 可换端口），改动后自动重建
	@$(BIN)/lawbook serve --port $(PORT)

site: $(READY) $(NODE) ## 与 serve 相同，只生成 site/，不打开
	@$(BIN)/lawbook site

bundle: $(READY) $(NODE) ## 离线版：整个网站一个 .zip（build/），解压后不联网也能用
	@$(BIN)/lawbook bundle

zensical: $(READY) $(NODE) ## 用下一代引擎 Zensical 从同一份 mkdocs.yml 生成网站（build/zensical/site），供比较
	@$(BIN)/lawbook zensical

check: $(READY) ## 只检查数据，一次列出所有问题
	@$(BIN)/lawbook check

# Both print at the end, under the count, how long they took and how much processor time.
PYTEST := $(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

test: $(READY) test-parts $(NODE) ## 安装测试所需的软件，检查一般改动可能弄坏的一切：代码、数据、Word、浏览器（8 分钟以内）
	@$(BIN)/python tests/timed.py "make test" -- $(BIN)/ruff check . -- $(BIN)/ruff format --check . -- \
	  $(BIN)/mypy -- $(BIN)/lint-imports --no-cache -- $(BIN)/python scripts/page_lint.py -- $(BIN)/lawbook site -- $(PYTEST) -m "not deep"

test-deep: $(READY) test-parts $(NODE) ## 其余的测试：每一个页面、LibreOffice 往返、Lighthouse、下一代引擎、长时间随机测试
	@$(BIN)/python tests/timed.py "make test-deep" -- $(BIN)/lawbook site -- $(PYTEST) -m deep

test-parts: $(READY) $(CHECKS)
	@$(BIN)/python scripts/require_test_parts.py

bench: $(READY) $(NODE) ## 打印用时，与同类做法在同一次运行中比较
	@$(BIN)/python tests/bench/check_speed.py
	@$(BIN)/python tests/bench/check_word_speed.py
	@$(BIN)/python tests/bench/check_form_speed.py
	@$(BIN)/python tests/bench/check_readback_speed.py
	@$(BIN)/python tests/bench/check_citations.py

bench-build: $(READY) $(NODE) ## 打印生成网站的用时：与单用 MkDocs 相比，改一条之后，条文增至 10 倍、100 倍（约 10 分钟）
	@$(BIN)/python tests/bench/check_build.py

pictures: $(READY) test-parts $(NODE) ## 把各份 Word 文件逐页画成图片，每份另有联系表（build/pictures），供人查看
	@$(BIN)/lawbook site
	@$(BIN)/python scripts/pictures.py

bench-search: $(READY) test-parts $(NODE) ## 打印搜索的查全率、字节数和用时，与主题自带的搜索和 Pagefind 在同一次运行中比较
	@$(BIN)/lawbook site
	@$(BIN)/python tests/bench/search/check_search.py

bench-lighthouse: $(READY) test-parts $(NODE) ## 打印 Lighthouse（移动端）在首页、条文、指引、工具上的得分，性能取五次的中位数
	@$(BIN)/lawbook site
	@$(BIN)/python tests/bench/check_lighthouse.py

schemas: $(READY) ## 更新供编辑器使用的 JSON Schema
	@$(BIN)/lawbook schemas

lock: $(READY) ## 更新 requirements.lock（需要另装 uv）
	uv pip compile --universal --python-version 3.11 --generate-hashes --extra mcp --extra test \
	  pyproject.toml -o requirements.lock --custom-compile-command "make lock"

clean: ## 删去生成的文件（保留环境）
	rm -rf build site

# The environment is made anew when what it holds changes; the project itself stands in it editable.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "需要 Python 3.11 或更新版本；可用 make PYTHON=python3.12 指定。" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "正在安装 requirements.lock 中的软件……"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(NODE): package.json package-lock.json $(READY)
	@$(BIN)/python scripts/npm_ci.py --omit=dev
	@touch $@

# What only tests need: Microsoft's validator for Word files, axe, Lighthouse, a search engine to compare.
$(CHECKS): package.json package-lock.json $(READY)
	@$(BIN)/python scripts/npm_ci.py
	@touch $(NODE) $@
