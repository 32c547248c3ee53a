# `make help` lists what can be done here. Whatever needs more than a line is a script in Scripts/.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run demo test lint ci test-postgres test-plans test-browser test-peers check-reliability bench measure-reading models golden \
  screenshots docs clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Build the desk and open it on http://127.0.0.1:8080, its data in ./data
	@Scripts/prepare build
	@Scripts/build-release
	@exec "$$(Scripts/built-program release)" serve

demo: ## The same, with a desk that already lives: invented people write, answer and react
	@Scripts/prepare build
	@Scripts/build-release
	@exec "$$(Scripts/built-program release)" demo

test: ## Every test: in the browser, with real servers, then all others, PostgreSQL's included
	@Scripts/prepare build test
	swift build --build-tests
	Scripts/test-browser
	Scripts/test-peers
	Scripts/with-postgres swift test --skip-build --parallel --experimental-maximum-parallelization-width 2

lint: ## Format, names, sizes, who may import whom
	@Scripts/prepare lint
	Scripts/check-format
	Scripts/check-imports
	Scripts/check-house

ci: lint test ## What has to be green before anything lands

test-postgres: ## The tests that need PostgreSQL, on a server made for them
	@Scripts/prepare build test
	Scripts/with-postgres swift test --filter 'Postgres|Store'

test-plans: ## How the database answers each list of a large desk (HEED_PLAN_POSTS=1000000 for a larger one)
	@Scripts/prepare build test
	HEED_PLAN_POSTS="$${HEED_PLAN_POSTS:-100000}" Scripts/with-postgres swift test --filter 'Plan'

test-browser: ## The tests in a browser alone
	@Scripts/prepare build test
	swift build --product heed
	swift build --product mastodon-double
	swift build --product mail-double
	swift build --product bluesky-double
	swift build --product place-double
	Scripts/test-browser

test-peers: ## What the desk writes on real servers, read by other libraries
	@Scripts/prepare build test
	swift build --product bluesky-double
	Scripts/test-peers

check-reliability: ## The checks of Docs/reliability.md that take minutes (all: Scripts/check-reliability full)
	@Scripts/prepare build test
	HEED_RELIABILITY=full HEED_TEST_SEEDS=100 Scripts/with-postgres \
	  swift test --filter 'Reliability|Gapless|Weave|Conformance'
	swift build --product heed
	Scripts/check-reliability small

bench: ## How fast the desk hears and answers, on both databases (HEED_BENCH_POSTS=1000000 for a large desk)
	@Scripts/prepare build test
	@Scripts/build-release
	HEED_PROGRAM="$$(Scripts/built-program release)" HEED_POSTGRES_DURABLE=1 \
	  Scripts/with-postgres python3 Benchmarks/desk/bench.py ingest
	HEED_PROGRAM="$$(Scripts/built-program release)" HEED_POSTGRES_DURABLE=1 \
	  Scripts/with-postgres python3 Benchmarks/desk/bench.py search --posts "$${HEED_BENCH_POSTS:-100000}"
	HEED_PROGRAM="$$(Scripts/built-program release)" HEED_POSTGRES_DURABLE=1 \
	  Scripts/with-postgres python3 Benchmarks/desk/bench.py pages --posts "$${HEED_BENCH_POSTS:-100000}"

measure-reading: ## How right language, tone, kind and likeness are read, and how fast; writes Docs/reading.md
	@Scripts/prepare build
	swift build -c release --product measure-reading
	@"$$(swift build -c release --show-bin-path)/measure-reading" Docs/reading.md
	HEED_LIKENESS_PAGE="$$PWD/Docs/reading.md" swift test --filter LikenessMeasure

models: ## Make the models of reading anew from ../shared/corpora (hours; needs Python; Scripts/reading/make-models quick tries all steps)
	Scripts/reading/make-models

golden: ## Write the pages that tests compare with anew; read the difference before you keep it
	@Scripts/prepare build
	HEED_REWRITE_GOLDEN=1 swift test --filter 'Golden'

screenshots: ## Every page of the storybook, wide and phone, light and dark, into ./screenshots
	@Scripts/prepare build test
	swift build --product heed
	Scripts/screenshots screenshots

docs: ## Check that the documents say what is there
	@Scripts/prepare build
	swift test --filter 'DocsTests'

clean: ## Remove what was built; the desk's data stay
	rm -rf .build .venv .venv-peers screenshots
