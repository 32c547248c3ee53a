"""A mistake of ours, from the key that marks it to the line that stays with our post."""

import re

from playwright.sync_api import expect

import steps

WRONG = "Yes, the charger is in the box with every lamp."
RIGHT = "No charger is in the box; we have one here for you."


def test_a_mistake_is_marked_fixed_in_place_and_leaves_its_scar(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    steps.open_somebody(page)
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    steps.write(page, WRONG)
    ours = steps.ours(page, WRONG)
    expect(ours).to_have_count(1, timeout=60_000)
    talk = page.url

    page.reload()
    page.locator("h1, h2").first.wait_for()
    page.keyboard.press("m")
    page.wait_for_url(re.compile(r"/mistakes/new"))
    page.look()
    page.get_by_label("What was wrong, in a sentence").fill("There is no charger in the box.")
    page.get_by_label("The wrong words, as they stand there").fill("the charger is in the box")
    # Somebody invented may have told us meanwhile: then they are chosen.
    page.get_by_label("One of us").check()
    page.get_by_role("button", name="Mark it").click()
    page.wait_for_url(re.compile(r"/mistakes/\d+"))
    expect(page.locator(".label").first).to_have_text("Mistake, not fixed yet")
    page.look()

    mistake = page.url
    page.goto("/settings/rules")
    page.get_by_label("Title").last.fill("Chargers")
    page.get_by_label("The fact, or the caution").last.fill("No lamp of ours comes with one.")
    page.get_by_label("Words that wake it").last.fill("charger")
    page.get_by_role("button", name="Keep the card").last.click()
    expect(page.get_by_text("No lamp of ours comes with one.").first).to_be_visible()

    page.goto(mistake)
    # The card stands beside the new words while they are typed, and nothing holds them up.
    page.get_by_label("The whole post, as it shall read").fill("")
    page.get_by_label("The whole post, as it shall read").press_sequentially(RIGHT)
    expect(page.locator("#look-edit")).to_contain_text("No lamp of ours comes with one.")
    expect(page.locator("#look-reply")).to_be_empty()
    page.look()
    page.get_by_role("button", name="Change it there").click()
    expect(page.locator(".label").first).to_have_text("Mistake, fixed")
    expect(page.get_by_text("by you, to your credit")).to_be_visible()
    page.look()

    page.goto(talk)
    expect(steps.ours(page, RIGHT)).to_have_count(1)
    expect(page.locator(".scar")).to_contain_text("There is no charger in the box.")
