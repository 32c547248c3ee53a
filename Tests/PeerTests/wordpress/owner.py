"""Whoever owns a WordPress site, and does by its own pages and interface what an owner does there."""

import http.cookiejar
import json
import secrets
import ssl
import urllib.parse
import urllib.request

# What each may do there: https://wordpress.org/documentation/article/roles-and-capabilities/
ROLES = {"edith": "editor", "conrad": "contributor", "sue": "subscriber"}


class Owner:
    def __init__(self, address, certificate):
        self.address, self.password = address, secrets.token_hex(12)
        self.key, self.nonce, self.people = None, None, {}
        trust = ssl.create_default_context(cafile=str(certificate))
        self.browser = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=trust),
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def set_up(self, title):
        """The famous five minutes, then a password for programs, and people who work there."""
        self.post("/wp-admin/install.php?step=2", {
            "weblog_title": title, "user_name": "owner", "admin_password": self.password,
            "admin_password2": self.password, "pw_weak": "1", "admin_email": "owner@shop.example", "blog_public": "1",
            "language": "", "Submit": "Install WordPress"}, "Success")
        # It wants to see first that cookies are kept.
        self.open("/wp-login.php")
        self.post("/wp-login.php", {"log": "owner", "pwd": self.password, "testcookie": "1"}, "Dashboard")
        # As the script of that page does. Without scripts WordPress 6.1 makes a password and shows an empty field.
        self.nonce = self.open("/wp-admin/admin-ajax.php?action=rest-nonce")
        self.key = "owner:" + self.ask("users/me/application-passwords", {"name": "Whoever sets up"})["password"]
        for name, role in ROLES.items():
            user = self.ask("users", {
                "username": name, "name": name.title(), "email": f"{name}@shop.example", "roles": [role],
                "password": secrets.token_hex(12)})
            made = self.ask(f"users/{user['id']}/application-passwords", {"name": "Heed"})
            self.people[name] = f"{name}:{made['password']}"

    def ask(self, path, body=None, method=None):
        """The interface, as the scripts of the site's own pages ask it."""
        request = urllib.request.Request(
            f"{self.address}/wp-json/wp/v2/{path}", method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"content-type": "application/json", "x-wp-nonce": self.nonce})
        with self.browser.open(request, timeout=30) as answer:
            return json.load(answer)

    def open(self, path):
        with self.browser.open(self.address + path, timeout=60) as answer:
            return answer.read().decode()

    def post(self, path, fields, expected):
        with self.browser.open(
                self.address + path, urllib.parse.urlencode(fields).encode(), timeout=60) as answer:
            page = answer.read().decode()
        if expected not in page:
            raise SystemExit(f"{path} did not answer as WordPress does:\n{page[-3_000:]}")
        return page
