"""How long a mention waits to be looked at while ten thousand others wait behind a host that never answers.

    mentions.py [--dead 10000] [--hosts 20] [--each 25]

Starts the program of HEED_PROGRAM (the release build) on an empty folder, tells it of the pages, and reads from its
record when each was told and looked at.
"""

import argparse
import concurrent.futures
import http.server
import os
import pathlib
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import desks  # noqa: E402

NO_PROXY = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Dead:
    """Takes connections and never says a word."""

    def __init__(self):
        self.socket = socket.socket()
        self.socket.bind(("127.0.0.1", 0))
        self.socket.listen(512)
        self.host = f"127.0.0.1:{self.socket.getsockname()[1]}"
        self.taken = []
        threading.Thread(target=self._take, daemon=True).start()

    def _take(self):
        while True:
            try:
                self.taken.append(self.socket.accept()[0])
            except OSError:
                return


class Site:
    """Pages that each answer the same page of ours."""

    def __init__(self, target):
        page = (
            "<article class=h-entry><a class='u-author h-card' href='/'>Ana</a>"
            f"<a class=u-in-reply-to href='{target}'>re</a><p class=e-content>Is it still there?</p></article>").encode()

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("content-type", "text/html")
                self.send_header("content-length", str(len(page)))
                self.end_headers()
                self.wfile.write(page)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def tell(desk, page, target, number):
    """From another address every fifty, as if by a proxy: one alone may not tell so many."""
    body = urllib.parse.urlencode({"source": page, "target": target}).encode()
    sender = f"198.{18 + number // 50 // 250 % 2}.{number // 50 % 250}.7"
    request = urllib.request.Request(f"{desk}/webmention", body, {"X-Forwarded-For": sender})
    with NO_PROXY.open(request, timeout=60) as answer:
        assert answer.status == 202, answer.status


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dead", type=int, default=10_000)
    parser.add_argument("--hosts", type=int, default=20)
    parser.add_argument("--each", type=int, default=25)
    arguments = parser.parse_args()
    dead, ours = Dead(), Site("")
    target = f"http://{ours.host}/bells"
    sites = [Site(target) for _ in range(arguments.hosts)]
    port = free_port()
    desk = f"http://127.0.0.1:{port}"
    hosts = ",".join([dead.host, ours.host] + [site.host for site in sites])
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "data")
        program = os.environ.get("HEED_PROGRAM") or desks.PROGRAM
        process = subprocess.Popen(
            [program, "serve", "--host", "127.0.0.1", "--port", str(port), "--data", str(data),
             "--set", "mastodon.servers=", "--set", "bluesky.jetstream=", "--set", f"hosts={hosts}", "--set", f"hosts.linked={hosts}",
             "--set", "proxied=true"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=open(pathlib.Path(folder, "log"), "wb"))
        try:
            wait_until_ready(desk, process)
            record = sqlite3.connect(data / "heed.sqlite", timeout=60)
            now = int(time.time() * 1000)
            record.execute(
                "INSERT INTO sources (id, network, kind, target, name, is_broad, added_at, next_at, failures, purpose)"
                " VALUES (1, 'web', 'mentions', ?, 'Ours', 0, ?, ?, 0, '')",
                (f"http://{ours.host}/", now, now + 86_400_000))
            record.commit()
            with concurrent.futures.ThreadPoolExecutor(8) as pool:
                list(pool.map(
                    lambda number: tell(desk, f"http://{dead.host}/{number}", target, number), range(arguments.dead)))
            waiting = record.execute("SELECT COUNT(*) FROM mentions WHERE due_at IS NOT NULL").fetchone()[0]
            print(f"{waiting} wait behind a dead host", flush=True)
            pages = [f"http://{site.host}/{number}" for number in range(arguments.each) for site in sites]
            for number, page in enumerate(pages):
                tell(desk, page, target, arguments.dead + number)
                time.sleep(0.02)
            marks = ("SELECT looked_at - told_at FROM mentions WHERE host <> ? AND due_at IS NULL", (dead.host,))
            end = time.monotonic() + 120
            while len(record.execute(*marks).fetchall()) < len(pages) and time.monotonic() < end:
                time.sleep(0.2)
            waits = sorted(row[0] for row in record.execute(*marks).fetchall())
            if len(waits) < len(pages):
                sys.exit(f"Only {len(waits)} of {len(pages)} were looked at.")
            print(
                f"{len(waits)} of {arguments.hosts} other hosts looked at: half within {waits[len(waits) // 2]} ms, "
                f"99 of 100 within {waits[len(waits) * 99 // 100]} ms, the last after {waits[-1]} ms; "
                f"the dead host was asked {len(dead.taken)} times")
        finally:
            process.terminate()
            process.wait(60)


def wait_until_ready(desk, process):
    end = time.monotonic() + 120
    while time.monotonic() < end and process.poll() is None:
        try:
            with NO_PROXY.open(desk + "/ready", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    sys.exit("The desk did not start.")


if __name__ == "__main__":
    main()
