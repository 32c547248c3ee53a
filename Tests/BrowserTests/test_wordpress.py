"""The comments of a WordPress site: recognised by its address, heard, answered as its account."""

import re

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk
from wordpress import WordPress

ASKED = "Is the blue bell still in the shop?"
REPLY = "It is, and we keep it for you until Friday."
LIVE = 150_000


@pytest.fixture
def site():
    with WordPress() as site:
        yield site


@pytest.fixture
def desk(site):
    with Desk(settings=site.settings) as desk:
        yield desk


@pytest.fixture
def page(desk, open_page):
    return open_page(desk)


def test_a_comment_is_heard_and_answered(site, page):
    asked = site.comment("Ana Prado", ASKED)
    steps.set_up(page)
    connect(page, site)

    page.goto("/today")
    row = page.locator("#line ol[data-rows] a.row").filter(has_text="blue bell")
    expect(row).to_have_count(1, timeout=LIVE)
    page.look()
    page.goto(row.get_attribute("href"))
    page.locator("#composer").wait_for()
    page.look()
    # What the comment stands under is there too.
    expect(page.locator(".thread").get_by_text("Bells are in")).to_be_visible()
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    steps.write(page, REPLY)
    expect(steps.ours(page, REPLY)).to_have_count(1, timeout=LIVE)
    (reply,) = site.ours()
    assert REPLY in reply["content"]["raw"]
    assert reply["parent"] == asked


def test_a_site_is_recognised_by_its_address(site, page):
    site.comment("Ana Prado", ASKED)
    steps.set_up(page)
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(site.address)
    page.get_by_role("button", name="Find places").click()
    offer = page.locator(".offers").get_by_text("Comments on Corner Bikes")
    expect(offer.first).to_be_visible()
    page.look()


def connect(page, site):
    """By an application password that its owner makes on the site's own page."""
    page.goto(f"/accounts/new?network=wordpress&server={site.address}")
    page.look()
    page.get_by_role("button", name="Go on").click()
    link = page.get_by_role("link", name=re.compile("^Open "))
    link.wait_for()
    page.look()
    there = page.context.new_page()
    there.goto(link.get_attribute("href"))
    there.get_by_role("button", name="Yes, I approve").click()
    password = there.locator("code").inner_text()
    there.close()
    page.get_by_label("The code that it shows").fill(f"shop: {password}")
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url(re.compile(r"/accounts/\d+"))
