"""A made-up server of the Mastodon API in a process of its own, on https, held in the test's hand by its control address."""

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

LONGEST_START = 60


class MastodonServer:
    """`mastodon-double` for as long as the `with` lasts, with a certificate that only its desk trusts."""

    def __init__(self, manner):
        self.manner, self.process = manner, None

    def __enter__(self):
        program = os.environ.get("HEED_MASTODON_DOUBLE")
        if not program:
            raise SystemExit("HEED_MASTODON_DOUBLE names no built mastodon-double. Use Scripts/test-browser.")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-mastodon."))
        self.certificate, key = self.folder / "certificate.pem", self.folder / "key.pem"
        self.log, self.said = self.folder / "accepted.jsonl", self.folder / "said"
        make_certificate(self.certificate, key)
        self.port, control = free_port(), free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.control = f"http://127.0.0.1:{control}/"
        with open(self.said, "wb") as said:
            self.process = subprocess.Popen(
                [program, "--manner", self.manner, "--port", str(self.port), "--control", str(control),
                 "--certificate", str(self.certificate), "--key", str(key), "--log", str(self.log)],
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
                self.streams()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"The server was not ready within {LONGEST_START} s:\n{self.told()}")

    @property
    def settings(self):
        """What a desk is told so that it knows this server, reaches it and trusts it."""
        return {
            "mastodon.servers": self.host, "hosts": self.host, "authorities": str(self.certificate),
            "practice": "false"}

    def ask(self, act, **order):
        body = json.dumps({"act": act, **order}).encode()
        # No proxy of the machine stands between a test and its own process.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self.control, body, timeout=10) as answer:
            return json.load(answer)

    def person(self, acct, name):
        return self.ask("person", acct=acct, name=name)["id"]

    def say(self, person, text, parent=None, **order):
        """Somebody says something; the server's own id of it."""
        if parent:
            order["parent"] = parent
        return self.ask("say", person=person, text=text, **order)["id"]

    def accepted(self):
        """The server's own log: every message that it ever took, oldest first."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def streams(self):
        return self.ask("streams")["open"]

    def told(self):
        return self.said.read_text(encoding="utf-8", errors="replace")[-4_000:]

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            # It keeps nothing that has to be put away, and holds streams open for as long as it lives.
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def make_certificate(certificate, key, names=()):
    """An authority of a day, which vouches for itself, for 127.0.0.1 and for no names but these."""
    vouched = ",".join(["IP:127.0.0.1", *(f"DNS:{name}" for name in names)])
    made = subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", f"subjectAltName={vouched}",
         "-keyout", str(key), "-out", str(certificate)],
        stdin=subprocess.DEVNULL, capture_output=True, text=True)
    if made.returncode:
        raise RuntimeError(f"No certificate could be made: {made.stderr}")
