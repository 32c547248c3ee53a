"""nginx (Debian's nginx-light) with feeds, and a WebSub hub, for as long as a command runs.

The command learns from HEED_FEEDS_PEER where they are, where the feeds lie, and what nginx notes of each question.
"""

import json
import os
import pathlib
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time

NGINX = "/usr/sbin/nginx"
LONGEST_START = 60

CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log;
{user}
events {{ worker_connections 64; }}
http {{
  log_format asked '$request_method $uri $status';
  access_log {folder}/asked asked;
  client_body_temp_path {folder}/temporary/body;
  proxy_temp_path {folder}/temporary/proxy;
  fastcgi_temp_path {folder}/temporary/fastcgi;
  uwsgi_temp_path {folder}/temporary/uwsgi;
  scgi_temp_path {folder}/temporary/scgi;
  types {{ application/rss+xml xml; application/feed+json json; text/html html; }}
  charset utf-8;
  charset_types application/rss+xml;
  gzip on;
  gzip_types application/rss+xml application/feed+json;
  gzip_min_length 1;
  server {{
    listen 127.0.0.1:{port};
    root {folder}/site;
    location = /plain.xml {{ gzip off; }}
    # What is put together while it is sent has no length: it comes in chunks.
    location = /chunked.xml {{ gzip off; ssi on; ssi_types application/rss+xml; }}
    location = /moved.xml {{ return 301 /feed.xml; }}
    location = /for-now.xml {{ return 302 /feed.xml; }}
    location = /gone.xml {{ return 410; }}
    location = /patience.xml {{ add_header Retry-After 120 always; return 429; }}
    location = /locked.xml {{ auth_basic "members"; auth_basic_user_file {folder}/members; }}
    # The hub hands on all headers of what it read, those of its packing too.
    location = /hub.xml {{
      gzip off;
      add_header Link '<http://127.0.0.1:{hub_port}/hub>; rel="hub"';
      add_header Link '<http://127.0.0.1:{port}/hub.xml>; rel="self"';
    }}
  }}
}}
"""


def rss(items, title="Bells"):
    entries = "".join(
        f"<item><title>{name}</title><guid isPermaLink=\"false\">{name}</guid><pubDate>{day}</pubDate>"
        f"<description>{words}</description></item>" for name, day, words in items)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{entries}</channel></rss>'


ITEMS = [
    ("blue", "Tue, 05 May 2026 10:00:00 GMT", "Grüße: the blue bell is in."),
    ("red", "Mon, 04 May 2026 10:00:00 GMT", "The red bell is in.")]


def main():
    command = sys.argv[1:]
    if command == ["--lacking"]:
        print("" if os.path.exists(NGINX) else "nginx-light\n", end="")
        return 0
    if not os.path.exists(NGINX):
        print("skipped: feeds are not tried on a real server, for this machine lacks Debian's nginx-light.")
        return 0
    folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-feeds.", dir="/tmp"))
    ports = free_ports(3)
    port, hub_port, desk_port = ports
    processes = []
    try:
        who = pwd.getpwnam("nobody") if os.getuid() == 0 else None
        (folder / "site").mkdir()
        (folder / "temporary").mkdir()
        for name in ["feed", "plain", "chunked", "locked", "hub"]:
            (folder / f"site/{name}.xml").write_text(rss(ITEMS, title=name))
        (folder / "site/index.html").write_text(
            '<!doctype html><title>Bells</title><link rel=alternate type="application/rss+xml" title=Bells href=feed.xml>')
        # Small on its way, and large once it is unpacked.
        (folder / "site/large.xml").write_text(rss([("x", ITEMS[0][1], "a" * (9 << 20))]))
        (folder / "members").write_text("ana:{PLAIN}x\n")
        (folder / "nginx.conf").write_text(CONFIGURATION.format(
            folder=folder, port=port, hub_port=hub_port, user=f"user {who.pw_name} nogroup;" if who else ""))
        if who:
            for path in [folder, *folder.rglob("*")]:
                os.chown(path, who.pw_uid, who.pw_gid)
        said = open(folder / "said", "wb")

        def start(line):
            processes.append(subprocess.Popen(
                line, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd=folder,
                start_new_session=True))

        start([NGINX, "-c", folder / "nginx.conf"])
        start([os.environ["PEER_PYTHON"], "-B", pathlib.Path(__file__).with_name("hub.py"), str(hub_port),
               folder / "hub.sqlite"])
        for place, process in zip((port, hub_port), processes):
            wait(place, process, folder)
        peer = {
            "address": f"http://127.0.0.1:{port}", "hub": f"http://127.0.0.1:{hub_port}", "deskPort": desk_port,
            "site": str(folder / "site"), "asked": str(folder / "asked")}
        return subprocess.run(command, env=dict(os.environ, HEED_FEEDS_PEER=json.dumps(peer))).returncode
    finally:
        for process in processes:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def free_ports(count):
    listeners = [socket.socket() for _ in range(count)]
    try:
        for listener in listeners:
            listener.bind(("127.0.0.1", 0))
        return [listener.getsockname()[1] for listener in listeners]
    finally:
        for listener in listeners:
            listener.close()


def wait(port, process, folder):
    end = time.monotonic() + LONGEST_START
    while process.poll() is None and time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), 1):
                return
        except OSError:
            time.sleep(0.1)
    told = "".join(
        (folder / name).read_text(errors="replace") for name in ("said", "nginx.log") if (folder / name).exists())
    raise SystemExit(f"A server did not start:\n{told}")


if __name__ == "__main__":
    sys.exit(main())
