#!/usr/bin/env python3
"""How fast a desk catches up a mailbox, with its record, and how much memory that takes.

    mailbox.py [--mails 100000] [--growth 400]

Starts the program of HEED_PROGRAM on an empty folder and the mailbox of HEED_MAIL_DOUBLE (both built in release) with so
many mails in it, a third of them answers; signs a lead in, adds the mailbox as a member would, and looks into the record
until every mail is there. Ends with an error when one is missing, or the desk has more than `--growth` MB more than before.
"""

import argparse
import html
import json
import os
import pathlib
import re
import secrets
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.parse

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import desks  # noqa: E402
import pages  # noqa: E402
from mentions import free_port  # noqa: E402

ADDRESS = "help@shop.example"


class Mailbox:
    """A mailbox on 127.0.0.1, with a certificate that only its desk trusts."""

    def __init__(self, folder, mails):
        program = os.environ.get("HEED_MAIL_DOUBLE")
        if not program:
            raise SystemExit("HEED_MAIL_DOUBLE has to name mail-double, built in release.")
        self.certificate, key = folder / "certificate.pem", folder / "key.pem"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
             "-keyout", str(key), "-out", str(self.certificate)],
            stdin=subprocess.DEVNULL, capture_output=True, check=True)
        self.password = secrets.token_hex(12)
        self.imap, self.smtp = free_port(), free_port()
        self.process = subprocess.Popen(
            [program, "--password", self.password, "--imap", str(self.imap), "--smtp", str(self.smtp),
             "--certificate", str(self.certificate), "--key", str(key)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if self.process.stdout.readline().strip() != "open":
            raise SystemExit("The mailbox did not open.")
        self.process.stdin.write(json.dumps({"act": "fill", "count": str(mails)}) + "\n")
        self.process.stdin.flush()
        self.process.stdout.readline()

    @property
    def typed(self):
        return f"{ADDRESS}, 127.0.0.1:{self.imap}, 127.0.0.1:{self.smtp}"

    def stop(self):
        self.process.kill()
        self.process.wait()


def fill_in(browser, page, wanted, path):
    """Sends the form of a page that has all fields that are wanted; what came back."""
    for form in re.findall(r"<form[^>]*>.*?</form>", page, re.S):
        fields = {
            name: html.unescape(value)
            for name, value in re.findall(r'name="([^"]+)"(?:[^>]*?value="([^"]*)")?', form)}
        if all(name in fields for name in wanted):
            action = re.search(r'action="([^"]*)"', form[:form.index(">")])
            target = (action.group(1) if action else path).replace("&amp;", "&")
            body = urllib.parse.urlencode({**fields, **wanted})
            status, text = browser.ask("POST", target, body)
            return status, text.decode()
    raise SystemExit(f"{path} has no form with {', '.join(wanted)}.")


def add(browser, mailbox):
    """As a member does it: its address, then its password."""
    path = "/accounts/new?network=mail"
    wanted = {"network": "mail", "server": mailbox.typed, "state": "organisation"}
    _, page = fill_in(browser, browser.page(path), wanted, path)
    status, page = fill_in(browser, page, {"password": mailbox.password}, path)
    if status not in (302, 303):
        raise SystemExit(f"The mailbox was not added: {status} {page[:500]}")


def watch(record, wanted, process):
    """Looks until so many mails are in the record, or none came for a minute; how many, and after how long the last."""
    begun = last = time.monotonic()
    found, most = 0, 0.0
    while time.monotonic() - last < 60 and found < wanted:
        time.sleep(0.5)
        now = record.execute("SELECT COUNT(*) FROM posts WHERE network = 'mail'").fetchone()[0]
        if now > found:
            found, last = now, time.monotonic()
        most = max(most, desks.use(process.pid)[2])
    return found, last - begun, most


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mails", type=int, default=100_000)
    parser.add_argument("--growth", type=float, default=400)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="heed-bench-") as folder:
        mailbox = Mailbox(pathlib.Path(folder), arguments.mails)
        desk = desks.SQLite(folder)
        # A member who leads, and little else.
        desks.heed(desk, "bench-hear", "--posts", 100, "--days", 30)
        desks.heed(desk, "bench-work", "--posts", 100)
        server = pages.Server(
            desk, free_port(), "serve", "--host", "127.0.0.1", "--set", "mastodon.servers=",
            "--set", "bluesky.jetstream=", "--set", f"hosts=127.0.0.1:{mailbox.imap},127.0.0.1:{mailbox.smtp}",
            "--set", f"authorities={mailbox.certificate}")
        try:
            browser = pages.Browser(server.port)
            browser.sign_in()
            before, cpu = server.memory()[0], server.seconds()
            add(browser, mailbox)
            record = sqlite3.connect(pathlib.Path(folder, "sqlite", "heed.sqlite"), timeout=60)
            found, seconds, most = watch(record, arguments.mails, server.process)
            cpu = server.seconds() - cpu
        finally:
            server.stop()
            mailbox.stop()
    print(
        f"{found} of {arguments.mails} mails in the record after {seconds:.1f} s, {found / max(seconds, 0.1):,.0f}/s; "
        f"{cpu:.1f} s of a processor, {found / max(cpu, 0.1):,.0f} a second of it; {before:.0f} MB before, {most:.0f} MB "
        f"at most (SQLite, one mailbox, over TLS)")
    if found < arguments.mails:
        sys.exit(f"{arguments.mails - found} mails are missing.")
    if most - before > arguments.growth:
        sys.exit(f"The memory grew by {most - before:.0f} MB; {arguments.growth:g} MB is allowed.")


if __name__ == "__main__":
    main()
