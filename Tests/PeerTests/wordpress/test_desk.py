"""A desk beside the WordPress site of `site.py`: what a member sees and does, with nothing made up but the people."""

import base64
import json
import os
import re
import ssl
import urllib.parse
import urllib.request

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk

SITE = json.loads(os.environ["HEED_WORDPRESS_PEER"])
ASKED = "Does the green bell fit a Dutch bicycle?"
REPLY = "It does: bring it by & we put it on. <b> costs nothing."
# A site in PHP on a machine that does much else takes its time.
expect.set_options(timeout=60_000)
# The desk asks a site once in two minutes.
LIVE = 200_000
TRUST = ssl.create_default_context(cafile=SITE["certificate"])


class PlacedDesk(Desk):
    """Others can reach it: it stands at the address that the shop's pages name."""

    def __enter__(self):
        host = urllib.parse.urlsplit(SITE["address"]).netloc
        shop = urllib.parse.urlsplit(SITE["shop"]).netloc
        self.settings |= {
            "hosts": f"{host},{shop}", "hosts.linked": f"{host},{shop}",
            "authorities": SITE["certificate"],
            "address": f"http://127.0.0.1:{SITE['deskPort']}"}
        return super().__enter__()

    def choose_port(self):
        return SITE["deskPort"]


@pytest.fixture
def desk():
    with PlacedDesk() as desk:
        yield desk


@pytest.fixture
def page(desk, open_page):
    # WordPress shows the faces of gravatar.com, which nobody reaches from here.
    return open_page(desk, ignore_https_errors=True).expects(503)


def send(path, fields=None, value=None):
    """To the site: a form of a stranger's, or what its owner asks the interface."""
    body = urllib.parse.urlencode(fields).encode() if fields else json.dumps(value).encode() if value else None
    request = urllib.request.Request(SITE["address"] + path, data=body)
    if not fields:
        request.add_header("authorization", "Basic " + base64.b64encode(SITE["owner"].encode()).decode())
        request.add_header("content-type", "application/json")
    opener = urllib.request.build_opener(
        urllib.request.ProxyHandler({}), urllib.request.HTTPSHandler(context=TRUST))
    with opener.open(request, timeout=60) as answer:
        text = answer.read().decode()
    return None if fields else json.loads(text) if text else None


def comment(words, name, post):
    send("/wp-comments-post.php", {
        "comment_post_ID": post, "comment_parent": 0, "author": name, "email": f"{name.lower()}@people.example",
        "url": "", "comment": words, "submit": "Post Comment"})


def connect(page):
    """By a password that the site's own page makes for somebody who works there."""
    page.goto(f"/accounts/new?network=wordpress&server={urllib.parse.quote(SITE['address'])}")
    page.get_by_role("button", name="Go on").click()
    link = page.get_by_role("link", name=re.compile("^Open "))
    link.wait_for()
    page.look()
    there = page.context.new_page()
    there.goto(link.get_attribute("href"))
    there.get_by_label("Username or Email Address").fill("owner")
    there.locator("#user_pass").fill(SITE["ownerPassword"])
    there.get_by_role("button", name="Log In").click()
    there.get_by_role("button", name="Yes, I approve of this connection").click()
    shown = there.locator("#new-application-password-value")
    shown.wait_for()
    password = shown.input_value()
    there.close()
    page.get_by_label("The code that it shows").fill(f"owner: {password}")
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url(re.compile(r"/accounts/\d+"))
    page.look()


def test_the_site_is_recognised_heard_and_answered(page):
    # Under a post of its own: under the site's first one stand comments of the suite before, of the same second.
    send("/wp-json/wp/v2/posts", value={"title": "Bells that fit", "status": "publish", "content": "Green ones."})
    post = send("/wp-json/wp/v2/posts?search=Bells+that+fit")[0]["id"]
    comment(ASKED, "Saskia", post)
    steps.set_up(page)
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(SITE["address"])
    page.get_by_role("button", name="Find places").click()
    offers = page.locator(".offers")
    expect(offers.get_by_text("Comments on Corner Bikes").first).to_be_visible()
    expect(offers.get_by_text(re.compile("Feed")).first).to_be_visible()
    page.look()
    connect(page)

    page.goto("/today")
    row = page.locator("#line ol[data-rows] a.row").filter(has_text="Saskia")
    expect(row).to_have_count(1, timeout=LIVE)
    expect(row).to_contain_text("Held: the site shows it once")
    page.goto(row.get_attribute("href"))
    page.locator("#composer").wait_for()
    page.look()
    # It waits to be let through there, and stands under a post.
    expect(page.locator(".thread").get_by_text("Held: the site shows it once").first).to_be_visible()
    expect(page.locator(".thread").get_by_text("Green ones.")).to_be_visible()
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    steps.write(page, REPLY)
    expect(steps.ours(page, REPLY)).to_have_count(1, timeout=LIVE)
    ours, = [
        one for one in send("/wp-json/wp/v2/comments?context=edit&per_page=100")
        if one["author"] and "bring it by" in one["content"]["raw"]]
    # Below what it answers, not loose under the post.
    assert ours["parent"]
    # As it was typed, with who wrote it.
    written = REPLY.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert ours["content"]["raw"] == written + " ^AL"
    assert ours["author_name"] == "owner"


def test_a_post_there_that_points_to_us_tells_the_desk_by_itself(page):
    steps.set_up(page, SITE["shop"])
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(SITE["shop"])
    page.get_by_role("button", name="Find places").click()
    offer = page.locator(".offers > li").filter(has_text="Pages that answer or point to")
    expect(offer.first).to_be_visible()
    if offer.first.get_by_role("button").count():
        offer.first.get_by_role("button").click()
        page.wait_for_url("**/sources")
    send("/wp-json/wp/v2/posts", value={
        "title": "Bells of the corner", "status": "publish", "slug": "of-the-corner",
        "content": f"<p>These <a href=\"{SITE['shop']}/bells.html\">bells</a> woke the whole street.</p>"})
    # What a clock of the machine does for WordPress: it tells whom the post points to.
    send("/wp-cron.php")
    page.goto("/heard")
    heard = page.get_by_text("woke the whole street")
    for _ in range(60):
        if heard.count():
            break
        page.wait_for_timeout(500)
        page.goto("/heard")
    expect(heard.first).to_be_visible()
    page.look()
