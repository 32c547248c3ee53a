"""The desk's benches. `make bench` runs them; Docs/performance.md says what they reached.

    bench.py ingest [--posts 40000] [--databases sqlite,postgres]
    bench.py search [--posts 100000] [--folder FOLDER] [--databases sqlite,postgres]
    bench.py pages  [--posts 100000] [--folder FOLDER] [--databases sqlite,postgres]
    bench.py person [--posts 10000] [--databases sqlite,postgres]
    bench.py said   [--posts 1000000] [--databases sqlite,postgres]

A folder that is named is kept, and a desk that stands in it is used as it is.
"""

import argparse
import os
import pathlib
import tempfile

import desks
import ingest
import pages
import person
import said
import searches

KINDS = {"sqlite": desks.SQLite, "postgres": desks.Postgres}


def seed(desk, folder, posts, words_done):
    """A desk that has heard so much over a year, and that a team worked on."""
    mark = pathlib.Path(folder, f"seeded-{desk.name}")
    if mark.exists():
        return
    told = desks.heed(desk, "bench-hear", "--posts", posts, "--days", 365)
    print(
        f"{desk.name}: {told['posts']} posts seeded in {told['wall']:.0f} s, "
        f"{told['posts'] / told['wall']:,.0f}/s", flush=True)
    desks.heed(desk, "bench-work", "--posts", posts)
    desk.settle()
    mark.touch()


def run(arguments, folder):
    kinds = [KINDS[name] for name in arguments.databases.split(",")]
    if arguments.what == "ingest":
        cost = ingest.telling(min(arguments.posts, 20_000))
        print(f"The crowd itself: {cost * 1e6:.0f} µs a post, its HTML read", flush=True)
        for kind in kinds:
            desk = kind(folder)
            ingest.ingest(desk, arguments.posts // 4)
            ingest.ingest(desk, arguments.posts // 4 + arguments.posts)
        return []
    if arguments.what == "person":
        return [
            name for kind in kinds for name in person.look(
                kind(folder), folder, arguments.port, arguments.posts, arguments.count)]
    if arguments.what == "said":
        return [
            name for kind in kinds for name in said.look(
                kind(folder), folder, arguments.port, arguments.posts, max(arguments.count, 1_000))]
    slow = []
    words = desks.words()
    for kind in kinds:
        desk = kind(folder)
        seed(desk, folder, arguments.posts, words)
        if arguments.what == "search":
            slow += searches.look(desk, min(arguments.count, 100))
            continue
        for per_second in [int(pace) for pace in arguments.paces.split(",")]:
            slow += pages.look(
                desk, arguments.port, words, arguments.count, per_second=per_second,
                posts=100_000_000, only=arguments.only)
    return slow


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["ingest", "search", "pages", "person", "said"])
    parser.add_argument("--posts", type=int)
    parser.add_argument("--folder")
    parser.add_argument("--databases", default="sqlite,postgres")
    parser.add_argument("--port", type=int, default=18_080)
    parser.add_argument("--count", type=int, default=200, help="times that each page is asked for")
    parser.add_argument("--paces", default="0,200", help="posts a second that come in meanwhile")
    parser.add_argument("--only", help="pages whose name holds this")
    arguments = parser.parse_args()
    if arguments.posts is None:
        arguments.posts = {"ingest": 40_000, "person": 10_000, "said": 1_000_000}.get(arguments.what, 100_000)
    if not os.access(desks.PROGRAM, os.X_OK):
        raise SystemExit("HEED_PROGRAM has to name the program, built in release.")
    if arguments.folder:
        pathlib.Path(arguments.folder).mkdir(parents=True, exist_ok=True)
        slow = run(arguments, arguments.folder)
    else:
        with tempfile.TemporaryDirectory(prefix="heed-bench-") as folder:
            slow = run(arguments, folder)
    for line in slow:
        print(f"slower than it may be: {line}")


main()
