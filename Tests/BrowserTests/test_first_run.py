"""From the link in the terminal to Today, and in and out of the door."""

import steps


def test_a_word_a_name_and_a_password_lead_to_today(desk, open_page):
    page = open_page(desk)
    steps.set_up(page)
    page.look()
    assert page.get_by_role("link", name="Today").first.is_visible()


def test_while_a_name_is_given_the_page_fills_by_itself(desk, open_page):
    page = open_page(desk)
    page.goto(desk.set_up)
    page.get_by_label("A word or an address").fill("cornerbikes")
    page.get_by_role("button", name="Listen", exact=True).click()
    page.get_by_label("Your name").fill("Alicia")
    page.locator("#heard li").first.wait_for()
    # What was typed meanwhile is not pulled away.
    assert page.get_by_label("Your name").input_value() == "Alicia"
    page.reload()
    page.locator("#heard li").first.wait_for()


def test_the_desk_begins_in_the_zone_of_who_sets_it_up(desk, browser):
    made = browser.new_context(base_url=desk.address, timezone_id="Europe/Berlin", locale="en")
    page = made.new_page()
    page.desk = desk
    page.look = lambda: None
    steps.set_up(page)
    page.goto("/settings")
    assert page.get_by_label("Time zone").input_value() == "Europe/Berlin"
    made.close()


def test_before_the_set_up_everybody_is_told_where_the_way_in_is(desk, open_page):
    page = open_page(desk)
    page.goto("/")
    page.get_by_role("heading", name="This desk is new").wait_for()
    page.look()


def test_the_link_works_once(desk, open_page):
    page = open_page(desk)
    steps.set_up(page)
    stranger = open_page(desk).expects(404)
    stranger.goto(desk.set_up)
    assert stranger.get_by_label("Your name").count() == 0
    stranger.look()


def test_signing_out_and_in_again(desk, open_page):
    page = open_page(desk)
    steps.set_up(page)
    steps.sign_out(page)
    page.look()
    page.expects(422)
    page.goto("/signin")
    page.get_by_label("Mail address").fill(steps.MEMBER["email"])
    page.get_by_label("Password").fill("not the password at all")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("alert").wait_for()
    page.look()
    steps.sign_in(page, steps.MEMBER)


def test_a_page_of_the_desk_asks_who_is_there(desk, open_page):
    page = open_page(desk)
    steps.set_up(page)
    stranger = open_page(desk).expects(401)
    stranger.goto("/today")
    assert stranger.locator("#line").count() == 0
