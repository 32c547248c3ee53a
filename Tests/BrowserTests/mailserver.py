"""A made-up mailbox in a process of its own: IMAP and SMTP over TLS, held in the test's hand by lines on its input."""

import base64
import email
import email.policy
import email.utils
import json
import os
import pathlib
import secrets
import shutil
import subprocess
import tempfile

from desk import free_port
from double import make_certificate


class Mailbox:
    """`mail-double` for as long as the `with` lasts, with a certificate that only its desk trusts."""

    address = "help@shop.example"

    def __enter__(self):
        program = os.environ.get("HEED_MAIL_DOUBLE")
        if not program:
            raise SystemExit("HEED_MAIL_DOUBLE names no built mail-double. Use Scripts/test-browser.")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-mail."))
        self.certificate, key = self.folder / "certificate.pem", self.folder / "key.pem"
        self.said = self.folder / "said"
        make_certificate(self.certificate, key)
        self.password = "with blanks " + secrets.token_hex(8)
        self.imap, self.smtp = free_port(), free_port()
        with open(self.said, "wb") as said:
            self.process = subprocess.Popen(
                [program, "--password", self.password, "--imap", str(self.imap), "--smtp", str(self.smtp),
                 "--certificate", str(self.certificate), "--key", str(key)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said, cwd=self.folder, text=True)
        if self.process.stdout.readline().strip() != "open":
            told = self.told()
            self.__exit__(None, None, None)
            raise RuntimeError(f"The mailbox did not open:\n{told}")
        return self

    @property
    def typed(self):
        """What somebody types to add it."""
        return f"{self.address}, 127.0.0.1:{self.imap}, 127.0.0.1:{self.smtp}"

    @property
    def settings(self):
        return {
            "hosts": f"127.0.0.1:{self.imap},127.0.0.1:{self.smtp}", "authorities": str(self.certificate)}

    def ask(self, act, **order):
        self.process.stdin.write(json.dumps({"act": act, **order}) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def write(self, sender, subject, text, parent=None, html=None, attachment=None):
        """Somebody writes to the mailbox; the mail's id."""
        mail = email.message.EmailMessage(policy=email.policy.SMTP)
        mail["From"], mail["To"], mail["Subject"] = sender, self.address, subject
        mail["Date"], mail["Message-ID"] = email.utils.localtime(), email.utils.make_msgid(domain="a.example")
        if parent:
            mail["In-Reply-To"] = mail["References"] = parent
        mail.set_content(text)
        if html:
            mail.add_alternative(html, subtype="html")
        if attachment:
            name, content = attachment
            mail.add_attachment(content, maintype="text", subtype="html", filename=name)
        self.ask("deliver", mail=base64.b64encode(mail.as_bytes()).decode())
        return mail["Message-ID"]

    def taken(self):
        """Every mail that was ever handed in, as Python's own library reads it."""
        return [
            email.message_from_bytes(base64.b64decode(mail), policy=email.policy.default)
            for mail in self.ask("taken")["mails"]]

    def told(self):
        return self.said.read_text(encoding="utf-8", errors="replace")[-4_000:]

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
