"""Dovecot and SMTP servers for as long as a command runs, which learns from HEED_MAIL_PEER where they are.

All speak TLS from the first byte and by STARTTLS, with a certificate of a day that only the command is told to trust.
Mail that is handed in for the mailbox itself arrives in it. aiosmtpd does as the tests need it; Exim is there as it is.
"""

import json
import os
import pathlib
import secrets
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

import exim
from tokens import Tokens

ADDRESS = "help@shop.example"
CONFIGURATION = """
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <{folder}/certificate.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:{folder}/mail
mail_uid = {uid}
mail_gid = {gid}
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
auth_mechanisms = plain login xoauth2
service anvil {{
  chroot =
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {imap}
  }}
  inet_listener imaps {{
    port = {imaps}
  }}
}}
service stats {{
  chroot =
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {folder}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/home
}}
namespace inbox {{
  inbox = yes
  mailbox Sent {{
    special_use = \\Sent
    auto = subscribe
  }}
}}
"""


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Keeper:
    """Puts what is taken into the mailbox, and writes it down."""

    def __init__(self, folder, tokens):
        self.folder, self.tokens = folder, tokens

    async def handle_DATA(self, server, session, envelope):
        name = f"{time.time_ns()}.{secrets.token_hex(4)}"
        (self.folder / "taken" / name).write_bytes(envelope.content)
        if b"Cut behind the dot" in envelope.content:
            # It is taken, and whoever handed it in never hears so.
            server.transport.abort()
            return "421 4.3.0 too late"
        if ADDRESS in envelope.rcpt_tos:
            place = self.folder / "mail"
            (place / "tmp" / name).write_bytes(envelope.content)
            (place / "tmp" / name).rename(place / "new" / name)
        return "250 2.0.0 taken"

    async def auth_XOAUTH2(self, server, arguments):
        right = len(arguments) == 2 and self.tokens.opens(arguments[1])
        return AuthResult(success=right, handled=False, auth_data=b"desk" if right else None)


def run(command):
    dovecot = shutil.which("dovecot") or "/usr/sbin/dovecot"
    if not os.path.exists(dovecot):
        print("Dovecot is missing (Debian's dovecot-imapd): mail is not tried on real servers.")
        return 0
    folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-peer-mail.", dir="/tmp"))
    password = secrets.token_hex(12)
    imap, imaps, smtp, smtps = free_port(), free_port(), free_port(), free_port()
    server = mail_server = tokens = None
    controllers = []
    try:
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
             "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"], check=True, capture_output=True)
        # As root it needs somebody else to be; as anybody else it can only be that one.
        user = "nobody" if os.getuid() == 0 else os.environ.get("USER", "")
        import grp
        import pwd
        who = pwd.getpwnam(user) if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        for name in ["mail/new", "mail/cur", "mail/tmp", "home", "taken", "run", "state"]:
            (folder / name).mkdir(parents=True, exist_ok=True)
        for path in [folder, *folder.rglob("*")]:
            if os.getuid() == 0 and path.name not in ("run", "state", "key.pem"):
                os.chown(path, who.pw_uid, who.pw_gid)
        (folder / "dovecot.conf").write_text(CONFIGURATION.format(
            folder=folder, user=who.pw_name, group=grp.getgrgid(who.pw_gid).gr_name, uid=who.pw_uid,
            gid=who.pw_gid, imap=imap, imaps=imaps, password=password))
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(folder / "certificate.pem", folder / "key.pem")
        tokens = Tokens(ADDRESS, context)
        (folder / "oauth2.conf").write_text(
            f"tokeninfo_url = http://127.0.0.1:{tokens.looking}/whose?access_token=\nusername_attribute = email\n")
        server = subprocess.Popen(
            [dovecot, "-F", "-c", folder / "dovecot.conf"], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=open(folder / "errors", "wb"))

        def authenticate(_server, _session, _envelope, mechanism, data):
            right = isinstance(data, LoginPassword) and data.login == ADDRESS.encode() \
                and data.password == password.encode()
            return AuthResult(success=right, handled=False)

        options = dict(authenticator=authenticate, auth_required=True, enable_SMTPUTF8=True)

        class Starting(Controller):
            def factory(self):
                return SMTP(self.handler, tls_context=context, require_starttls=True, **options)

        class Secure(Controller):
            def factory(self):
                return SMTP(self.handler, auth_require_tls=False, **options)

        keeper = Keeper(folder, tokens)
        controllers = [
            Starting(keeper, hostname="127.0.0.1", port=smtp),
            Secure(keeper, hostname="127.0.0.1", port=smtps, ssl_context=context)]
        for controller in controllers:
            controller.start()
        wait(imaps, server, folder)
        group = grp.getgrgid(who.pw_gid).gr_name
        exims = [free_port(), free_port()]
        mail_server = exim.start(folder, who, group, *exims, ADDRESS, password)
        if mail_server:
            wait(exims[1], mail_server, folder)
        peer = {
            "address": ADDRESS, "password": password, "imap": imap, "imaps": imaps, "smtp": smtp, "smtps": smtps,
            "certificate": str(folder / "certificate.pem"), "taken": str(folder / "taken"),
            "new": str(folder / "mail/new"), "folder": str(folder), "tokens": tokens.exchanging,
            "refresh": tokens.first, "doveadm": shutil.which("doveadm") or "/usr/bin/doveadm", "exim": exims if mail_server else None}
        return subprocess.run(command, env=dict(os.environ, HEED_MAIL_PEER=json.dumps(peer))).returncode
    finally:
        for controller in controllers:
            controller.stop()
        if tokens:
            tokens.stop()
        for process in (mail_server, server):
            if process and process.poll() is None:
                process.send_signal(signal.SIGTERM)
                process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def wait(port, server, folder):
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if server.poll() is not None:
            break
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.1)
    told = "".join(
        (folder / name).read_text(errors="replace")
        for name in ("errors", "log", "exim/said", "exim/mainlog") if (folder / name).exists())
    raise SystemExit(f"A mail server did not start:\n{told}")


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
