#!/usr/bin/env python3
"""What a search for the beginning of a word costs on SQLite: merged by FTS5, and looked for among the newest first.

    beginnings.py DATABASE

Asks both ways in SQL, as Sources/HeedStore/Listen/SearchNewest.swift does, of a desk of 20,000 posts or more that is
opened for reading alone, for beginnings of words that its newest posts have, and compares what they find. Milliseconds
of a processor for the newest 67, which is what the desk asks for at once for a page of 50.
"""

import random
import sqlite3
import sys
import time

LAST = 2**63 - 1
WISH = 67


def merged(db, start):
    return db.execute(
        "SELECT rowid FROM post_terms WHERE post_terms MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
        [f'"{start}"*', LAST, WISH]).fetchall()


def newest(db, start):
    found, before = [], LAST
    for length in (1_000, 2_000, 4_000, 8_000):
        end = db.execute(
            f"SELECT id FROM post_terms_content WHERE id < ? ORDER BY id DESC LIMIT 1 OFFSET {length - 1}",
            [before]).fetchone()[0]
        found += db.execute(
            "SELECT id FROM post_terms_content WHERE id < ? AND id >= ? AND INSTR(' ' || c0, ?) > 0"
            " ORDER BY id DESC LIMIT ?", [before, end, " " + start, WISH - len(found)]).fetchall()
        if len(found) >= WISH:
            break
        if length == 1_000 and len(found) < 10:
            return merged(db, start)
        before = end
    return found


def main():
    db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    said = db.execute("SELECT c0 FROM post_terms_content ORDER BY id DESC LIMIT 20000").fetchall()
    words = sorted({word for (text,) in said for word in text.split() if word.isalpha()})
    chance = random.Random(1)
    print("| letters | beginnings | merged: p50, p95, most | newest first: p50, p95, most |\n|---|---|---|---|")
    for letters in (1, 2, 3, 4, 6):
        starts = sorted({word[:letters] for word in words if word.isascii() and len(word) > letters})
        starts = chance.sample(starts, min(100, len(starts)))
        cells = []
        for way in (merged, newest):
            times = []
            for start in starts:
                way(db, start)
                began = time.process_time()
                way(db, start)
                times.append((time.process_time() - began) * 1_000)
            times.sort()
            figures = times[len(times) // 2], times[int(len(times) * 0.95)], times[-1]
            cells.append(", ".join(f"{figure:.1f}" for figure in figures))
        for start in starts:
            ours = newest(db, start)
            if ours != merged(db, start)[: len(ours)]:
                sys.exit(f"{start}: not the same posts")
        print(f"| {letters} | {len(starts)} | {cells[0]} | {cells[1]} |", flush=True)


if __name__ == "__main__":
    main()
