"""How long the page of somebody takes with whom much passed: many posts of theirs to us over two years, every third
answered, in threads of ten; beside them as many posts of others.

    bench.py person [--posts 10000] [--databases sqlite,postgres]
"""

import json
import pathlib
import re
import subprocess
import time

import desks
import pages


def talk(posts):
    """JSON lines for `heed import`: one human's talk with us, and that of a hundred others."""
    words = "the light of my bicycle is broken again and the bell from you does not ring".split()
    step = 2 * 365 * 86_400 // (posts // 10 + 1)
    began = int(time.time()) - 2 * 365 * 86_400
    for thread in range(posts // 10):
        for place in range(13):
            at = (began + thread * step + place * 600) * 1_000
            ours = place in (3, 7, 11)
            for who in ("ana", f"other-{thread % 100}"):
                yield {
                    "id": f"{who}-{thread}-{place}", "at": at,
                    "author": {"id": "shop"} if ours else {"id": who, "address": f"@{who}@there.example"},
                    "direction": "ours" if ours else "toUs",
                    "text": " ".join(words[(thread + place + n) % len(words)] for n in range(12)),
                } | ({"parent": f"{who}-{thread}-{place - 1}"} if place else {}) | (
                    {"member": pages.LEAD["email"]} if ours else {})


def fill(desk, folder, posts):
    mark = pathlib.Path(folder, f"person-{desk.name}")
    if mark.exists():
        return
    subprocess.run(
        [desks.PROGRAM, "member", "add", *desk.options, "--name", "Lena", "--email",
         pages.LEAD["email"], "--role", "lead"],
        input=pages.LEAD["password"] + "\n", text=True, check=True, capture_output=True)
    file = pathlib.Path(folder, "talk.jsonl")
    with open(file, "w", encoding="utf-8") as lines:
        for post in talk(posts):
            lines.write(json.dumps(post) + "\n")
    subprocess.run(
        [desks.PROGRAM, "import", *desk.options, str(file)], check=True, capture_output=True)
    desk.settle()
    mark.touch()


def look(desk, folder, port, posts, count):
    fill(desk, folder, posts)
    server = pages.Server(desk, port)
    try:
        browser = pages.Browser(port)
        browser.sign_in()
        found = re.findall(r"/people/\d+", browser.page("/people?q=ana"))
        if not found:
            raise SystemExit("Nobody of that name is on the page of people.")
        took = {}
        if "/conversations/" not in browser.page(found[0]):
            raise SystemExit("The page of that human shows none of their talk.")
        for name, path in (("Person", found[0]), ("People", "/people")):
            pages.measure(port, browser.cookie, [path], 10, 1)
            took[name] = pages.measure(port, browser.cookie, [path], count, 1)
        print(
            f"{desk.name}, {posts:,} posts of one human: " + "; ".join(
                f"{name} p50 {pages.at(times, 0.5):.1f} p99 {pages.at(times, 0.99):.1f} ms"
                for name, times in took.items()), flush=True)
        return [
            f"{desk.name}, {name}" for name, times in took.items()
            if pages.at(times, 0.99) >= pages.LIMIT]
    finally:
        server.stop()
