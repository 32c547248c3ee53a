"""A made-up server in a process of its own, on https, held in the test's hand by its control address."""

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


class Double:
    """A built double for as long as the `with` lasts, with a certificate that only its desk trusts.

    Whoever is one names its `program`, as HEED_… and as a product, and says what it is started and asked with.
    """

    program = ("", "")
    process = None

    def names(self):
        """Names of the world that its certificate vouches for, besides its address."""
        return ()

    def arguments(self):
        return []

    def greet(self):
        """Asks something that is answered once it is ready; raises until then."""
        raise NotImplementedError

    def __enter__(self):
        variable, product = self.program
        program = os.environ.get(variable)
        if not program:
            raise SystemExit(f"{variable} names no built {product}. Use Scripts/test-browser.")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix=f"heed-{product}."))
        self.certificate, key = self.folder / "certificate.pem", self.folder / "key.pem"
        self.said = self.folder / "said"
        make_certificate(self.certificate, key, self.names())
        self.port, control = free_port(), free_port()
        self.host = f"127.0.0.1:{self.port}"
        self.control = f"http://127.0.0.1:{control}/"
        with open(self.said, "wb") as said:
            self.process = subprocess.Popen(
                [program, *self.arguments(), "--port", str(self.port), "--control", str(control),
                 "--certificate", str(self.certificate), "--key", str(key)],
                stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd=self.folder)
        try:
            self._wait()
            self.opened()
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
                self.greet()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise RuntimeError(f"The server was not ready within {LONGEST_START} s:\n{self.told()}")

    def opened(self):
        """What begins once it is ready."""

    def ask(self, act, **order):
        body = json.dumps({"act": act, **order}).encode()
        # No proxy of the machine stands between a test and its own process.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self.control, body, timeout=10) as answer:
            return json.load(answer)

    def accepted(self):
        """Every message of programs that it took, oldest first."""
        return self.ask("accepted")

    def told(self):
        return self.said.read_text(encoding="utf-8", errors="replace")[-4_000:]

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            # It keeps nothing that has to be put away, and may hold streams open for as long as it lives.
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
