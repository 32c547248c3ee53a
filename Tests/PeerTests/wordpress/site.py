"""A WordPress site, as Debian packs it, for as long as a command runs, which learns from HEED_WORDPRESS_PEER about it.

Apache with PHP and a MariaDB, both on this machine alone and in a folder that is removed afterwards. The site speaks
TLS with a certificate of a day; it is set up, and its people get their passwords, by its own pages, as by somebody who
sits before them. Beside it stands the shop's own site: two pages without any program.
"""

import json
import os
import pathlib
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from owner import Owner

PACKAGED = pathlib.Path("/usr/share/wordpress")
LONGEST_START = 60

APACHE = """
ServerName 127.0.0.1
ServerRoot {folder}
PidFile {folder}/apache.pid
DefaultRuntimeDir {folder}
ErrorLog {folder}/apache.log
LogLevel error
Mutex file:{folder} default
Listen 127.0.0.1:{port}
Listen 127.0.0.1:{shop_port}
{modules}
{user}
StartServers 4
MinSpareServers 2
MaxRequestWorkers 8
DirectoryIndex index.php index.html
TypesConfig /etc/mime.types
<FilesMatch "\\.php$">
  SetHandler application/x-httpd-php
</FilesMatch>
<Directory />
  AllowOverride None
  Require all granted
</Directory>
php_admin_value sendmail_path /bin/true
php_admin_value session.save_path {folder}/tmp
php_admin_value upload_tmp_dir {folder}/tmp
AddOutputFilterByType DEFLATE text/html application/json application/rss+xml application/atom+xml
<VirtualHost 127.0.0.1:{port}>
  DocumentRoot {folder}/www
  SSLEngine on
  SSLCertificateFile {folder}/certificate.pem
  SSLCertificateKeyFile {folder}/key.pem
  <Directory {folder}/www>
    RewriteEngine on
    RewriteBase /
    RewriteRule ^index\\.php$ - [L]
    RewriteCond %{{REQUEST_FILENAME}} !-f
    RewriteCond %{{REQUEST_FILENAME}} !-d
    RewriteRule . /index.php [L]
  </Directory>
</VirtualHost>
<VirtualHost 127.0.0.1:{shop_port}>
  DocumentRoot {folder}/shop
</VirtualHost>
"""

CONFIGURATION = """<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'wordpress');
define('DB_PASSWORD', '{database_password}');
define('DB_HOST', 'localhost:{folder}/database.sock');
{keys}
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('AUTOMATIC_UPDATER_DISABLED', true);
// Asked for by the tests, as by a clock of the machine.
define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""

# WordPress asks no neighbours on this machine, and takes one comment in 15 seconds of one address: here all are of one.
PLUGIN = """<?php
add_filter('http_request_host_is_external', '__return_true');
add_filter('http_allowed_safe_ports', function ($ports) { return array_merge($ports, [%s]); });
add_filter('https_ssl_verify', '__return_false');
add_filter('comment_flood_filter', '__return_false', 20);
"""

MODULES = ["mpm_prefork", "authz_core", "dir", "mime", "rewrite", "ssl", "filter", "deflate"]


def missing():
    """Debian's names of what is not there."""
    wanted = {
        "wordpress": PACKAGED / "wp-load.php",
        "wordpress-theme-twentytwentythree": PACKAGED / "wp-content/themes/twentytwentythree",
        "mariadb-server-core": pathlib.Path("/usr/sbin/mariadbd"),
        "apache2": pathlib.Path("/usr/sbin/apache2"),
        "php-xml": next(pathlib.Path("/usr/lib/php").glob("*/xml.so"), None) if pathlib.Path("/usr/lib/php").exists()
        else None,
        "libapache2-mod-php": next(pathlib.Path("/usr/lib/apache2/modules").glob("libphp*.so"), None)
        if pathlib.Path("/usr/lib/apache2/modules").exists() else None}
    return [name for name, place in wanted.items() if place is None or not place.exists()]


