"""Compares what a desk that was killed again and again keeps with what the far side accepted."""

import os
import sqlite3
import sys
import tempfile
import time

from backup import backed_up, soaked
from disk import failing
from farside import FarSide
from lives import live, seeded

PROGRAM = os.environ.get("HEED_PROGRAM", "")
SEED = int(os.environ.get("HEED_RELIABILITY_SEED", "20260522"))
COUNTS = {
    "small": {
        "sends": 200, "kills": 20, "fault_sends": 200, "posts": 4_000, "ingest_kills": 12,
        "disk": 25, "backup_seconds": 15, "soak_minutes": 1,
    },
    "full": {
        "sends": 10_000, "kills": 1_000, "fault_sends": 10_000, "posts": 100_000,
        "ingest_kills": 100, "disk": 400, "backup_seconds": 120, "soak_minutes": 30,
    },
}


def record(folder):
    return sqlite3.connect(f"file:{folder}/desk/heed.sqlite?mode=ro", uri=True)


def integrity(folder):
    with sqlite3.connect(f"{folder}/desk/heed.sqlite") as database:
        lines = [row[0] for row in database.execute("PRAGMA integrity_check")]
        keys = list(database.execute("PRAGMA foreign_key_check"))
    return (lines if lines != ["ok"] else []) + [f"foreign key: {row}" for row in keys]


