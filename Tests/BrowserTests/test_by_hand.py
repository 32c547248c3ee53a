"""Where a network takes no answers from programs: copied, posted on its own page, told to the desk, and looked at."""

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk
from feed import Feed

ASKED = "Does anybody know whether the bell shop is open on Sundays?"
ANSWER = "We are, from ten to four. Come by!"
HEARD = 90_000


@pytest.fixture
def feed():
    with Feed([]) as feed:
        feed.items = [{"title": "", "markup": f"<p>{ASKED}</p>", "link": feed.address + "talk"}]
        feed.pages["/talk"] = f"<!doctype html><title>Talk</title><p>{ASKED}"
        yield feed


@pytest.fixture
def desk(feed):
    with Desk(settings={"hosts": feed.host, "practice": "false"}) as desk:
        yield desk


def test_an_answer_by_hand_is_looked_at_and_noted(feed, desk, open_page):
    page = open_page(desk)
    steps.set_up(page, feed.address)
    page.goto("/heard")
    row = page.locator("main").get_by_text("open on Sundays").first
    for _ in range(60):
        if row.count():
            break
        page.wait_for_timeout(1_000)
        page.goto("/heard")
    page.get_by_role("button", name="Take up").first.click()
    page.locator("#composer").wait_for()
    page.look()
    expect(page.get_by_text("takes no answers from here")).to_be_visible()
    there = page.get_by_role("link", name="Answer on its own page")
    assert there.get_attribute("href") == feed.address + "talk"
    expect(page.get_by_role("button", name="Copy your words")).to_have_count(1)

    page.get_by_label("Your reply", exact=True).and_(page.locator("textarea")).fill(ANSWER)
    page.get_by_label("The address of your answer there").fill(feed.address + "talk")
    page.expects(422)
    page.get_by_role("button", name="I posted it, here").click()
    expect(page.get_by_role("alert")).to_contain_text("does not find your words")
    # What was typed is still there.
    expect(page.locator("#composer textarea")).to_have_value(ANSWER)
    page.look()

    feed.pages["/talk"] += f"<p>{ANSWER}"
    page.get_by_role("button", name="I posted it, here").click()
    expect(page.get_by_text("The desk looked and found your words there.")).to_be_visible()
    expect(page.locator(".post.ours").filter(has_text="Posted by hand")).to_have_count(1)
    page.look()
