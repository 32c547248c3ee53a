"""How quickly "said before" is found among many replies: the statements that the desk asks, on a SQLite file of the
desk's own shape. Its 20 bands a reply are drawn by dice; of a thousand replies one is a phrase that is said again and
again, so that some bands are long. Prints the time of one draft's 20 questions and of reading what they found.

    python3 Benchmarks/desk/said.py 1000000
"""

import pathlib
import random
import sqlite3
import sys
import tempfile
import time

BANDS, EACH, MOST = 20, 60, 120


def fill(database, replies, dice):
    database.executescript(
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF;
        CREATE TABLE replies (id INTEGER PRIMARY KEY, words TEXT NOT NULL, delivered_at INTEGER);
        CREATE TABLE said_bands (band INTEGER NOT NULL, reply_id INTEGER NOT NULL,
          PRIMARY KEY (band, reply_id)) WITHOUT ROWID;
        """)
    words = " ".join(["the parcel left our house on Monday and the carrier has it now"] * 4)
    hymns = [[dice.getrandbits(63) for _ in range(BANDS)] for _ in range(50)]
    rows = []
    for reply in range(replies):
        hymn = hymns[dice.randrange(50)] if dice.randrange(1000) < 50 else None
        rows.append((reply << 21, hymn or [dice.getrandbits(63) for _ in range(BANDS)]))
    database.executemany(
        "INSERT INTO replies VALUES (?, ?, 1)", ((reply, words) for reply, _ in rows))
    # In the order of the key: the file is as large as one that grew, its making quicker.
    database.executemany(
        "INSERT INTO said_bands VALUES (?, ?)",
        sorted((band, reply) for reply, bands in rows for band in bands))
    database.commit()
    return rows, hymns


def ask(database, bands):
    times = {}
    for band in sorted(set(bands)):
        for (reply,) in database.execute(
                "SELECT reply_id FROM said_bands WHERE band = ? ORDER BY reply_id DESC LIMIT ?",
                (band, EACH)):
            times[reply] = times.get(reply, 0) + 1
    best = sorted(times, key=lambda reply: (-times[reply], -reply))[:MOST]
    places = ", ".join("?" * len(best))
    return database.execute(
        f"SELECT id, words FROM replies WHERE id IN ({places})", best).fetchall()


def main():
    replies = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    dice = random.Random(7)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "said.sqlite"
        database = sqlite3.connect(path)
        rows, hymns = fill(database, replies, dice)
        drafts = [dice.choice(rows)[1] for _ in range(500)] + hymns
        drafts += [[dice.getrandbits(63) for _ in range(BANDS)] for _ in range(500)]
        dice.shuffle(drafts)
        took = []
        for bands in drafts:
            begun = time.perf_counter()
            ask(database, bands)
            took.append((time.perf_counter() - begun) * 1000)
        took.sort()
        size = path.stat().st_size / 1e6
        print(
            f"{replies} replies, {size:.0f} MB: median {took[len(took) // 2]:.2f} ms, "
            f"p99 {took[int(len(took) * 0.99)]:.2f} ms, longest {took[-1]:.2f} ms")


if __name__ == "__main__":
    main()