def sending(name, row, counts, folder, keyless=False, faults=(), kills=0, sends=0):
    """Rows 1, 2 and 3: each reply that was acknowledged arrives once, or is listed as unknown."""
    chance = seeded(f"{SEED} {name}")
    # So slowly that the kills fall among the sends: a life lasts half a second on average.
    every = max(10, 600 * kills // sends)
    far = FarSide(PROGRAM, folder, keyless)
    began = time.monotonic()
    try:
        for fault in faults:
            far.strike(**fault)

        def arguments(said):
            written = 0
            if os.path.exists(f"{folder}/desk/heed.sqlite"):
                with record(folder) as database:
                    try:
                        written = database.execute("SELECT COUNT(*) FROM replies").fetchone()[0]
                    except sqlite3.OperationalError:
                        written = 0
            return [
                PROGRAM, "bench-send", "--data", f"{folder}/desk", "--practice", far.address,
                "--next", str(written + 1), "--last", str(sends), "--every", str(every),
            ]

        said, killed = live(
            arguments, kills, 0.05, 0.9, chance, timeout=600 + sends)
        accepted = far.accepted()
    finally:
        far.stop()
    with record(folder) as database:
        replies = dict(database.execute("SELECT words, status FROM replies"))
        ours = database.execute(
            "SELECT COUNT(*) FROM posts WHERE direction = 'ours' AND body LIKE '%Reply number %'"
        ).fetchone()[0]
    acknowledged = {f"Reply number {line}." for line in said if line.isdigit()}
    lost = [text for text, status in replies.items()
            if status == "delivered" and accepted.get(text, 0) == 0]
    lost += [text for text in acknowledged if text not in replies]
    open_ = [text for text, status in replies.items() if status not in ("delivered", "unknown")]
    doubled = [text for text, count in accepted.items() if count > 1]
    unknown = [text for text, status in replies.items() if status == "unknown"]
    unheard = sum(1 for text in unknown if accepted.get(text, 0) == 0)
    extra = ours - sum(accepted.values())
    damage = integrity(folder)
    print(
        f"{name} (row {row}): {len(replies)} replies, {killed} kills, {len(lost)} lost, "
        f"{len(doubled)} doubled, {len(unknown)} listed as unknown ({unheard} of them did not "
        f"arrive), {len(open_)} open, {extra} posts of ours too many, integrity "
        f"{'clean' if not damage else damage}; {time.monotonic() - began:.0f} s", flush=True)
    for text in (lost + doubled + open_)[:10]:
        print(f"  {text} {replies.get(text)} accepted {accepted.get(text, 0)} times")
    complete = len(replies) == sends and killed == kills
    if not complete:
        print(f"  {sends} replies and {kills} kills were wanted.")
    return complete and not (lost or doubled or open_ or damage or extra > 0)


def ingesting(name, row, folder, kills=0, posts=0):
    """Row 4: nothing that was told is missing after catching up, and nothing is there twice."""
    chance = seeded(f"{SEED} {name}")
    began = time.monotonic()
    command = [PROGRAM, "bench-ingest", "--data", f"{folder}/desk", "--posts", str(posts)]
    _, killed = live(lambda said: command, kills, 0.02, 0.8, chance, timeout=600 + posts / 20)
    with record(folder) as database:
        stored = [row[0] for row in database.execute(
            "SELECT remote_id FROM posts WHERE network = 'tide' AND author_id IS NOT NULL")]
        placeholders = database.execute(
            "SELECT COUNT(*) FROM posts WHERE network = 'tide' AND author_id IS NULL"
        ).fetchone()[0]
        threads = database.execute(
            "SELECT COUNT(DISTINCT conversation_id) FROM posts WHERE network = 'tide'"
        ).fetchone()[0]
        terms = database.execute("SELECT COUNT(*) FROM post_terms").fetchone()[0]
    missing = {f"tide-{number}" for number in range(posts)} - set(stored)
    doubled = len(stored) - len(set(stored))
    damage = integrity(folder)
    wanted_threads = (posts + 3) // 4
    print(
        f"{name} (row {row}): {len(stored)} posts, {killed} kills, {len(missing)} missing, "
        f"{doubled} doubled, {placeholders} placeholders left, {threads} threads of "
        f"{wanted_threads}, {terms} indexed, integrity {'clean' if not damage else damage}; "
        f"{time.monotonic() - began:.0f} s", flush=True)
    return (
        killed == kills and not (missing or doubled or placeholders or damage)
        and threads == wanted_threads and terms == posts)


def faults_of(folder, posts):
    """What is wrong with a desk that should have heard so many."""
    with sqlite3.connect(f"{folder}/heed.sqlite") as database:
        stored = [row[0] for row in database.execute(
            "SELECT remote_id FROM posts WHERE network = 'tide' AND author_id IS NOT NULL")]
        terms = database.execute("SELECT COUNT(*) FROM post_terms").fetchone()[0]
        lines = [row[0] for row in database.execute("PRAGMA integrity_check")]
    faults = [] if lines == ["ok"] else lines
    if len(set(stored)) != posts or len(stored) != posts or terms != posts:
        faults.append(f"{len(set(stored))} of {posts} posts, {len(stored)} rows, {terms} indexed")
    return faults


def main():
    size = sys.argv[1] if len(sys.argv) > 1 else "small"
    if size not in COUNTS or not os.access(PROGRAM, os.X_OK):
        raise SystemExit("usage: Scripts/check-reliability small|full [check …]")
    counts = COUNTS[size]
    wanted = sys.argv[2:] or ["keyed", "keyless", "faults", "ingest", "disk", "backup", "soak"]
    # Accepted at once, answered later: so that many kills fall between the two.
    slow = [dict(fault="late", milliseconds=120, probability=0.6, seed=4, on="writes")]
    often = dict(probability=0.04, on="writes")
    checks = {
        "keyed": lambda folder: sending(
            "keyed", 1, counts, folder, faults=slow, kills=counts["kills"], sends=counts["sends"]),
        "keyless": lambda folder: sending(
            "keyless", 2, counts, folder, keyless=True, faults=slow, kills=counts["kills"],
            sends=counts["sends"]),
        "faults": lambda folder: sending(
            "faults", 3, counts, folder, sends=counts["fault_sends"], faults=[
                dict(fault="cut-after", seed=1, **often),
                dict(fault="error-after", seed=2, **often),
                dict(fault="late", seed=3, milliseconds=400, **often),
            ]),
        "ingest": lambda folder: ingesting(
            "ingest", 4, folder, kills=counts["ingest_kills"], posts=counts["posts"]),
        "disk": lambda folder: failing(
            PROGRAM, folder, counts["disk"], 400, lambda desk: faults_of(desk, 400)),
        "backup": lambda folder: backed_up(PROGRAM, folder, 1_000, counts["backup_seconds"]),
        "soak": lambda folder: soaked(PROGRAM, folder, 1_000, counts["soak_minutes"]),
    }
    print(f"Seed {SEED}, {size} counts.", flush=True)
    failed = []
    for name in wanted:
        with tempfile.TemporaryDirectory(prefix="heed-reliability-") as folder:
            os.mkdir(f"{folder}/desk")
            if not checks[name](folder):
                failed.append(name)
    if failed:
        raise SystemExit("Does not hold: " + ", ".join(failed))


main()
