"""How many posts a second get from a network into the record, durably."""

import json
import subprocess

import desks


def telling(posts):
    """Processor seconds a post that the crowd itself costs: inventing words and reading its HTML."""
    done = subprocess.run(
        [desks.PROGRAM, "bench-hear", "--only", "--posts", str(posts)], stdout=subprocess.PIPE,
        text=True, check=True)
    told = json.loads(done.stdout)
    return told["processor"] / told["posts"]


def ingest(desk, posts, topics=100):
    told = desks.heed(desk, "bench-hear", "--posts", posts, "--topics", topics)
    count = told["posts"]
    desk_seconds, server = told["processor"], told["server"]
    print(
        f"{desk.name}: {count} posts in {told['wall']:.1f} s: {count / told['wall']:,.0f}/s; "
        f"{count / (desk_seconds + server):,.0f} a processor second "
        f"(desk {desk_seconds:.1f} s, server {server:.1f} s); "
        f"{told['rows'] / count:.2f} rows a post {told['tables']}; "
        f"memory {told['mostMemory']:.0f} MiB at most", flush=True)
    return told
