"""What the desk promises about its own words and about people's, walked through from the first word to the last: a
mistake, a promise, a wish, two handles of one human, and the end of what is kept about somebody."""

import re
import time

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk
from mastodon import MastodonServer

# Servers and services look every few seconds; this is for a machine that does ten things more.
LIVE = 150_000
WRONG = "Yes, the charger is in the box with every lamp."
RIGHT = "No charger is in the box; we have one here for you."


@pytest.fixture
def server():
    """A place where a test makes people speak."""
    with MastodonServer("mastodon") as server:
        server.shop = server.person("shop", "Corner Bikes")
        server.ana, server.ben, server.cem = (
            server.person(f"{name.lower()}@bolha.example", name) for name in ("Ana", "Ben", "Cem"))
        server.ask("follow", person=server.shop, count=6400)
        server.ask("authorizes", person=server.shop)
        yield server


@pytest.fixture
def desk(server):
    with Desk(settings=server.settings) as desk:
        yield desk


@pytest.fixture
def page(server, desk, open_page):
    """A member who speaks there for the shop."""
    page = open_page(desk, ignore_https_errors=True)
    steps.set_up(page)
    steps.connect_mastodon(page, server)
    return page


def hear(page, words):
    """Waits for somebody's words on Today and opens the conversation; its address."""
    page.goto("/today")
    row = page.locator("#line ol[data-rows] a.row").filter(has_text=words)
    expect(row).to_have_count(1, timeout=LIVE)
    page.goto(row.get_attribute("href"))
    page.locator("#composer").wait_for()
    return page.url


def answer(page, server, words):
    """Writes and waits until it is there; what the server took."""
    steps.write(page, words)
    expect(steps.ours(page, words)).to_have_count(1, timeout=LIVE)
    return next(taken for taken in reversed(server.accepted()) if words in taken["text"])


def theirs(page, words):
    return page.locator(".thread .post:not(.ours)").filter(has_text=words)


def until(page, address, locator):
    """Looks at a page again until something stands there: what is counted or cleaned up in the background."""
    end = time.monotonic() + LIVE / 1000
    while True:
        page.goto(address)
        if locator.count():
            return
        assert time.monotonic() < end, f"{locator} never came to {address}"
        page.wait_for_timeout(500)


def test_a_mistake_from_the_wrong_words_to_who_came_back(server, page):
    server.say(server.ana, "@shop Is a charger in the box with your lamps?")
    talk = hear(page, "charger in the box")
    reply = answer(page, server, WRONG)

    # Somebody else points it out; who was told so is one press away.
    server.say(server.ben, "@shop Sorry, that is not true: there is no charger in the box.", parent=reply["uri"])
    told = theirs(page, "no charger in the box")
    expect(told).to_have_count(1, timeout=LIVE)
    told.get_by_role("link", name="Mark what they correct").click()
    page.wait_for_url(re.compile(r"/mistakes/new"))
    expect(page.get_by_label("Ben told us")).to_be_checked()
    page.get_by_label("What was wrong, in a sentence").fill("We said the charger is in the box. It is not.")
    page.get_by_label("The wrong words, as they stand there").fill("the charger is in the box")
    page.get_by_role("button", name="Mark it").click()
    page.wait_for_url(re.compile(r"/mistakes/\d+"))
    mistake = page.url
    expect(page.get_by_role("heading", name="Who has seen it so far")).to_be_visible()
    # Who saw it is counted at once because it was noticed.
    until(page, mistake, page.locator(".samples th").filter(has_text="marked"))
    expect(page.locator(".seen .people")).to_contain_text("Ben")
    page.look()

    page.get_by_label("The whole post, as it shall read").fill(RIGHT)
    page.get_by_role("button", name="Change it there").click()
    expect(page.locator(".label").first).to_have_text("Mistake, fixed")
    until(page, mistake, page.locator(".samples th").filter(has_text="put right"))
    expect(page.get_by_role("heading", name="Who saw it before it was fixed")).to_be_visible()
    expect(page.locator(".seen .sentence")).to_contain_text("people saw it in those")
    expect(page.locator(".plot")).to_contain_text("noticed")
    expect(page.get_by_text("Nobody whom it touched has written since.")).to_be_visible()
    page.look()

    # One person is written to, alone.
    page.get_by_role("link", name="Write to Ben").click()
    page.locator("#composer").wait_for()
    expect(page.locator("#composer input[name=intent]:checked")).to_have_value("apologise")
    sorry = answer(page, server, "You are right, Ben, and I am sorry. Thank you for saying so.")
    assert sorry["text"].startswith("@ben@bolha.example ")
    page.goto(mistake)
    expect(page.locator(".people .tag.mended")).to_contain_text("written to")

    # Who comes back, and who joins in, are told apart.
    server.say(server.ben, "@shop Thanks, that is how it should be.", parent=sorry["uri"])
    server.say(server.cem, "@shop An honest shop, I like that.", parent=reply["uri"])
    page.goto(talk)
    expect(theirs(page, "how it should be")).to_have_count(1, timeout=LIVE)
    expect(theirs(page, "An honest shop")).to_have_count(1, timeout=LIVE)
    page.goto(mistake)
    came = page.locator("section").filter(has=page.get_by_role("heading", name="What came of it"))
    again, others = (came.get_by_role("heading", name=name) for name in ("Wrote to you again", "Others about it"))
    expect(again.locator("+ ul")).to_contain_text("how it should be")
    expect(others.locator("+ ul")).to_contain_text("An honest shop")
    expect(again.locator("+ ul")).not_to_contain_text("An honest shop")
    page.look()
    page.goto("/came-back")
    page.look()
    joined = page.locator("section").filter(has_text=RIGHT)
    expect(joined.get_by_role("heading", name="Others joined in").locator("+ ul")).to_contain_text("An honest shop")
    page.goto(talk)
    expect(page.locator(".scar")).to_contain_text("We said the charger is in the box.")


