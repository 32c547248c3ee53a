"""Processes that are ended at random points."""

import os
import random
import select
import signal
import subprocess
import time


class Life:
    """One run of the program, until it ends by itself or is killed."""

    def __init__(self, arguments):
        self.process = subprocess.Popen(arguments, stdout=subprocess.PIPE, bufsize=0)
        self.lines = []
        self.rest = b""

    def read_until(self, moment, stop=None):
        """Reads lines until a moment, the end of the process, or a line that equals `stop`."""
        pipe = self.process.stdout
        while time.monotonic() < moment:
            ready, _, _ = select.select([pipe], [], [], max(0.0, moment - time.monotonic()))
            if not ready:
                return False
            chunk = os.read(pipe.fileno(), 65536)
            if not chunk:
                return True
            self.rest += chunk
            *lines, self.rest = self.rest.split(b"\n")
            self.lines += [line.decode() for line in lines]
            if stop is not None and stop in self.lines:
                return True
        return False

    def kill(self):
        """Ends it where it stands, and reads what it had said before."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.read_until(time.monotonic() + 10)
        self.process.wait()


def live(arguments, kills, shortest, longest, chance, timeout):
    """Starts `arguments()` again and again, killing it `kills` times at random moments; the last life ends by itself.

    Returns the lines that all lives said, and how many were killed before their end.
    """
    said, killed = [], 0
    end = time.monotonic() + timeout
    while True:
        life = Life(arguments(said))
        try:
            if killed < kills:
                if not life.read_until(time.monotonic() + 60, stop="ready"):
                    raise SystemExit("The program did not get ready within a minute.")
                if life.process.poll() is None:
                    ended = life.read_until(time.monotonic() + chance.uniform(shortest, longest))
                    life.kill()
                    said += life.lines
                    if not ended:
                        killed += 1
                        continue
            else:
                life.read_until(end)
                if life.process.poll() is None and time.monotonic() >= end:
                    life.kill()
                    raise SystemExit(f"The last life did not end within {timeout} s.")
                said += life.lines
            status = life.process.wait()
            if status != 0 and status != -signal.SIGKILL:
                raise SystemExit(f"The program ended with status {status}.")
            return said, killed
        finally:
            if life.process.poll() is None:
                life.kill()


def seeded(seed):
    return random.Random(seed)
