"""Forums, Lemmy servers, GitHub and Hacker News in processes of their own, held in the test's hand by a control address."""

import json
import os
import pathlib
import secrets
import shutil
import socket
import socketserver
import subprocess
import tempfile
import threading
import time
import urllib.error
import urllib.request

from desk import free_port
from mastodon import make_certificate

LONGEST_START = 60


class Place:
    """`place-double` for as long as the `with` lasts, with a certificate that only its desk trusts.

    With names of the world it is reached as them: the desk goes out by a proxy, as behind a company's own.
    """

    def __init__(self, kind, name=None, names=()):
        self.kind, self.name, self.names = kind, name, names
        self.process = self.proxy = None

    def __enter__(self):
        program = os.environ.get("HEED_PLACE_DOUBLE")
        if not program:
            raise SystemExit("HEED_PLACE_DOUBLE names no built place-double. Use Scripts/test-browser.")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-place."))
        self.certificate, key = self.folder / "certificate.pem", self.folder / "key.pem"
        self.said = self.folder / "said"
        make_certificate(self.certificate, key, self.names)
        self.port, control = free_port(), free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.control = f"http://127.0.0.1:{control}/"
        name = ["--name", self.name] if self.name else []
        with open(self.said, "wb") as said:
            self.process = subprocess.Popen(
                [program, "--place", self.kind, "--port", str(self.port), "--control", str(control),
                 "--certificate", str(self.certificate), "--key", str(key), *name],
                stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd=self.folder)
        try:
            self._wait()
            if self.names:
                self.proxy = Proxy(self.names, self.port)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _wait(self):
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"The place ended while starting:\n{self.told()}")
            try:
                self.ask("")
            except urllib.error.HTTPError:
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"The place was not ready within {LONGEST_START} s:\n{self.told()}")

    @property
    def settings(self):
        """What a desk is told so that it reaches this place and trusts it."""
        return {
            "hosts": self.host, "authorities": str(self.certificate),
            "hackernews": "true" if self.kind == "hackernews" else "false"}

    @property
    def environment(self):
        return {"HTTPS_PROXY": self.proxy.address} if self.proxy else {}

    def ask(self, act, **order):
        body = json.dumps({"act": act, **order}).encode()
        # No proxy of the machine stands between a test and its own process.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self.control, body, timeout=10) as answer:
            return json.load(answer)

    def new_key(self):
        """A token or key that the place takes from now on."""
        key = secrets.token_hex(16)
        self.ask("key", secret=key)
        return key

    def accepted(self):
        """Every message of programs that it took and that stands, oldest first."""
        return self.ask("accepted")

    def told(self):
        return self.said.read_text(encoding="utf-8", errors="replace")[-4_000:]

    def __exit__(self, *_):
        if self.proxy:
            self.proxy.close()
        if self.process and self.process.poll() is None:
            # It keeps nothing that has to be put away.
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


class Proxy:
    """An HTTP proxy that opens tunnels (CONNECT) to some names, which all lead to one port here, and to nothing else."""

    def __init__(self, names, port):
        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                wanted = self.rfile.readline().decode("latin-1").split()
                while self.rfile.readline().strip():
                    pass
                if len(wanted) < 2 or wanted[0] != "CONNECT" or wanted[1] not in {f"{name}:443" for name in names}:
                    self.wfile.write(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")
                    return
                with socket.create_connection(("127.0.0.1", port), timeout=10) as far:
                    far.settimeout(None)
                    self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    back = threading.Thread(target=pour, args=(far, self.connection), daemon=True)
                    back.start()
                    pour(self.connection, far)
                    back.join()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = allow_reuse_address = True

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def pour(source, sink):
    """Passes on what comes until one of both ends."""
    try:
        while data := source.recv(65_536):
            sink.sendall(data)
    except OSError:
        pass
    for side in (source, sink):
        try:
            side.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