def test_a_promise_is_made_comes_due_and_is_kept(server, page):
    server.say(server.ana, "@shop Where is my order 4711?")
    talk = hear(page, "order 4711")
    words = "I am looking, Ana. I will find out today."
    page.locator("#composer-text").fill(words)
    offer = page.locator("#composer .offers").filter(has_text="I will find out today")
    expect(offer).to_be_visible()
    offer.get_by_role("checkbox").check()
    answer(page, server, words)

    page.goto("/promises")
    promise = page.locator("li.promise").filter(has_text="I will find out today")
    expect(promise).to_contain_text("due today")
    page.look()
    page.goto("/today")
    expect(page.locator("section.part").filter(has_text="What you promised")).to_contain_text("I will find out today")

    # The reply that keeps it says so.
    page.goto(talk)
    page.locator("#composer-text").fill("It left this morning and is with you tomorrow.")
    keeps = page.locator("#composer .offers").filter(has_text="Does your reply keep what was promised?")
    expect(keeps).to_be_visible()
    keeps.get_by_role("checkbox").check()
    answer(page, server, "It left this morning and is with you tomorrow.")
    until(page, "/promises", page.locator("section[aria-labelledby=promises-ended] li.promise"))
    ended = page.locator("section[aria-labelledby=promises-ended] li.promise")
    expect(ended).to_contain_text("I will find out today")
    expect(ended.locator(".tag.mended")).to_have_text("kept")
    page.goto("/today")
    expect(page.get_by_text("What you promised")).to_have_count(0)


def test_a_wish_of_three_people_is_fulfilled_and_each_is_told(server, page):
    people = [(server.ana, "Ana"), (server.ben, "Ben"), (server.cem, "Cem")]
    talks = []
    for person, name in people:
        server.say(person, f"@shop Please keep bells for wide bars, says {name}.")
        talks.append(hear(page, f"says {name}"))
    for number, talk in enumerate(talks):
        page.goto(talk)
        page.locator("h1, h2").first.wait_for()
        page.keyboard.press("w")
        form = page.locator("dialog")
        form.get_by_role("button", name="Gather").wait_for()
        if number == 0:
            form.locator("input[name=name]").fill("Bells for wide bars")
        else:
            form.locator("label").filter(has_text="Bells for wide bars").locator("input[name=wish]").check()
        form.get_by_role("button", name="Gather").click()
        page.locator("#flash", has_text="Gathered").wait_for()

    page.goto("/wishes")
    row = page.locator("ol.list li").filter(has_text="Bells for wide bars")
    expect(row).to_contain_text("3 people said so")
    row.get_by_role("link", name="Bells for wide bars").click()
    page.locator("summary", has_text="how far").click()
    page.locator("select[name=status]").select_option("done")
    page.locator("textarea[name=text]").fill("They are here.")
    page.get_by_role("button", name="Change").click()
    page.locator("#flash", has_text="Changed").wait_for()
    wish = page.url.split("#")[0]
    page.look()
    for _, name in people:
        page.goto(wish)
        page.get_by_role("link", name=f"Tell {name}").click()
        page.locator(".composer .ctx", has_text="is now: done. They are here.").wait_for()
        taken = answer(page, server, f"{name}, you asked for bells for wide bars: they are here.")
        # One by one: nobody else stands in it.
        assert taken["text"].startswith(f"@{name.lower()}@bolha.example ")
    page.goto(wish)
    expect(page.get_by_text("told by")).to_have_count(3)
    expect(page.get_by_role("link", name=re.compile("^Tell "))).to_have_count(0)


