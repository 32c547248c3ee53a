"""Pages elsewhere that answer one of ours: the site is added by its address, what is told is heard, and goes again."""

import urllib.error
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk, free_port
from feed import Feed

ASKED = "Does the blue bell fit a Dutch bicycle?"


class PublicDesk(Desk):
    """A desk that others can reach, so that pages can tell it something."""

    def choose_port(self):
        port = free_port()
        self.settings["address"] = f"http://127.0.0.1:{port}"
        return port


@pytest.fixture
def ours():
    with Feed([], name="Our news") as site:
        site.pages["/bells"] = "<!doctype html><title>Our bells</title><p>Blue bells are in."
        yield site


@pytest.fixture
def theirs():
    with Feed([], name="Ana") as site:
        yield site


@pytest.fixture
def desk(ours, theirs):
    with PublicDesk(settings={"hosts": ours.host, "hosts.linked": theirs.host}) as desk:
        yield desk


def tell(desk, source, target):
    """As the program of the page that points does it."""
    body = urllib.parse.urlencode({"source": source, "target": target}).encode()
    try:
        with urllib.request.urlopen(f"{desk.address}/webmention", body, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def answer_page(site, target, words):
    return (
        f'<!doctype html><title>A note</title><article class="h-entry"><a class="p-author h-card" '
        f'href="{site.address}">Ana Prado</a> <a class="u-in-reply-to" href="{target}">re</a>'
        f'<p class="e-content">{words}</p></article>')


def test_a_site_of_ours_is_added_by_its_address_and_answers_elsewhere_are_heard(desk, ours, theirs, open_page):
    page = open_page(desk)
    steps.set_up(page)
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(ours.address)
    page.get_by_role("button", name="Find places").click()
    offer = page.locator(".offers > li").filter(has_text="Pages that answer or point to")
    expect(offer).to_contain_text("Webmention and Pingback")
    page.look()
    # Nobody listens yet: what is told is refused.
    target, source = f"{ours.address}bells", f"{theirs.address}note"
    theirs.pages["/note"] = answer_page(theirs, target, ASKED)
    assert tell(desk, source, target) == 400
    offer.get_by_role("button").click()
    page.wait_for_url("**/sources")

    assert tell(desk, source, target) == 202
    page.goto("/today")
    row = page.locator("#line ol[data-rows] a.row").filter(has_text=ASKED)
    expect(row).to_have_count(1, timeout=60_000)
    page.goto(row.get_attribute("href"))
    expect(page.locator(".thread .post").filter(has_text=ASKED)).to_contain_text("Ana Prado")
    expect(page.locator(".thread")).to_contain_text("Our bells")
    # Answered where they wrote: on a page of one's own, or on theirs.
    there = page.get_by_role("link", name="Answer on its own page")
    assert there.get_attribute("href") == source
    page.look()
    talk = page.url

    # They take it back: its words are gone here, too. It is looked at again a minute after the last look.
    theirs.gone.add("/note")
    assert tell(desk, source, target) == 202
    thread = page.locator(".thread")
    for _ in range(50):
        page.goto(talk)
        if ASKED not in thread.inner_text():
            break
        page.wait_for_timeout(2_000)
    expect(thread).not_to_contain_text(ASKED)
    page.look()
