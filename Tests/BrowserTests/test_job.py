"""The whole job on the practice network: somebody waits, is answered once, and their answer comes back."""

import re

from playwright.sync_api import expect

import steps

FIRST = "So sorry about this. I am looking into it now."
SECOND = "So sorry about this. I found your order; may I send you a new one today?"


# For those whom the first answer leaves without words.
OTHERS = [
    "I am sorry. Which of our bicycles is it, and since when?",
    "That should not be so. Can you tell me your order number?",
    "Sorry that it took us this long. What would help you most now?",
]


def test_connecting_the_shop_brings_those_who_wait(desk, open_page):
    page = open_page(desk)
    steps.set_up(page, "cornerbikes")
    steps.connect_practice(page)
    page.goto("/today")
    # Live: nobody reloads the page.
    page.locator("#line ol[data-rows] a.row").first.wait_for()
    page.look()


def test_the_whole_job(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    talk = steps.open_somebody(page)
    page.look()
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()

    steps.write(page, FIRST)
    expect(steps.on_its_way(page, FIRST)).to_have_count(1)
    # Ten seconds are left for it: looked at is the next one.
    steps.take_back(page)
    expect(steps.on_its_way(page, FIRST)).to_have_count(0)
    # What was taken back is a draft again, not lost.
    expect(page.locator("#composer-text")).to_have_value(re.compile("looking into it"))

    steps.write(page, SECOND)
    expect(steps.on_its_way(page, SECOND)).to_have_count(1)
    page.look()
    expect(steps.ours(page, SECOND)).to_have_count(1, timeout=60_000)
    expect(steps.ours(page, FIRST)).to_have_count(0)
    page.look()
    page.reload()
    expect(steps.ours(page, SECOND)).to_have_count(1)

    # An answer arrives by itself. Not everybody has something left to say.
    for words in OTHERS:
        if arrives(page):
            break
        talk = steps.open_somebody(page)
        steps.write(page, words)
        expect(steps.ours(page, words)).to_have_count(1, timeout=60_000)
    else:
        assert arrives(page), "nobody answered"
    page.look()
    steps.act(page, "Done")
    is_done(page, talk)


def test_the_whole_job_without_scripts(living_desk, open_page):
    page = open_page(living_desk, java_script_enabled=False)
    steps.sign_in(page)
    steps.open_somebody(page)
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    steps.write(page, FIRST)
    expect(steps.on_its_way(page, FIRST)).to_have_count(1)
    steps.take_back(page)
    expect(page.locator("#composer-text")).to_have_value(re.compile("looking into it"))
    expect(steps.on_its_way(page, FIRST)).to_have_count(0)
    steps.write(page, SECOND)
    address = page.url
    reload_until(page, address, lambda: steps.ours(page, SECOND).count() == 1)
    for words in OTHERS:
        if arrives(page, by_itself=False):
            break
        steps.open_somebody(page)
        steps.write(page, words)
    else:
        assert arrives(page, by_itself=False), "nobody answered"
    steps.act(page, "Done")


def test_the_whole_job_by_keyboard_alone(living_desk, open_page):
    page = open_page(living_desk)
    page.goto("/signin")
    # The first field has the focus already.
    page.keyboard.type(steps.DEMO["email"])
    page.keyboard.press("Tab")
    page.keyboard.type(steps.DEMO["password"])
    page.keyboard.press("Enter")
    page.wait_for_url("**/today")
    for _ in range(4):
        if takes_up_the_next(page):
            break
        page.goto("/today")
    else:
        raise AssertionError("nobody could be taken up")
    page.keyboard.press("r")
    expect(page.locator("#composer-text")).to_be_focused()
    page.keyboard.type(SECOND)
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#composer .send .btn.main')"):
            break
    page.keyboard.press("Enter")
    expect(steps.ours(page, SECOND)).to_have_count(1, timeout=60_000)
    address = re.sub(r"^.*?(/conversations/\d+).*$", r"\1", page.url)
    page.keyboard.press("d")
    is_done(page, address)


def test_the_keys_can_be_read_and_the_line_searched(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    page.goto("/keys")
    page.look()
    page.keyboard.press("/")
    page.wait_for_url("**/search*")
    page.look()


def takes_up_the_next(page):
    """Whether the next in the line is ours now. People may call theirs solved just as it opens: then there is nothing left
    to take up."""
    page.locator("#line ol[data-rows] a.row").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/conversations/*")
    # Keys are heard once the page's scripts run.
    page.wait_for_load_state()
    page.locator(".desk-columns.open #composer").wait_for()
    page.keyboard.press("c")
    ours = page.get_by_text("You have this.")
    solved = page.locator(".happening").filter(has_text=re.compile("They say it is solved|thinks this is done"))
    expect(ours.or_(solved).first).to_be_visible()
    return ours.count() > 0


def is_done(page, talk):
    """It was laid down; whether they write again meanwhile, and it waits once more, is for them to say."""
    page.wait_for_url("**/today")
    page.goto(talk)
    expect(page.locator(".happening").filter(has_text="thinks this is done")).to_have_count(1)


def arrives(page, by_itself=True, seconds=25):
    """Whether they say something below our last words, in a page that is left alone or fetched again."""
    below = page.locator(".thread .post.ours:not(.outgoing) ~ .post.toUs")
    for _ in range(seconds * 2):
        if below.count():
            return True
        page.wait_for_timeout(500)
        if not by_itself:
            page.reload()
    return False


def reload_until(page, address, holds, tries=120):
    """For pages without scripts: nothing arrives by itself, so they are fetched again, as a member would."""
    for _ in range(tries):
        if holds():
            return
        page.wait_for_timeout(500)
        page.goto(address)
    raise AssertionError(f"{address} never showed it")
