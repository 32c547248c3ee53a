"""A second look: a colleague is asked about a draft, proposes other words, and the writer takes them, or sends anyway."""

import re

from playwright.sync_api import expect

import steps

SAM = {"email": "sam@cornerbikes.example", "password": steps.DEMO["password"]}
STIFF = "Your request was received and is being processed."
WARM = "I am on it, and tell you tonight what I find."


def test_a_colleague_looks_at_a_draft_and_their_words_are_taken_by_key(living_desk, open_page):
    writer, colleague = open_page(living_desk), open_page(living_desk)
    steps.sign_in(writer)
    steps.open_somebody(writer)
    writer.locator("#composer-text").fill(STIFF)
    writer.locator("#composer").get_by_role("button", name=re.compile("^Ask a colleague")).click()
    writer.wait_for_url(re.compile(r"/ask$"))
    expect(writer.locator("blockquote")).to_contain_text(STIFF)
    writer.look()
    writer.get_by_label("Sam").check()
    writer.get_by_label("What should they look for?").fill("Is that too stiff?")
    writer.get_by_role("button", name="Ask", exact=True).click()
    expect(writer.locator(".second-looks")).to_contain_text("is asked to look at it")

    steps.sign_in(colleague, SAM)
    note = colleague.locator("section.part").filter(has_text="A second look")
    expect(note).to_contain_text("asks you to look at a draft")
    note.get_by_role("link").click()
    colleague.wait_for_url(re.compile(r"/looks/\d+"))
    expect(colleague.locator("main")).to_contain_text("Is that too stiff?")
    colleague.look()
    colleague.get_by_label("How you would say it").fill(WARM)
    colleague.get_by_label("A word to the writer").fill("Warmer, and with a time.")
    colleague.get_by_role("button", name="Give it back").click()
    expect(colleague.locator("#look-state")).to_contain_text("You gave it back")

    # It appears beside what is being written, by itself; one key takes it.
    expect(writer.locator(".second-looks")).to_contain_text(WARM, timeout=60_000)
    expect(writer.locator("#composer-text")).to_have_value(STIFF)
    writer.look()
    writer.keyboard.press("t")
    expect(writer.locator("#composer-text")).to_have_value(WARM)
    writer.get_by_role("button", name="Put mine back").click()
    expect(writer.locator("#composer-text")).to_have_value(STIFF)
    writer.get_by_role("button", name=re.compile("^Take these words")).click()
    expect(writer.locator("#composer-text")).to_have_value(WARM)

    # Sent whenever the writer likes; then there is nothing to look at any more.
    writer.locator("#composer").get_by_role("button", name=re.compile("^Send as")).click()
    expect(steps.on_its_way(writer, WARM).or_(steps.ours(writer, WARM)).first).to_be_visible()
    expect(writer.locator(".second-looks")).not_to_contain_text(WARM)
    colleague.reload()
    expect(colleague.locator("#look-state")).to_contain_text("It went out already")
    expect(colleague.locator("main")).not_to_contain_text("Is that too stiff?")


def test_nothing_to_change_proposes_nothing_whatever_was_typed(living_desk, open_page):
    writer, colleague = open_page(living_desk), open_page(living_desk)
    steps.sign_in(writer)
    steps.open_somebody(writer)
    writer.locator("#composer-text").fill(STIFF)
    writer.locator("#composer").get_by_role("button", name=re.compile("^Ask a colleague")).click()
    writer.get_by_label("Sam").check()
    writer.get_by_role("button", name="Ask", exact=True).click()
    expect(writer.locator(".second-looks")).to_contain_text("is asked to look at it")

    steps.sign_in(colleague, SAM)
    colleague.locator("section.part").filter(has_text="A second look").get_by_role("link").click()
    colleague.get_by_label("How you would say it").fill(WARM)
    colleague.get_by_role("button", name="Nothing to change").click()
    expect(colleague.locator("#look-state")).to_contain_text("You gave it back")
    expect(writer.locator(".second-looks")).not_to_contain_text("is asked to look at it", timeout=60_000)
    expect(writer.locator(".second-looks")).not_to_contain_text(WARM)


def test_a_second_look_without_scripts_never_blocks(living_desk, open_page):
    page = open_page(living_desk, java_script_enabled=False)
    steps.sign_in(page)
    steps.open_somebody(page)
    page.locator("#composer-text").fill(STIFF)
    page.locator("#composer").get_by_role("button", name=re.compile("^Ask a colleague")).click()
    page.get_by_label("Sam").check()
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".second-looks")).to_contain_text("is asked to look at it")
    page.get_by_role("button", name="Ask no more").click()
    expect(page.locator(".second-looks")).not_to_contain_text("is asked to look at it")
    expect(page.locator("#composer-text")).to_have_value(STIFF)
    steps.write(page, STIFF)
    expect(steps.on_its_way(page, STIFF).or_(steps.ours(page, STIFF)).first).to_be_visible()
