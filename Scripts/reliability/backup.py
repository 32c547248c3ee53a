"""Row 25: a backup while posts come in, brought back elsewhere and compared. Row 27: memory while they do."""

import os
import pathlib
import sqlite3
import subprocess
import time

TABLES = {
    # What of a row never changes once it is written.
    "posts": "id, network, remote_id, author_id, parent_id, direction, received_at, body",
    "handles": "id, network, remote_id, address",
    "topic_matches": "topic_id, post_id, version",
    "events": "id, kind, member_id, conversation_id, subject, other_id",
    "people": "id, name",
}


class Hearing:
    """A desk with its pages, while posts come in."""

    def __init__(self, program, folder, port, per_second):
        self.process = subprocess.Popen(
            [program, "bench-serve", "--data", folder, "--port", str(port), "--posts", "100000000",
             "--per-second", str(per_second), "--set", "log=error", "--set", "practice=false"],
            stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("The desk is open"):
                return
        raise SystemExit("The desk did not open.")

    def memory(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def record(folder):
    return sqlite3.connect(f"file:{folder}/heed.sqlite?mode=ro", uri=True)


def heard(folder):
    with record(folder) as database:
        return database.execute(
            "SELECT SUM(CAST(next_cursor AS INTEGER)) FROM sources WHERE network = 'crowd'").fetchone()[0] or 0


def backed_up(program, folder, per_second, seconds):
    hearing = Hearing(program, f"{folder}/desk", 18_090, per_second)
    try:
        time.sleep(seconds)
        before, began = heard(f"{folder}/desk"), time.monotonic()
        subprocess.run(
            [program, "backup", "--data", f"{folder}/desk", f"{folder}/backup"], check=True,
            stdout=subprocess.DEVNULL)
        took, after = time.monotonic() - began, heard(f"{folder}/desk")
        time.sleep(seconds / 4)
    finally:
        hearing.stop()
    began = time.monotonic()
    subprocess.run(
        [program, "restore", "--data", f"{folder}/restored", f"{folder}/backup"], check=True,
        stdout=subprocess.DEVNULL)
    restored = time.monotonic() - began
    faults = compare(f"{folder}/desk", f"{folder}/restored")
    kept = heard(f"{folder}/restored")
    if not before <= kept <= after:
        faults.append(f"{kept} were heard in what was restored, {before} to {after} while it was made")
    print(
        f"backup (row 25): made in {took:.1f} s at {per_second} posts/s, {before} before it and {after} after; "
        f"{kept} in what was restored in {restored:.1f} s; {len(faults)} differences", flush=True)
    for fault in faults[:10]:
        print(f"  {fault}")
    return not faults


def compare(original, copy):
    """Everything in the copy is in the original as it is, and of what its cursors have passed nothing is missing."""
    faults = []
    with sqlite3.connect(f"{copy}/heed.sqlite") as database:
        lines = [row[0] for row in database.execute("PRAGMA integrity_check")]
        faults += [] if lines == ["ok"] else lines
        faults += [f"foreign key: {row}" for row in database.execute("PRAGMA foreign_key_check")]
        posts = database.execute(
            "SELECT COUNT(*) FROM posts WHERE network = 'crowd' AND author_id IS NOT NULL").fetchone()[0]
        if posts != heard(copy):
            faults.append(f"{posts} posts where the cursors say {heard(copy)}")
        database.execute("ATTACH ? AS original", (f"{original}/heed.sqlite",))
        for table, columns in TABLES.items():
            extra = database.execute(
                f"SELECT COUNT(*) FROM (SELECT {columns} FROM main.{table} "
                f"EXCEPT SELECT {columns} FROM original.{table})").fetchone()[0]
            if extra and table != "posts":
                faults.append(f"{extra} rows of {table} are not in the original")
            elif extra:
                # A post that was said about us is set aside once its author speaks to us.
                moved = database.execute(
                    "SELECT COUNT(*) FROM main.posts c JOIN original.posts o ON o.id = c.id "
                    "WHERE c.body = o.body AND c.remote_id = o.remote_id").fetchone()[0]
                total = database.execute("SELECT COUNT(*) FROM main.posts WHERE author_id IS NOT NULL").fetchone()[0]
                if moved < total:
                    faults.append(f"{total - moved} posts are not in the original")
    return faults


def soaked(program, folder, per_second, minutes):
    hearing = Hearing(program, f"{folder}/desk", 18_091, per_second)
    try:
        samples = []
        for second in range(int(minutes * 60)):
            time.sleep(1)
            samples.append(hearing.memory())
        count = heard(f"{folder}/desk")
    finally:
        hearing.stop()
    part = max(1, len(samples) // 5)
    # The first fifth fills caches; the second and the last are compared.
    early, late = (sorted(samples[at:at + part])[part // 2] for at in (part, len(samples) - part))
    growth = (late - early) / early * 100
    print(
        f"soak (row 27): {count} posts in {minutes} minutes, {count / minutes / 60:.0f}/s; memory {early:.0f} MiB "
        f"in the second fifth, {late:.0f} in the last: {growth:+.1f} %; {max(samples):.0f} at most", flush=True)
    return growth < 5 and count > per_second * minutes * 60 * 0.9
