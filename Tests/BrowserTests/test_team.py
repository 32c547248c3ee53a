"""One good reason: a lead's signed word against a voice, read by whom it concerns, and taken back."""

from playwright.sync_api import expect

import steps
from test_look import SAM

REASON = "You told a customer our prices are a secret."


def test_a_voice_is_taken_for_a_reason_and_given_back(living_desk, open_page):
    lead, sam = open_page(living_desk), open_page(living_desk)
    steps.sign_in(lead)
    lead.goto("/members")
    row = lead.locator("li").filter(has_text="Sam").filter(has=lead.locator("a[href$='/voice']"))
    lead.goto(row.first.locator("a[href$='/voice']").get_attribute("href"))
    lead.locator("textarea[name=word]").fill(REASON)
    lead.locator("form:has(textarea[name=word]) button").click()
    # Only beside a reason that is written what they said is shown; nothing is signed yet.
    signs = lead.get_by_role("button", name="Sign and restrict")
    signs.wait_for()
    lead.look()
    steps.sign_in(sam, SAM)
    sam.goto("/settings/me")
    expect(sam.get_by_role("heading", name="Your voice", exact=True)).to_be_visible()
    expect(sam.locator("main")).not_to_contain_text("You may not speak")

    signs.click()
    expect(lead.get_by_role("button", name="Give the voice back")).to_be_visible()
    expect(lead.locator(".notice-box")).to_contain_text(REASON)
    lead.look()
    sam.reload()
    expect(sam.get_by_role("heading", name="You may not speak for now")).to_be_visible()
    expect(sam.locator("main")).to_contain_text(REASON)
    sam.look()

    lead.get_by_role("button", name="Give the voice back").click()
    lead.locator("textarea[name=word]").wait_for()
    sam.reload()
    expect(sam.get_by_role("heading", name="Your voice", exact=True)).to_be_visible()
