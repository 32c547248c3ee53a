"""Where a desk of a bench stands: SQLite in a folder, or a PostgreSQL server of its own; and what its processes use."""

import json
import os
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("HEED_PROGRAM", "")
TICK = os.sysconf("SC_CLK_TCK")


def use(pid):
    """Seconds of processor time of a process, and the mebibytes that it has and had at most."""
    with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    with open(f"/proc/{pid}/status", encoding="utf-8") as status:
        sizes = {line.split(":")[0]: line.split()[1] for line in status if line.startswith("Vm")}
    own = (int(fields[11]) + int(fields[12])) / TICK
    ended = (int(fields[13]) + int(fields[14])) / TICK
    return own, ended, int(sizes.get("VmRSS", 0)) / 1024, int(sizes.get("VmHWM", 0)) / 1024


class SQLite:
    """A folder with a database in it."""

    name = "SQLite"

    def __init__(self, folder):
        self.folder = folder
        self.options = ["--data", f"{folder}/sqlite"]

    def server_seconds(self):
        return 0.0

    def size(self):
        files = pathlib.Path(self.folder, "sqlite").glob("heed.sqlite*")
        return sum(file.stat().st_size for file in files)

    def settle(self):
        pass


class Postgres:
    """A database on the server that Scripts/with-postgres made for this run."""

    name = "PostgreSQL"

    def __init__(self, folder):
        self.address = os.environ["HEED_TEST_POSTGRES"]
        self.options = ["--data", f"{folder}/postgres", "--database", self.address]
        socket = dict(part.split("=") for part in self.address.split())["host"]
        self.server = self.find(socket)

    @staticmethod
    def find(socket):
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    command = pathlib.Path("/proc", entry, "cmdline").read_bytes().split(b"\0")
                except OSError:
                    continue
                if len(command) > 4 and command[0].endswith(b"postgres") and socket.encode() in command:
                    return int(entry)
        raise SystemExit("The PostgreSQL server of this run was not found.")

    def server_seconds(self):
        """Of the server and all its processes, those that ended included."""
        total = 0.0
        for entry in os.listdir("/proc"):
            if not entry.isdigit():
                continue
            try:
                parent = int(pathlib.Path("/proc", entry, "stat").read_text().rsplit(")", 1)[1].split()[1])
                if parent == self.server or int(entry) == self.server:
                    own, ended, _, _ = use(entry)
                    total += own + (ended if int(entry) == self.server else 0)
            except OSError:
                continue
        return total

    def ask(self, sql):
        return subprocess.run(
            ["psql", "-d", self.address, "-Atqc", sql], check=True, capture_output=True,
            text=True).stdout.strip()

    def size(self):
        return int(self.ask("SELECT pg_database_size(current_database())"))

    def settle(self):
        """What the server's own vacuuming would have done by the next day."""
        self.ask("VACUUM ANALYZE")
        self.ask("CHECKPOINT")


def heed(desk, command, *arguments):
    """Runs one of the program's bench commands to its end; what it said last, if that is JSON."""
    began = time.monotonic()
    before = desk.server_seconds()
    done = subprocess.run(
        [PROGRAM, command, *desk.options, "--set", "log=error", *map(str, arguments)],
        stdout=subprocess.PIPE, text=True, check=True)
    lines = done.stdout.strip().splitlines()
    told = json.loads(lines[-1]) if lines and lines[-1].startswith("{") else {}
    told["server"] = desk.server_seconds() - before
    told["whole"] = time.monotonic() - began
    return told


def words():
    done = subprocess.run(
        [PROGRAM, "bench-hear", "--only", "--posts", "1"], stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)["words"]
