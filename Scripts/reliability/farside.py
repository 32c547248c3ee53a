"""The practice network's far side as a process of its own, whose log is the truth."""

import json
import socket
import subprocess
import time
import urllib.request


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class FarSide:
    def __init__(self, program, folder, keyless=False):
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.journal = f"{folder}/accepted.jsonl"
        command = [program, "practice-server", "--port", str(self.port), "--journal", self.journal]
        if keyless:
            command.append("--keyless")
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.wait()

    def wait(self):
        for _ in range(600):
            try:
                with urllib.request.urlopen(self.address + "/v1/about", timeout=1):
                    return
            except OSError:
                if self.process.poll() is not None:
                    raise SystemExit("The far side did not start.")
                time.sleep(0.1)
        raise SystemExit("The far side did not open within a minute.")

    def strike(self, fault, **how):
        body = json.dumps({"fault": fault, **how}).encode()
        request = urllib.request.Request(self.address + "/v1/faults", data=body, method="POST")
        urllib.request.urlopen(request, timeout=5).close()

    def calm(self):
        request = urllib.request.Request(self.address + "/v1/faults", method="DELETE")
        urllib.request.urlopen(request, timeout=5).close()

    def accepted(self):
        """How often each text of ours was accepted."""
        counts = {}
        with open(self.journal, encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                told = json.loads(line)
                if told["act"] == "post" and told.get("text", "").startswith("Reply number "):
                    text = told["text"].split(" ^")[0]
                    counts[text] = counts.get(text, 0) + 1
        return counts

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
