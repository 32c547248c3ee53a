"""Row 5: one write, flush or opening fails, each in its turn; what was acknowledged stays."""

import os
import pathlib
import shutil
import signal
import subprocess
import time

HERE = pathlib.Path(__file__).parent


def shim(folder):
    """The library that lets one call fail, built for this machine."""
    library = f"{folder}/failing.so"
    compiler = next(name for name in ("cc", "clang", "gcc") if shutil.which(name))
    subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", library, str(HERE / "failing_disk.c"), "-ldl"],
        check=True)
    return library


def run(command, environment, seconds):
    """One life of the program; killed when its time is over. Says whether it ended by itself, without a complaint."""
    process = subprocess.Popen(
        command, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        return process.wait(timeout=seconds) == 0
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return False


def failing(program, folder, tries, posts, look):
    """`look(folder)` tells what is wrong with the desk after it caught up."""
    library = shim(folder)

    def command(number):
        return [program, "bench-ingest", "--data", f"{folder}/{number}", "--posts", str(posts)]

    def environment(number, at):
        return {
            "LD_PRELOAD": library, "HEED_FAIL_FOLDER": f"{folder}/{number}", "HEED_FAIL_AT": str(at),
            "HEED_FAIL_COUNT": f"{folder}/count"}

    if not run(command(0), environment(0, 0), 120):
        raise SystemExit("The program did not end by itself with a whole disk.")
    calls = int(pathlib.Path(folder, "count").read_text())
    faults, unharmed, began = [], 0, time.monotonic()
    for number in range(1, tries + 1):
        at = 1 + (number - 1) * calls // tries
        unharmed += run(command(number), environment(number, at), 4)
        # With a whole disk again it catches up.
        if not run(command(number), {}, 60):
            faults.append(f"call {at}: the desk does not go on")
        else:
            faults += [f"call {at}: {fault}" for fault in look(f"{folder}/{number}")]
        shutil.rmtree(f"{folder}/{number}", ignore_errors=True)
    print(
        f"disk (row 5): {tries} of {calls} writes, flushes and openings failed, one a life; {unharmed} lives "
        f"went on by themselves; after catching up {len(faults)} faults; "
        f"{time.monotonic() - began:.0f} s", flush=True)
    for fault in faults[:10]:
        print(f"  {fault}")
    return not faults
