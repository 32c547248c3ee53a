"""Where somebody listens: what is typed is recognised, or it is said why it leads nowhere and what to do."""

import http.server
import re
import threading

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk
from feed import Feed


class Trap(http.server.BaseHTTPRequestHandler):
    """Everything that can be wrong behind an address."""

    gone = threading.Event()

    def do_GET(self):
        if self.path == "/hangs":
            self.gone.wait(60)
            return
        kinds = {"/page": (200, b"<!doctype html><title>Bells</title><p>No feed."), "/shut": (403, b"No.")}
        status, body = kinds.get(self.path, (404, b"Nothing."))
        if self.path == "/big":
            status, body = 200, b"<rss>" + b"x" * (40 << 20)
        self.send_response(status)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            # Whoever asked had enough.
            pass

    def log_message(self, *_):
        pass


@pytest.fixture
def trap():
    Trap.gone.clear()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Trap)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}"
    Trap.gone.set()
    server.shutdown()
    server.server_close()


@pytest.fixture
def feed():
    with Feed([{"markup": "<p>Our bells are in.</p>", "title": "Bells"}], name="The bell feed") as feed:
        yield feed


@pytest.fixture
def desk(trap, feed):
    with Desk(settings={"hosts": f"{trap},{feed.host}"}) as desk:
        yield desk


def look_for(page, typed):
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(typed)
    page.get_by_role("button", name="Find places").click()
    page.wait_for_url("**/sources/new?*", timeout=60_000)


def test_an_address_that_leads_nowhere_says_why(desk, trap, open_page):
    page = open_page(desk)
    steps.set_up(page)
    wrong = {
        f"http://{trap}/nothing": "Nothing stands at",
        f"http://{trap}/page": "no feed, no profile, no forum",
        f"http://{trap}/shut": "is not shown to this desk (403)",
        f"http://{trap}/big": "is larger than",
        f"http://{trap}/hangs": "did not answer within 15 seconds",
        "http://10.0.0.1/": "10.0.0.1",
        "https://bells.invalid/": "bells.invalid",
        "bells.invalid": "bells.invalid",
    }
    for typed, said in wrong.items():
        look_for(page, typed)
        trouble = page.locator(".notice-box").filter(has_text="check it for a slip")
        # A host that says nothing is waited for, but not for long.
        expect(trouble).to_contain_text(said, timeout=30_000)
        # What was typed stands there to be mended.
        expect(page.get_by_label("A word or an address")).to_have_value(typed)
        page.look()


def test_a_feed_is_found_at_its_page_and_what_is_wrong_later_can_be_mended(desk, feed, open_page):
    page = open_page(desk)
    steps.set_up(page)
    look_for(page, feed.address)
    expect(page.locator(".notice-box")).to_have_count(0)
    offer = page.locator(".offers > li").filter(has_text="News").first
    expect(offer).to_contain_text("Nothing can be answered from here")
    offer.get_by_role("button").click()
    page.wait_for_url("**/sources")
    row = page.locator("#sources li").filter(has_text="The bell feed")
    expect(row).to_contain_text("last heard something", timeout=30_000)
    # Taken already: it is not offered a second time.
    look_for(page, feed.address)
    expect(page.locator(".offers > li").filter(has_text="News").first).to_contain_text("listening")

    # A feed that is none says so at once, where it was added, and what to do.
    look_for(page, f"{feed.address}feed.xml")
    expect(page.locator(".offers > li").filter(has_text="The bell feed")).to_contain_text("listening")


def test_a_mailbox_is_recognised_and_leads_to_its_sign_in(desk, open_page):
    page = open_page(desk)
    steps.set_up(page)
    look_for(page, "help@shop.example")
    expect(page.locator(".notice-box")).to_have_count(0)
    offer = page.locator(".offers > li").filter(has_text="Mail to help@shop.example")
    expect(offer).to_contain_text("For a mailbox of yours")
    page.look()
    offer.get_by_role("link", name=re.compile("^Connect an account")).click()
    page.wait_for_url("**/accounts/new?*")
    expect(page.get_by_label("Network")).to_have_value("mail")
    expect(page.get_by_label("Server or address")).to_have_value("help@shop.example")


def test_a_mailbox_may_be_the_first_that_is_typed(desk, open_page):
    page = open_page(desk)
    page.goto(desk.set_up)
    page.get_by_label("A word or an address").fill("help@shop.example")
    page.get_by_role("button", name="Listen", exact=True).click()
    expect(page.locator(".offers > li").filter(has_text="Mail to help@shop.example")).to_contain_text(
        "once you have begun")
    expect(page.get_by_label("What people call your organisation")).to_have_value("")
    page.look()
