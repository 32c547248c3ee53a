"""What is put aside as spam, where it stands, and how it comes back."""

import re

from playwright.sync_api import expect

import steps


def open_one(page):
    """A conversation in the line in which nothing was said but one remark; its address."""
    page.goto("/today")
    rows = page.locator("#line ol[data-rows] a.row:not(.taken):not(:has(.locked))")
    for address in rows.evaluate_all("rows => rows.map(row => row.getAttribute('href'))"):
        page.goto(address)
        if page.locator(".thread .post").count() == 1:
            return address
    raise AssertionError("everybody in the line said more than one thing")


def call_it(page, talk, kind):
    """A member says that the first words of a conversation are this and nothing else."""
    page.goto(talk)
    page.goto(page.locator(".thread .post:not(.ours) a[href$='/reading']").first.get_attribute("href"))
    for box in page.locator("input[name=kind]").all():
        box.set_checked(box.get_attribute("value") == kind)
    page.get_by_role("button", name="Keep this reading").click()
    page.locator("#flash").wait_for()


def test_what_a_member_calls_spam_is_put_aside_and_brought_back(resting_desk, open_page):
    page = open_page(resting_desk)
    steps.sign_in(page)
    page.goto("/aside")
    expect(page.get_by_text("Nothing is put aside.")).to_be_visible()
    page.look()
    talk = open_one(page)
    said = page.locator(".thread .post:not(.ours) .said").first.inner_text().strip()
    call_it(page, talk, "spam")

    # It waits for nobody, and Today says how much was put aside.
    page.goto("/today")
    expect(page.locator(f"#line a.row[href='{talk}']")).to_have_count(0)
    page.get_by_role("link", name=re.compile("put aside as spam")).click()
    page.wait_for_url("**/aside")
    page.look()
    row = page.locator("ol[data-rows] > li")
    expect(row).to_have_count(1)
    expect(row.locator(".said")).to_contain_text(said[:40])
    expect(row).to_contain_text("Alicia Lund called it spam")

    # The conversation says so itself.
    row.get_by_role("link").first.click()
    page.wait_for_url(lambda address: talk in address)
    expect(page.get_by_text("Put aside: it was read as spam.")).to_be_visible()
    page.go_back()

    page.get_by_role("button", name="Bring back").click()
    expect(page.locator("#flash")).to_contain_text("It waits again")
    assert talk in page.url
    page.look()
    page.goto("/aside")
    expect(page.get_by_text("Nothing is put aside.")).to_be_visible()
    page.goto("/today")
    expect(page.locator(f"#line a.row[href='{talk}']")).to_have_count(1)

    # Taken back, the word that stood before counts again: it is put aside once more.
    page.goto(talk)
    page.goto(page.locator(".thread .post:not(.ours) a[href$='/reading']").first.get_attribute("href"))
    page.get_by_role("button", name="Take the correction back").click()
    page.locator("#flash").wait_for()
    page.goto("/aside")
    expect(page.locator("ol[data-rows] > li")).to_have_count(1)


def test_it_is_brought_back_without_scripts_and_on_a_phone(resting_desk, open_page):
    page = open_page(resting_desk, width=390, height=800, java_script_enabled=False)
    steps.sign_in(page)
    talk = open_one(page)
    call_it(page, talk, "spam")
    page.goto("/aside")
    page.get_by_role("button", name="Bring back").click()
    page.wait_for_url(lambda address: talk in address)
    page.goto("/aside")
    expect(page.get_by_text("Nothing is put aside.")).to_be_visible()
