"""Every page of the storybook and every room of a desk that lives: nothing for axe to find, nothing to complain about."""

import pytest
from playwright.sync_api import expect

import steps

WIDE = {"width": 1280, "height": 900, "color_scheme": "light"}
PHONE = {"width": 390, "height": 844, "color_scheme": "dark"}
ROOMS = [
    "/today", "/heard", "/topics", "/topics/new", "/people", "/sources", "/sources/new",
    "/accounts/new", "/search", "/search?query=brakes", "/members", "/settings", "/settings/me",
    "/settings/me/second-factor", "/settings/me/told", "/settings/keeping", "/settings/attention",
    "/settings/rules", "/audit", "/keys", "/more", "/notice", "/told", "/promises", "/wishes",
    "/mistakes", "/mistakes/new", "/people?list=waiting", "/people?list=promised",
    "/people?list=wronged", "/people?list=quiet", "/you",
]


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_room_of_a_desk_that_lives(living_desk, open_page, window):
    page = open_page(living_desk, **window)
    steps.sign_in(page)
    for room in ROOMS:
        page.goto(room)
        page.look()


@pytest.mark.parametrize("window", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_page_of_the_storybook(living_desk, open_page, window):
    page = open_page(living_desk, **window)
    steps.sign_in(page)
    samples = steps.samples(page)
    assert samples, "the storybook is empty"
    # Samples show faces and pictures that no desk has, and carry a form's token that is none.
    page.expects(404).expects(403)
    for sample in samples:
        page.goto(sample)
        page.look()


def test_a_conversation_fits_its_window_with_what_passed_between_us_beside_it(living_desk, open_page):
    page = open_page(living_desk, **WIDE)
    steps.sign_in(page)
    page.expects(404).expects(403)
    page.goto("/storybook/today")
    higher = page.evaluate("document.documentElement.scrollHeight - innerHeight")
    assert higher <= 0, f"the page scrolls {higher} pixels beyond its window"
    for part in (".line", ".talk", "aside.person"):
        assert page.locator(part).is_visible(), part
    page.goto("/storybook/conversation")
    assert page.locator("aside.person").is_visible()


def test_what_was_just_sent_is_in_view(living_desk, open_page):
    page = open_page(living_desk, **WIDE)
    steps.sign_in(page)
    steps.open_somebody(page)
    steps.act(page, "Claim")
    page.get_by_text("You have this.").wait_for()
    steps.write(page, "We are open until six.\n" * 8)
    # On its way or just delivered: the page may draw it anew at any moment, so it is asked for until it holds.
    expect(page.locator(".post.ours").filter(has_text="open until six")).to_be_in_viewport()
