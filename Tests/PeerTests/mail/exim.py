"""Exim (Debian's exim4-daemon-light) on 127.0.0.1: takes mail of whoever signs in, and lays it into a folder."""

import os
import shutil
import subprocess

CONFIGURATION = """
primary_hostname = mail.shop.example
spool_directory = {folder}/exim
log_file_path = {folder}/exim/%slog
pid_file_path = {folder}/exim/pid
local_interfaces = 127.0.0.1.{plain} : 127.0.0.1.{secure}
tls_on_connect_ports = {secure}
tls_advertise_hosts = *
tls_certificate = {folder}/exim/certificate.pem
tls_privatekey = {folder}/exim/key.pem
smtputf8_advertise_hosts = *
auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}
acl_smtp_rcpt = taken
acl_smtp_data = read
host_lookup =
rfc1413_query_timeout = 0s
qualify_domain = shop.example
domainlist local_domains =
queue_only = false
message_size_limit = 20M
exim_user = {user}
exim_group = {group}
never_users =
trusted_users = {user}

begin acl
taken:
  accept authenticated = *
  deny
read:
  deny condition = ${{if match{{$message_body}}{{refuse this}}}}
       message = This is not wanted here.
  accept

begin routers
all:
  driver = accept
  transport = lay_down

begin transports
lay_down:
  driver = appendfile
  maildir_format
  directory = {folder}/exim/taken
  user = {user}
  group = {group}
  create_directory

begin retry
* * F,1h,1m

begin rewrite

begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${{if and{{{{eq{{$auth2}}{{{address}}}}}{{eq{{$auth3}}{{{password}}}}}}}}}
  server_set_id = $auth2
"""


def start(folder, who, group, plain, secure, address, password):
    """- Returns: its process, or nothing where it is not installed or may not be started."""
    exim = "/usr/sbin/exim4"
    if not os.path.exists(exim) or os.getuid() != 0:
        print("skipped: Exim is not tried; it is Debian's exim4-daemon-light, and started by root alone.")
        return None
    (folder / "exim/taken").mkdir(parents=True)
    for name in ["certificate.pem", "key.pem"]:
        shutil.copy(folder / name, folder / "exim" / name)
    for path in [folder / "exim", *(folder / "exim").rglob("*")]:
        os.chown(path, who.pw_uid, who.pw_gid)
    place = folder / "exim.conf"
    place.write_text(CONFIGURATION.format(
        folder=folder, user=who.pw_name, group=group, plain=plain, secure=secure, address=address, password=password))
    said = open(folder / "exim/said", "wb")
    return subprocess.Popen(
        [exim, "-C", str(place), "-bdf", "-q1h"], stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT,
        start_new_session=True)