def test_two_handles_are_joined_and_parted_without_loss(server, page):
    elsewhere = server.person("anap@there.example", "A. Prado")
    server.say(server.ana, "@shop My brakes squeal.")
    hear(page, "brakes squeal")
    first = page.locator("a[href^='/people/']").first.get_attribute("href")
    server.say(elsewhere, "@shop And my bell is mute.")
    hear(page, "bell is mute")
    second = page.locator("a[href^='/people/']").first.get_attribute("href")
    assert first != second

    page.goto(first)
    page.locator("summary", has_text="another name").click()
    page.locator("input[name=typed]").fill("@anap@there.example")
    page.get_by_role("button", name="Join on their word").click()
    page.locator("#joins").wait_for()
    page.look()
    page.goto(first)
    for words in ("brakes squeal", "bell is mute"):
        expect(page.locator("#main")).to_contain_text(words)
    joined = page.url
    page.goto(second)
    assert page.url == joined
    page.get_by_role("button", name="Part").first.click()
    page.locator("#joins").wait_for(state="detached")
    for address, kept, gone in ((first, "brakes squeal", "bell is mute"), (second, "bell is mute", "brakes squeal")):
        page.goto(address)
        assert page.url.endswith(address)
        expect(page.locator("#main")).to_contain_text(kept)
        expect(page.locator("#main")).not_to_contain_text(gone)


def test_somebody_proves_who_they_are_is_heard_and_is_erased(server, desk, page, open_page):
    secret = "zwiebelkuchen"
    server.say(server.ana, f"@shop Where is the lamp that I ordered with my {secret}?")
    talk = hear(page, secret)
    person = page.locator("a[href^='/people/']").first.get_attribute("href")
    page.locator("#composer-text").fill("I will find out today.")
    offer = page.locator("#composer .offers").filter(has_text="I will find out today")
    expect(offer).to_be_visible()
    offer.get_by_role("checkbox").check()
    answer(page, server, "I will find out today.")
    page.goto(f"/search?q={secret}")
    found = page.locator("main li").filter(has_text=secret)
    expect(found).to_have_count(1)
    assert secret in stored(desk)

    # Ana shows that the handle is hers, and says where she stands.
    hers = open_page(desk, ignore_https_errors=True)
    hers.goto("/you")
    hers.look()
    hers.get_by_label("Your handle, mail address or page").fill("@ana@bolha.example")
    hers.get_by_role("button", name="Show that it is mine").click()
    code = hers.locator(".notice-box code").first.inner_text()
    server.say(server.ana, f"@shop It is me: {code}")
    # What is said afterwards is heard afterwards.
    server.say(server.ben, "@shop Do you mend saddles?")
    hear(page, "mend saddles")
    hers.get_by_role("button", name="I did it").click()
    hers.get_by_role("heading", name="What is kept about you").wait_for()
    expect(hers.get_by_text(secret)).to_be_visible()
    hers.look()
    hers.get_by_role("button", name=re.compile("^You broke this promise")).click()
    expect(hers.get_by_role("button", name=re.compile("^You broke this promise"))).to_have_count(0)
    page.goto("/promises")
    expect(page.locator("section[aria-labelledby=promises-ended] li.promise")).to_contain_text("They say it was broken")

    # A lead erases her: her page, the conversation, the search and the database's files have nothing of her.
    page.goto(person)
    page.get_by_role("link", name="Erase them").click()
    page.get_by_role("button", name="Erase for good").click()
    page.wait_for_url(re.compile(r"/people(\?.*)?$"))
    page.goto(talk)
    expect(page.locator("#main")).not_to_contain_text(secret)
    page.goto(f"/search?q={secret}")
    expect(found).to_have_count(0)
    end = time.monotonic() + LIVE / 1000
    while secret in stored(desk) or "ana@bolha.example" in stored(desk):
        assert time.monotonic() < end, "the files of the database still tell of her"
        page.wait_for_timeout(500)
    assert "I will find out today." in stored(desk), "what we said stays (law 5)"


def stored(desk):
    """All bytes of the database's files."""
    files = sorted((desk.folder / "data").glob("heed.sqlite*"))
    assert files, "the desk keeps no database where it is looked for"
    return b"".join(file.read_bytes() for file in files).decode("utf-8", errors="replace")
