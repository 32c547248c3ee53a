"""A desk that a hub tells of what is new, long before it would ask by itself."""

import json
import os
import pathlib
import time
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk

PEER = json.loads(os.environ["HEED_FEEDS_PEER"])
FEED = PEER["address"] + "/hub.xml"
NEW = "The third bell rings by itself."
expect.set_options(timeout=60_000)
# A feed with a hub is asked every two hours, any other every five minutes at most: what is heard within this was told.
TOLD = 60


class PlacedDesk(Desk):
    """Others can reach it."""

    def __enter__(self):
        places = [urllib.parse.urlsplit(PEER[name]).netloc for name in ("address", "hub")]
        self.settings |= {"hosts": ",".join(places), "address": f"http://127.0.0.1:{PEER['deskPort']}"}
        return super().__enter__()

    def choose_port(self):
        return PEER["deskPort"]


@pytest.fixture
def page(open_page):
    with PlacedDesk() as desk:
        yield open_page(desk)


def ask(address, fields=None):
    body = urllib.parse.urlencode(fields).encode() if fields else None
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.request.Request(address, data=body), timeout=30) as answer:
        return answer.read().decode()


def subscriptions():
    return json.loads(ask(PEER["hub"] + "/subscriptions"))


def test_what_a_hub_tells_is_heard_at_once(page):
    steps.set_up(page, FEED)
    end = time.monotonic() + TOLD
    while not subscriptions() and time.monotonic() < end:
        page.wait_for_timeout(500)
    one, = subscriptions()
    assert one["topic"] == FEED and one["has_secret"]
    assert one["callback"].startswith(f"http://127.0.0.1:{PEER['deskPort']}/told/")

    place = pathlib.Path(PEER["site"]) / "hub.xml"
    item = "<item><title>third</title><guid isPermaLink=\"false\">third</guid><description>" + NEW + "</description></item>"
    place.write_text(place.read_text().replace("<item>", item + "<item>", 1))
    ask(PEER["hub"] + "/hub", {"hub.mode": "publish", "hub.topic": FEED})
    page.goto("/heard")
    told = page.get_by_text(NEW)
    end = time.monotonic() + TOLD
    while not told.count() and time.monotonic() < end:
        page.wait_for_timeout(500)
        page.goto("/heard")
    expect(told.first).to_be_visible()

    # What somebody else sends there is answered alike, and not believed.
    forged = place.read_text().replace(NEW, "Nobody said this.").replace(">third<", ">fourth<")
    request = urllib.request.Request(one["callback"], data=forged.encode(), headers={
        "content-type": "application/rss+xml", "x-hub-signature": "sha256=" + "0" * 64})
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30).close()
    page.wait_for_timeout(3_000)
    page.goto("/heard")
    expect(page.get_by_text("Nobody said this.")).to_have_count(0)
