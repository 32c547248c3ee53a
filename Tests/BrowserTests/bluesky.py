"""A made-up server of the AT Protocol in a process of its own, on https, held in the test's hand by its control address."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

from desk import free_port
from mastodon import make_certificate

LONGEST_START = 60


class BlueskyServer:
    """`bluesky-double` for as long as the `with` lasts, with a certificate that only its desk trusts."""

    def __enter__(self):
        program = os.environ.get("HEED_BLUESKY_DOUBLE")
        if not program:
            raise SystemExit("HEED_BLUESKY_DOUBLE names no built bluesky-double. Use Scripts/test-browser.")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-bluesky."))
        self.certificate, key = self.folder / "certificate.pem", self.folder / "key.pem"
        self.said = self.folder / "said"
        make_certificate(self.certificate, key)
        self.port, control = free_port(), free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.control = f"http://127.0.0.1:{control}/"
        with open(self.said, "wb") as said:
            self.process = subprocess.Popen(
                [program, "serve", "--port", str(self.port), "--control", str(control),
                 "--certificate", str(self.certificate), "--key", str(key)],
                stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd=self.folder)
        try:
            self._wait()
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _wait(self):
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"The server ended while starting:\n{self.told()}")
            try:
                self.ask("requests")
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"The server was not ready within {LONGEST_START} s:\n{self.told()}")

    @property
    def settings(self):
        """What a desk is told so that it knows this server, reaches it and trusts it."""
        return {
            "bluesky.view": self.host, "bluesky.directory": self.host, "hosts": self.host,
            "authorities": str(self.certificate)}

    def ask(self, act, **order):
        body = json.dumps({"act": act, **order}).encode()
        # No proxy of the machine stands between a test and its own process.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self.control, body, timeout=10) as answer:
            return json.load(answer)

    def person(self, handle, name):
        return self.ask("person", handle=handle, name=name)["id"]

    def say(self, person, text, parent=None):
        """Somebody says something; its address."""
        order = {"parent": parent} if parent else {}
        return self.ask("say", person=person, text=text, **order)["uri"]

    def accepted(self):
        """Every message of programs that it ever took, oldest first."""
        return self.ask("accepted")

    def told(self):
        return self.said.read_text(encoding="utf-8", errors="replace")[-4_000:]

    def __exit__(self, *_):
        if self.process.poll() is None:
            # It keeps nothing that has to be put away.
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
