"""A made-up WordPress site on 127.0.0.1 in the test's own process: its page, its interface for comments, its sign-in."""

import base64
import datetime
import html
import http.server
import json
import secrets
import threading
import urllib.parse

ME = 2


class WordPress:
    """Serves for as long as the `with` lasts; `comments` is what stands there, by number."""

    def __enter__(self):
        self.comments, self.passwords, self.lock = {}, set(), threading.Lock()
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                self.answer("GET")

            def do_POST(self):
                self.answer("POST")

            def answer(self, method):
                length = int(self.headers.get("content-length") or 0)
                body = self.rfile.read(length)
                with site.lock:
                    status, kind, text, headers = site.answer(method, self.path, body, self.headers)
                data = text.encode()
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(data)))
                for name, value in headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.address = f"http://{self.host}"
        self.root = f"{self.address}/wp-json/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    @property
    def settings(self):
        return {"hosts": self.host}

    def comment(self, name, words, parent=0, author=0):
        number = len(self.comments) + 1
        now = datetime.datetime.now(datetime.timezone.utc)
        self.comments[number] = {
            "id": number, "post": 7, "parent": parent, "author": author, "author_name": name, "author_url": "",
            "date_gmt": now.strftime("%Y-%m-%dT%H:%M:%S"), "status": "approved", "type": "comment",
            "link": f"{self.address}/post-7/#comment-{number}",
            "content": {"raw": words, "rendered": f"<p>{words}</p>\n"},
            "_links": {"up": [{"href": f"{self.root}wp/v2/posts/7"}]}}
        return number

    def ours(self):
        return [comment for comment in self.comments.values() if comment["author"] == ME]

    def answer(self, method, path, body, headers):
        place = urllib.parse.urlsplit(path)
        query = dict(urllib.parse.parse_qsl(place.query))
        if place.path == "/wp-admin/authorize-application.php":
            return self.authorize(method)
        if not place.path.startswith("/wp-json"):
            link = ("Link", f'<{self.root}>; rel="https://api.w.org/"')
            return 200, "text/html; charset=utf-8", "<!doctype html><title>Corner Bikes</title><p>Bells.", [link]
        given = headers.get("authorization") or ""
        known = given.startswith("Basic ") and base64.b64decode(given[6:]).decode() in self.passwords
        if given and not known:
            return self.json({"code": "incorrect_password", "message": "No."}, 401)
        route = place.path.removeprefix("/wp-json").strip("/")
        if route == "":
            return self.json({
                "name": "Corner Bikes", "namespaces": ["wp/v2"], "authentication": {"application-passwords": {
                    "endpoints": {"authorization": f"{self.address}/wp-admin/authorize-application.php"}}}})
        if route == "wp/v2/users/me" and known:
            return self.json({
                "id": ME, "name": "Corner Bikes", "slug": "shop", "link": f"{self.address}/author/shop/",
                "capabilities": {"moderate_comments": True, "edit_posts": True, "edit_others_posts": True}})
        if route == "wp/v2/posts/7":
            return self.json({
                "id": 7, "author": ME, "date_gmt": "2026-01-02T03:04:05", "link": f"{self.address}/post-7/",
                "title": {"rendered": "Bells are in"}, "excerpt": {"rendered": "<p>All blue.</p>"}})
        if route == "wp/v2/comments" and method == "POST" and known:
            sent = json.loads(body)
            number = self.comment("Corner Bikes", sent["content"], sent.get("parent", 0), ME)
            return self.json(self.comments[number], 201)
        if route == "wp/v2/comments":
            found = sorted(self.comments.values(), key=lambda one: one["id"], reverse=query.get("order") != "asc")
            for name in ("post", "parent"):
                if name in query:
                    found = [one for one in found if one[name] == int(query[name])]
            if "include" in query:
                found = [one for one in found if str(one["id"]) in query["include"].split(",")]
            start = int(query.get("offset", 0))
            return self.json(found[start:start + int(query.get("per_page", 10))], total=len(found))
        if route.startswith("wp/v2/comments/"):
            return self.json(self.comments[int(route.rsplit("/", 1)[1])])
        return self.json({"code": "rest_no_route", "message": "None."}, 404)

    def authorize(self, method):
        """What the owner of an account sees there."""
        if method == "GET":
            page = "<!doctype html><title>Authorize</title><form method=post><button>Yes, I approve</button></form>"
        else:
            password = secrets.token_hex(12)
            self.passwords.add(f"shop:{password}")
            shown = " ".join(password[at:at + 4] for at in range(0, len(password), 4))
            page = f"<!doctype html><title>Approved</title><code>{html.escape(shown)}</code>"
        return 200, "text/html; charset=utf-8", page, []

    @staticmethod
    def json(value, status=200, total=None):
        headers = [("X-WP-Total", str(total))] if total is not None else []
        return status, "application/json; charset=utf-8", json.dumps(value), headers
