"""How long the stored search takes for the newest fifty, by kind of query."""

import desks

# Milliseconds; what nine of ten and half of the tenth stay within.
LIMITS = {"SQLite": 10.0, "PostgreSQL": 30.0}


def look(desk, count):
    """Prints a table; says what is slower than it may be."""
    told = desks.heed(desk, "bench-search", "--count", count)
    limit = LIMITS[desk.name]
    slow = []
    print(f"\n{desk.name}: milliseconds for the newest 50, {count} queries of each kind\n")
    print("| kind of query | p50 | p95 | most | found | cut off |\n|---|---|---|---|---|---|")
    for kind in told["kinds"]:
        print(
            f"| {kind['kind']} | {kind['p50']:.1f} | {kind['p95']:.1f} | {kind['most']:.1f} "
            f"| {kind['rows']:.1f} | {kind['cutOff']} |", flush=True)
        if kind["p95"] > limit:
            slow.append(f"{desk.name}: {kind['kind']}: p95 {kind['p95']:.1f} ms, wanted {limit:.0f}")
    return slow