class Site:
    """Runs for as long as the `with` lasts."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="heed-wp.", dir="/tmp"))
        self.processes = []
        self.port, self.shop_port, self.desk_port = free_ports(3)
        self.address = f"https://127.0.0.1:{self.port}"
        self.shop = f"http://127.0.0.1:{self.shop_port}"
        # As root it needs somebody else to be; anybody else is themselves.
        self.user = pwd.getpwnam("nobody") if os.getuid() == 0 else None
        try:
            self.lay_out()
            self.start_database()
            self.start_apache()
            self.owner = Owner(self.address, self.folder / "certificate.pem")
            self.owner.set_up("Corner Bikes")
        except BaseException:
            print(self.told(), file=sys.stderr)
            self.__exit__(None, None, None)
            raise
        return self

    def lay_out(self):
        folder = self.folder
        shutil.copytree(PACKAGED, folder / "www", ignore=shutil.ignore_patterns(".htaccess", "wp-config.php"))
        for name in ["shop", "tmp", "database", "www/wp-content/mu-plugins", "www/wp-content/uploads"]:
            (folder / name).mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
             "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
             "-keyout", folder / "key.pem", "-out", folder / "certificate.pem"], check=True, capture_output=True)
        self.database_password = secrets.token_hex(12)
        names = [f"{name}_{kind}" for name in ["AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE"] for kind in ["KEY", "SALT"]]
        keys = "\n".join(f"define('{name}', '{secrets.token_hex(32)}');" for name in names)
        (folder / "www/wp-config.php").write_text(CONFIGURATION.format(
            folder=folder, database_password=self.database_password, keys=keys))
        (folder / "www/wp-content/mu-plugins/near.php").write_text(
            PLUGIN % ", ".join(str(port) for port in (self.port, self.shop_port, self.desk_port)))
        desk = f"http://127.0.0.1:{self.desk_port}"
        (folder / "shop/bells.html").write_text(
            f'<!doctype html><title>Our bells</title><link rel="webmention" href="{desk}/webmention">'
            f'<link rel="pingback" href="{desk}/pingback"><p>Bells are in.')
        shutil.copy(folder / "shop/bells.html", folder / "shop/index.html")
        if self.user:
            for path in [folder, *folder.rglob("*")]:
                if path.name != "key.pem":
                    os.chown(path, self.user.pw_uid, self.user.pw_gid, follow_symlinks=False)

    def start_database(self):
        as_somebody = [f"--user={self.user.pw_name}"] if self.user else []
        small = ["--innodb-buffer-pool-size=32M", "--innodb-log-file-size=8M", "--innodb-flush-log-at-trx-commit=0"]
        data, socket_file = self.folder / "database", self.folder / "database.sock"
        subprocess.run(
            ["mariadb-install-db", "--no-defaults", *as_somebody, f"--datadir={data}", "--skip-test-db",
             "--auth-root-authentication-method=normal", *small],
            check=True, capture_output=True)
        first = self.folder / "first.sql"
        first.write_text(
            "CREATE DATABASE wordpress CHARACTER SET utf8mb4;\n"
            f"CREATE USER wordpress@localhost IDENTIFIED BY '{self.database_password}';\n"
            "GRANT ALL ON wordpress.* TO wordpress@localhost;\n")
        if self.user:
            os.chown(first, self.user.pw_uid, self.user.pw_gid)
        self.start(
            "database", ["/usr/sbin/mariadbd", "--no-defaults", *as_somebody, f"--datadir={data}",
                         f"--socket={socket_file}", f"--pid-file={self.folder}/database.pid", "--skip-networking",
                         f"--init-file={first}", *small])

        def answers():
            with socket.socket(socket.AF_UNIX) as there:
                there.connect(str(socket_file))

        self.wait("database", answers)

    def start_apache(self):
        places = [pathlib.Path("/usr/lib/apache2/modules") / f"mod_{name}.so" for name in MODULES]
        php = next(pathlib.Path("/usr/lib/apache2/modules").glob("libphp*.so"))
        lines = [f"LoadModule {name}_module {place}" for name, place in zip(MODULES, places)]
        lines.append(f"LoadModule php_module {php}")
        user = f"User {self.user.pw_name}\nGroup #{self.user.pw_gid}" if self.user else ""
        (self.folder / "apache.conf").write_text(APACHE.format(
            folder=self.folder, port=self.port, shop_port=self.shop_port, modules="\n".join(lines), user=user))
        self.start("apache", ["/usr/sbin/apache2", "-D", "FOREGROUND", "-f", str(self.folder / "apache.conf")])

        def answers():
            with socket.create_connection(("127.0.0.1", self.port), 1):
                pass

        self.wait("apache", answers)

    def start(self, name, command):
        with open(self.folder / f"{name}.said", "wb") as said:
            # In a group of its own: an Apache that is told to end tells its whole group.
            self.processes.append((name, subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT, cwd=self.folder,
                start_new_session=True)))

    def wait(self, name, answers):
        process = dict(self.processes)[name]
        end = time.monotonic() + LONGEST_START
        while True:
            try:
                return answers()
            except OSError:
                if process.poll() is not None or time.monotonic() > end:
                    raise SystemExit(f"The {name} did not start.")
                time.sleep(0.1)

    def told(self):
        names = ["database.said", "apache.said", "apache.log", "www/wp-content/debug.log"]
        return "".join(
            (self.folder / name).read_text(errors="replace")[-4_000:] for name in names if (self.folder / name).exists())

    def __exit__(self, *_):
        for _, process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def peer(self):
        """What the tests are told."""
        return {
            "address": self.address, "shop": self.shop, "deskPort": self.desk_port,
            "certificate": str(self.folder / "certificate.pem"), "shopFolder": str(self.folder / "shop"),
            "owner": self.owner.key, "ownerPassword": self.owner.password, "people": self.owner.people}


def free_ports(count):
    listeners = [socket.socket() for _ in range(count)]
    try:
        for listener in listeners:
            listener.bind(("127.0.0.1", 0))
        return [listener.getsockname()[1] for listener in listeners]
    finally:
        for listener in listeners:
            listener.close()


def main():
    lacking = missing()
    if sys.argv[1:] == ["--lacking"]:
        print("".join(name + "\n" for name in lacking), end="")
        return 0
    if lacking:
        print(f"skipped: WordPress is not tried, for this machine lacks Debian's {', '.join(lacking)}.")
        return 0
    begun = time.monotonic()
    with Site() as site:
        print(f"A WordPress site stands after {time.monotonic() - begun:.1f} s.", flush=True)
        return subprocess.run(
            sys.argv[1:], env=dict(os.environ, HEED_WORDPRESS_PEER=json.dumps(site.peer))).returncode


if __name__ == "__main__":
    sys.exit(main())
