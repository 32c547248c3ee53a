"""What concerns a member: the bell, the page, the choices, and a browser that takes pushes."""

from playwright.sync_api import expect

import steps


def test_the_bell_the_page_and_the_choices(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    page.goto("/told")
    page.look()
    expect(page.get_by_role("heading", level=1)).to_contain_text("What concerns you")
    page.get_by_role("link", name="Change what you are told").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What you are told, and how")
    page.look()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#flash")).to_contain_text("Saved")


def test_the_button_for_push_is_hidden_without_scripts(living_desk, open_page):
    page = open_page(living_desk, java_script_enabled=False)
    steps.sign_in(page)
    page.goto("/settings/me/told")
    expect(page.get_by_text("Turning it on takes scripts")).to_be_visible()
    expect(page.get_by_role("button", name="Turn it on in this browser")).to_be_hidden()


def test_the_worker_runs_and_the_offer_is_made(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    page.goto("/settings/me/told")
    expect(page.get_by_role("button", name="Turn it on in this browser")).to_be_visible()
    expect(page.get_by_text("Turning it on takes scripts")).to_be_hidden()
    # A browser of a test has no push service of its own; that the worker is taken, under our policy, is what shows.
    scope = page.evaluate(
        "navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)"
        ".then((registration) => registration.scope)")
    assert scope == living_desk.address + "/"
