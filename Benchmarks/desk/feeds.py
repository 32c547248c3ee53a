#!/usr/bin/env python3
"""Whether a desk asks a thousand feeds in time, and how much memory that takes.

    feeds.py [--feeds 1000] [--minutes 12] [--growth 5] [--late 10]

Starts the program of HEED_PROGRAM on an empty folder with the feeds in its record. Each feed says something new every
minute, so that the desk asks it every five minutes, the shortest that it ever asks; they stand on a hundred addresses
of 127.0.0.0/8. The server writes down when each was asked: between two questions lie the five minutes and what the desk
was late. Ends with an error when a feed was asked later than `--late` percent, or the memory grew by more than `--growth`
percent after every feed was asked once.
"""

import argparse
import datetime
import http.server
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import desks  # noqa: E402
from mentions import free_port, wait_until_ready  # noqa: E402

PACE = 300
HOSTS = 100
WORDS = "The bell of my bicycle rings by itself when it rains and nobody at the shop believes a word of it"


class Feeds:
    """Atom feeds by number, with the last ten minutes of what was said in each."""

    def __init__(self, port):
        self.asked, self.lock, self.port = {}, threading.Lock(), port
        feeds = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                number = int(self.path.rsplit("/", 1)[1])
                with feeds.lock:
                    feeds.asked.setdefault(number, []).append(time.monotonic())
                body = feeds.atom(number).encode()
                self.send_response(200)
                self.send_header("content-type", "application/atom+xml")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            daemon_threads, request_queue_size = True, 256

        for number in range(HOSTS):
            server = Server((self.host(number), port), Handler)
            threading.Thread(target=server.serve_forever, daemon=True).start()

    @staticmethod
    def host(number):
        return f"127.0.1.{number % HOSTS + 1}"

    def address(self, number):
        return f"http://{self.host(number)}:{self.port}/feed/{number}"

    def atom(self, number):
        minute = int(time.time() // 60)
        entries = "".join(
            f"<entry><id>tag:bench.example,2026:{number}/{at}</id><title>Number {number} at {at}</title>"
            f"<updated>{datetime.datetime.fromtimestamp(at * 60, datetime.timezone.utc):%Y-%m-%dT%H:%M:%SZ}</updated>"
            f"<author><name>Ana {number}</name></author><content>{WORDS}, minute {at}.</content></entry>"
            for at in range(minute, minute - 10, -1))
        return (
            '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">'
            f"<id>tag:bench.example,2026:{number}</id><title>Feed {number}</title>"
            f"<updated>{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%dT%H:%M:%SZ}</updated>{entries}</feed>")


def keep(data, feeds, count):
    """The feeds in the record, due one after the other within the first five minutes, and a topic that finds them."""
    record = sqlite3.connect(data / "heed.sqlite", timeout=60)
    now = int(time.time() * 1000)
    record.executemany(
        "INSERT INTO sources (id, network, kind, target, name, is_broad, added_at, next_at, failures, purpose)"
        " VALUES (?, 'feeds', 'feed', ?, ?, 0, ?, ?, 0, '')",
        [(number + 1, feeds.address(number), f"Feed {number}", now,
          now + number * PACE * 1000 // count) for number in range(count)])
    record.commit()
    record.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, default=1_000)
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--growth", type=float, default=5)
    parser.add_argument("--late", type=float, default=10)
    arguments = parser.parse_args()
    feeds = Feeds(free_port())
    port = free_port()
    hosts = ",".join(f"{Feeds.host(number)}:{feeds.port}" for number in range(HOSTS))
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "data")
        program = os.environ.get("HEED_PROGRAM") or desks.PROGRAM
        log = open(pathlib.Path(folder, "log"), "wb")
        process = subprocess.Popen(
            [program, "serve", "--host", "127.0.0.1", "--port", str(port), "--data", str(data),
             "--set", "mastodon.servers=", "--set", "bluesky.jetstream=", "--set", f"hosts={hosts}",
             "--set", "practice=false", "--set", "log=warning"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log)
        try:
            wait_until_ready(f"http://127.0.0.1:{port}", process)
            keep(data, feeds, arguments.feeds)
            begun, sizes = time.monotonic(), []
            while time.monotonic() - begun < arguments.minutes * 60:
                time.sleep(5)
                if process.poll() is not None:
                    sys.exit("The desk ended:\n" + pathlib.Path(folder, "log").read_text()[-2_000:])
                own, _, now, most = desks.use(process.pid)
                sizes.append((time.monotonic() - begun, now, most, own))
            record = sqlite3.connect(data / "heed.sqlite", timeout=60)
            posts = record.execute("SELECT COUNT(*) FROM posts").fetchone()[0]
            troubled = record.execute("SELECT COUNT(*) FROM sources WHERE failures > 0").fetchone()[0]
        finally:
            process.terminate()
            process.wait(60)
    sys.exit(judge(arguments, feeds, sizes, posts, troubled))


def judge(arguments, feeds, sizes, posts, troubled):
    """Prints the figures; a text when one is out of bounds."""
    gaps = sorted(
        later - earlier for times in feeds.asked.values() for earlier, later in zip(times, times[1:]))
    if len(feeds.asked) < arguments.feeds or len(gaps) < arguments.feeds:
        return f"Only {len(feeds.asked)} feeds were asked, {len(gaps)} of them again. Let it run longer."
    late = [(gap - PACE) / PACE * 100 for gap in gaps]
    # Every feed was heard once; what grows from then on would go on growing.
    settled = [size for size in sizes if size[0] > 1.2 * PACE]
    third = max(len(settled) // 3, 1)
    early = sum(size[1] for size in settled[:third]) / third
    end = sum(size[1] for size in settled[-third:]) / third
    growth = (end - early) / early * 100
    print(
        f"{arguments.feeds} feeds on {HOSTS} hosts for {arguments.minutes:g} minutes: asked "
        f"{sum(map(len, feeds.asked.values()))} times, {posts} posts kept, {troubled} feeds in trouble; late by "
        f"{late[len(late) // 2]:.1f} % (half), {late[len(late) * 99 // 100]:.1f} % (99 of 100), {late[-1]:.1f} % (at "
        f"most); {early:.0f} MB after the first round, {end:.0f} MB at the end ({growth:+.1f} %), {sizes[-1][2]:.0f} MB at "
        f"most; {sizes[-1][3] / sizes[-1][0] * 100:.0f} % of a processor")
    if troubled:
        return f"{troubled} feeds were in trouble."
    if late[-1] > arguments.late:
        return f"A feed was asked {late[-1]:.1f} % late; {arguments.late:g} % is allowed."
    if growth > arguments.growth:
        return f"The memory grew by {growth:.1f} %; {arguments.growth:g} % is allowed."
    return 0


if __name__ == "__main__":
    main()
