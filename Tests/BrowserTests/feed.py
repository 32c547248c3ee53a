"""A feed on 127.0.0.1, served for as long as the `with` lasts."""

import html
import http.server
import threading


class Feed:
    """An RSS feed of items, each with a title, an author and markup, behind a page that points to it."""

    def __init__(self, items, name="A feed of the tests"):
        self.items, self.name = items, name
        # Further pages by their path, in HTML.
        self.pages = {}
        # Paths of pages that were taken away for good.
        self.gone = set()

    def __enter__(self):
        feed = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body, kind = feed.answer(self.path)
                self.send_response(410 if self.path in feed.gone else 200 if body else 404)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.address = f"http://{self.host}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, path):
        if path == "/":
            link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml" title="News">'
            return f"<!doctype html><title>News</title>{link}<p>News.".encode(), "text/html; charset=utf-8"
        if path == "/feed.xml":
            return self.rss().encode(), "application/rss+xml; charset=utf-8"
        if path in self.pages:
            return self.pages[path].encode(), "text/html; charset=utf-8"
        return b"", "text/plain"

    def rss(self):
        items = "".join(
            "<item>"
            f"<guid isPermaLink='false'>item-{number}</guid>"
            f"<title>{html.escape(item.get('title', ''))}</title>"
            f"<dc:creator>{html.escape(item.get('author', 'Ana'))}</dc:creator>"
            f"<link>{html.escape(item.get('link', ''))}</link>"
            f"<content:encoded>{html.escape(item['markup'])}</content:encoded>"
            "</item>"
            for number, item in enumerate(self.items))
        return (
            '<?xml version="1.0" encoding="utf-8"?><rss version="2.0" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
            f"<channel><title>{html.escape(self.name)}</title><link>{self.address}</link>"
            f"<description>News</description>{items}</channel></rss>")
