"""What people may ask of what is kept about them, on the practice network: whoever spoke to us proves it, is heard and
is erased; whoever never did is looked after by a lead."""

import re
import time

from playwright.sync_api import expect

import steps

# People answer within seconds at this pace; this is for a machine that does ten things more.
LIVE = 120_000
SECRET = "zwiebelkuchenrezept"
PROMISE = "I will find out today."


def answer(page, words):
    steps.write(page, words)
    expect(steps.ours(page, words[:40])).to_have_count(1, timeout=LIVE)


def theirs(page, words):
    return page.locator(".thread .post:not(.ours)").filter(has_text=words)


def stored(desk):
    """All bytes of the database's files."""
    files = sorted((desk.folder / "data").glob("heed.sqlite*"))
    assert files, "the desk keeps no database where it is looked for"
    return b"".join(file.read_bytes() for file in files).decode("utf-8", errors="replace")


def test_an_invented_person_proves_who_they_are_is_heard_and_is_erased(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    # Sent is sent: nobody waits ten seconds for each reply here.
    page.goto("/settings")
    page.locator("input[name=undoSeconds]").fill("0")
    page.locator("form", has=page.locator("input[name=undoSeconds]")).get_by_role("button").last.click()
    page.locator("#flash").wait_for()

    talk = steps.open_somebody(page)
    human = page.locator("a[href^='/people/']").first.get_attribute("href")
    # The invented person says what they are asked to say: words of theirs that are nobody else's.
    answer(page, f"Please say “My {SECRET} came with the order”, so that I find it.")
    expect(theirs(page, SECRET)).to_have_count(1, timeout=LIVE)
    page.locator("#composer-text").fill(PROMISE)
    offer = page.locator("#composer .offers").filter(has_text="find out today")
    expect(offer).to_be_visible()
    offer.get_by_role("checkbox").check()
    answer(page, PROMISE)
    page.goto(f"/search?q={SECRET}")
    found = page.locator("main li").filter(has_text=SECRET)
    expect(found).not_to_have_count(0)
    assert SECRET in stored(living_desk)
    page.goto(human)
    address = page.locator("section[aria-labelledby=known] bdi").filter(has_text="@").first.inner_text().strip()

    # They show that the handle is theirs, and say where they stand.
    their = open_page(living_desk)
    their.goto("/you")
    their.get_by_label("Your handle, mail address or page").fill(address)
    their.get_by_role("button", name="Show that it is mine").click()
    code = their.locator(".notice-box code").first.inner_text()
    page.goto(talk)
    answer(page, f"Please say “{code}” so that the desk knows you.")
    proven = their.get_by_role("heading", name="What is kept about you")
    end = time.monotonic() + LIVE / 1000
    while not proven.count():
        assert time.monotonic() < end, "the code was never heard"
        their.wait_for_timeout(500)
        if their.get_by_role("button", name="I did it").count():
            their.get_by_role("button", name="I did it").click()
            their.wait_for_load_state()
    expect(their.locator("#main").get_by_text(SECRET).first).to_be_visible()
    their.look()
    broken = their.get_by_role("button", name=re.compile("^You broke this promise"))
    broken.click()
    expect(broken).to_have_count(0)
    page.goto("/promises")
    expect(page.locator("section[aria-labelledby=promises-ended] li.promise").filter(has_text="find out today")).to_contain_text(
        "They say it was broken")

    # A lead erases them: the conversation, the search and the files of the database have nothing of their words.
    page.goto(human)
    page.get_by_role("link", name="Erase them").click()
    page.get_by_role("button", name="Erase for good").click()
    page.wait_for_url(re.compile(r"/people(\?.*)?$"))
    page.goto(talk)
    expect(page.locator("#main")).not_to_contain_text(SECRET)
    expect(page.locator("#main")).to_contain_text(PROMISE)
    page.goto(f"/search?q={SECRET}")
    expect(found).to_have_count(0)
    end = time.monotonic() + LIVE / 1000
    while SECRET in stored(living_desk):
        assert time.monotonic() < end, "the files of the database still tell of them"
        page.wait_for_timeout(500)
    assert PROMISE in stored(living_desk), "what we said stays (law 5)"


def test_whoever_never_spoke_to_us_is_found_held_and_erased_by_address(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    address = who_never_spoke_to_us(page)
    page.goto("/people")
    page.get_by_role("link", name="Somebody asks about themselves").click()
    page.get_by_label("Their handle, mail address or page").fill(address)
    page.get_by_role("button", name="Look").click()
    expect(page.locator("section ol.list li").first).to_be_visible()
    who = page.locator("section[aria-labelledby^=called-]").get_attribute("aria-labelledby")
    page.look()
    page.locator("summary", has_text="Legal hold").click()
    page.get_by_label("Which law or claim").fill("Claim 12 of 2026 before the district court")
    page.get_by_role("button", name="Set the hold").click()
    page.locator("#flash").wait_for()
    expect(page.get_by_text("Claim 12 of 2026 before the district court")).to_be_visible()
    page.get_by_role("link", name="Erase them").click()
    expect(page.get_by_role("alert")).to_contain_text("A legal hold stands")
    page.look()
    page.get_by_role("link", name="Cancel").click()
    page.get_by_role("button", name="Lift the hold").click()
    page.locator("#flash").wait_for()
    page.get_by_role("link", name="Erase them").click()
    page.get_by_role("button", name="Erase for good").click()
    page.locator("#flash").wait_for()
    # Who goes on talking there is somebody new.
    page.goto(f"/asked?q={address}")
    page.locator("h1").wait_for()
    expect(page.locator(f"#{who}")).to_have_count(0)
    page.goto("/audit")
    expect(page.locator("main")).to_contain_text("erased somebody")


def who_never_spoke_to_us(page):
    """The address of an invented person who was heard, and has no page."""
    people = ["kuba", "halina", "mirek", "haruka", "kenji", "sumire", "layla", "yusuf", "rania", "urs", "teo", "goyo", "maud"]
    for person in people:
        page.goto(f"/asked?q=@{person}@practice.example")
        page.locator("h1").wait_for()
        called = page.locator("section[aria-labelledby^=called-]")
        if called.get_by_role("link", name="Erase them").count() and called.locator("li .said").count():
            return f"@{person}@practice.example"
    raise AssertionError("nobody speaks about the shop alone")


def focus(page, selector, most=80, key="Tab"):
    """Goes there by the Tab key alone."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def test_what_many_ask_alike_is_gathered_by_its_key(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    # What is alike is looked for every minute.
    offered = page.locator("section.think:has(button[data-key=g])")
    end = time.monotonic() + 180
    while True:
        page.goto("/wishes")
        if offered.count():
            break
        assert time.monotonic() < end, "nothing is offered to be gathered"
        page.wait_for_timeout(1_000)
    page.look()
    name = offered.first.locator("input[name=name]")
    if name.count() and not name.input_value():
        focus(page, "section.think input[name=name]")
        page.keyboard.type("What several asked for")
        # Keys are letters while somebody types.
        page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.locator("#flash", has_text="Gathered").wait_for()


def test_an_edit_is_looked_through_and_sent_by_keyboard_alone(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    page.goto("/settings")
    page.locator("input[name=undoSeconds]").fill("0")
    page.locator("form", has=page.locator("input[name=undoSeconds]")).get_by_role("button").last.click()
    page.locator("#flash").wait_for()
    steps.open_somebody(page)
    answer(page, "We look at it today.")
    # Back from the composer: what we said last stands right above it.
    page.keyboard.press("r")
    expect(page.locator("#composer-text")).to_be_focused()
    focus(page, ".post.ours a[href$='/edit']", most=60, key="Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/edit$"))
    # The address changes before the page does.
    page.locator("#composer").wait_for(state="detached")
    focus(page, "textarea[name=text]")
    page.keyboard.press("Control+A")
    # What the desk sees in new words stands there while they are typed.
    page.keyboard.type("You are wrong and this is your own fault. Stop wasting our time with such stupid nonsense!")
    expect(page.locator("form .look")).to_contain_text("This may read as cross")
    page.keyboard.press("Control+A")
    page.keyboard.type("We look at it tomorrow, and tell you.")
    expect(page.locator("form .look")).not_to_contain_text("This may read as cross")
    focus(page, "input[name=warning]")
    page.keyboard.type("opening hours")
    focus(page, "form .btn.main")
    page.keyboard.press("Enter")
    page.locator("#flash").wait_for()
    expect(steps.ours(page, "We look at it tomorrow")).to_have_count(1, timeout=LIVE)
    expect(page.locator(".post.ours").filter(has_text="We look at it tomorrow")).to_contain_text("opening hours")
