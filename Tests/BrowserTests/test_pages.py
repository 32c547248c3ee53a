"""Every page of the storybook and every room of a desk that lives: nothing for axe to find, nothing to complain about."""

import pytest

import steps

WIDE = {"width": 1280, "height": 900, "color_scheme": "light"}
PHONE = {"width": 390, "height": 844, "color_scheme": "dark"}
ROOMS = [
    "/today", "/heard", "/topics", "/topics/new", "/people", "/sources", "/sources/new",
    "/accounts/new", "/search", "/search?query=brakes", "/members", "/settings", "/settings/me",
    "/settings/me/second-factor", "/audit", "/keys", "/more", "/notice",
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
