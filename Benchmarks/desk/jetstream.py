"""The desk hears a local Jetstream server over a WebSocket, for as long as is asked.

    jetstream.py MESSAGES [--seconds 600] [--per-second 10000] [--topics 10000] [--posts]

MESSAGES is a file with one recorded message a line (version 1). They are told again and again, each under a new key and
time, at an even pace; where the desk is slower, the server waits for it. Prints how many were heard, what that took of one
core, and the desk's memory along the way. HEED_PROGRAM names the program, built in release.
"""

import argparse
import base64
import hashlib
import json
import pathlib
import re
import socket
import subprocess
import tempfile
import threading
import time

import desks

GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


def parts(lines):
    """Each message around its time and its key."""
    found = []
    for line in lines:
        whole = re.fullmatch(rb'(.*"time_us":)\d+(.*"rkey":")([^"]*)(".*)', line)
        if whole:
            found.append((whole.group(1), whole.group(2), whole.group(4)))
    return found


def frame(payload):
    """A text frame of a server: https://www.rfc-editor.org/rfc/rfc6455#section-5.2"""
    size = len(payload)
    if size < 126:
        return b"\x81" + bytes([size]) + payload
    return b"\x81\x7e" + size.to_bytes(2, "big") + payload


class Server(threading.Thread):
    def __init__(self, messages, per_second):
        super().__init__(daemon=True)
        self.messages, self.per_second = messages, per_second
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.told = 0
        self.start_us = None

    def run(self):
        while True:
            client, _ = self.listener.accept()
            try:
                self.tell(client)
            except OSError:
                continue

    def tell(self, client):
        head = b""
        while b"\r\n\r\n" not in head:
            head += client.recv(4096)
        key = re.search(rb"(?i)sec-websocket-key: *(\S+)", head).group(1)
        accept = base64.b64encode(hashlib.sha1(key + GUID).digest())
        client.sendall(
            b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            b"Sec-WebSocket-Accept: " + accept + b"\r\n\r\n")
        began, first = time.monotonic(), self.told
        if self.start_us is None:
            self.start_us = int(time.time() * 1e6)
        step = 1_000_000 // self.per_second
        while True:
            due = first + int((time.monotonic() - began) * self.per_second)
            if due <= self.told:
                time.sleep(0.005)
                continue
            batch = []
            for number in range(self.told, min(due, self.told + 2_000)):
                before, middle, after = self.messages[number % len(self.messages)]
                at = b"%d" % (self.start_us + number * step)
                batch.append(frame(before + at + middle + b"%d" % number + after))
            client.sendall(b"".join(batch))
            self.told += len(batch)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("messages")
    parser.add_argument("--seconds", type=int, default=600)
    parser.add_argument("--per-second", type=int, default=10_000)
    parser.add_argument("--topics", type=int, default=10_000)
    parser.add_argument("--posts", action="store_true")
    arguments = parser.parse_args()
    lines = pathlib.Path(arguments.messages).read_bytes().split(b"\n")
    if arguments.posts:
        lines = [line for line in lines if b'"collection":"app.bsky.feed.post"' in line]
    server = Server(parts(lines), arguments.per_second)
    server.start()
    with tempfile.TemporaryDirectory(prefix="heed-jetstream-") as folder:
        process = subprocess.Popen(
            [desks.PROGRAM, "bench-jetstream", "--data", folder, "--set", "log=error",
             "--set", f"hosts=127.0.0.1:{server.port}",
             "--set", f"bluesky.jetstream=ws://127.0.0.1:{server.port}/subscribe",
             "--seconds", str(arguments.seconds), "--topics", str(arguments.topics)],
            stdout=subprocess.PIPE, text=True)
        memory = []
        while process.poll() is None:
            time.sleep(min(15, arguments.seconds / 20))
            try:
                memory.append((server.told, round(desks.use(process.pid)[2])))
            except (OSError, ValueError):
                break
        told = json.loads(process.stdout.read().strip().splitlines()[-1])
    heard = (told["cursor"] - server.start_us) * arguments.per_second // 1_000_000
    print(json.dumps({
        **told, "told": server.told, "heard": heard,
        "perSecondOfOneCore": int(heard / told["processor"]),
        "heardPerSecond": int(heard / told["wall"]), "memoryAlong": memory}))


main()
