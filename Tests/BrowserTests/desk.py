"""A desk of one's own: started on a free port with an empty data folder, stopped by its number, its folder removed."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Two busy cores start a desk in well under a second; this is for a machine that does ten things more.
LONGEST_START = 90
# Until then what came in this morning still moves in the line, and the invented colleagues lay some of it down.
SETTLED = "The demonstration's morning is in."


class PortTaken(RuntimeError):
    """Its port was chosen by somebody else, too."""


class Desk:
    """`heed serve` (or another command of it) for as long as the `with` lasts."""

    def __init__(self, command="serve", *arguments, settings=None, environment=None):
        self.command, self.arguments = command, arguments
        # No server is asked for anything: what is heard is heard on the practice network.
        self.settings = {
            "mastodon.servers": "", "bluesky.jetstream": "", "bluesky.view": "view.invalid",
            "bluesky.directory": "directory.invalid", "hackernews": "false", **(settings or {})}
        self.environment = environment or {}
        self.process = None
        self.program = os.environ.get("HEED_PROGRAM")
        self.set_up = None

    def __enter__(self):
        if not self.program:
            raise SystemExit("HEED_PROGRAM names no built heed. Use Scripts/test-browser or Scripts/with-desk.")
        try:
            return self._start()
        except PortTaken:
            # Somebody else took it between its choice and its use.
            return self._start()

    def _start(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-desk."))
        self.port = self.choose_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = self.folder / "log"
        self.said = self.folder / "said"
        # What the machine's own desk is told must not reach this one.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("HEED_")}
        environment.update(self.environment)
        settings = [part for key, value in self.settings.items() for part in ("--set", f"{key}={value}")]
        with open(self.said, "wb") as said, open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [self.program, self.command, "--host", "127.0.0.1", "--port", str(self.port),
                 "--data", str(self.folder / "data"), *settings, *self.arguments],
                stdin=subprocess.DEVNULL, stdout=said, stderr=log, env=environment, cwd=self.folder)
        try:
            self._wait()
        except BaseException as problem:
            told = self.told()
            self.__exit__(None, None, None)
            if "Address already in use" in told:
                raise PortTaken(told) from problem
            raise
        return self

    def choose_port(self):
        return free_port()

    def _wait(self):
        end = time.monotonic() + LONGEST_START
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise RuntimeError(f"The desk ended while starting:\n{self.told()}")
            said = self.said.read_text(encoding="utf-8", errors="replace")
            link = re.search(r"https?://\S+/setup/\S+", said)
            if link:
                self.set_up = link.group(0)
            if self._is_ready() and (link or self.command != "serve") and self._is_settled():
                return
            time.sleep(0.05)
        raise RuntimeError(f"The desk was not ready within {LONGEST_START} s:\n{self.told()}")

    def _is_ready(self):
        try:
            with urllib.request.urlopen(self.address + "/ready", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False

    def _is_settled(self):
        return self.command != "demo" or SETTLED in self.log.read_text(encoding="utf-8", errors="replace")

    def told(self):
        """What the desk printed and logged so far, for whoever has to find out why."""
        texts = [path.read_text(encoding="utf-8", errors="replace") for path in (self.said, self.log)]
        return "".join(texts)[-8_000:]

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def free_port():
    """A port that nobody listens on just now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def main():
    with Desk() as desk:
        environment = dict(os.environ, HEED_ADDRESS=desk.address, HEED_SETUP=desk.set_up)
        return subprocess.run(sys.argv[1:], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main())
