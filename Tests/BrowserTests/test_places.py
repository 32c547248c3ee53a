"""Lemmy and GitHub: added by their addresses, heard, and answered."""

import re
import secrets

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk
from places import Place

# Places that tell nothing by themselves are asked once a minute or two.
LIVE = 200_000
ASKED = "Does the blue bell fit a Dutch bicycle?"
REPLY = "It does. Bring it by and we put it on."


@pytest.fixture
def open_desk():
    """A desk that reaches a place and trusts it."""
    opened = []

    def open_desk(place):
        desk = Desk(settings=place.settings, environment=place.environment)
        opened.append(desk)
        return desk.__enter__()

    yield open_desk
    for desk in opened:
        desk.__exit__(None, None, None)


def add_by_address(page, address, name):
    """Types an address; the desk says what stands there, and what it can do, before anything is asked for."""
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(address)
    page.get_by_role("button", name="Find places").click()
    offer = page.locator(".offers > li").filter(has=page.get_by_text(name, exact=True))
    expect(offer).to_have_count(1)
    page.look()
    told = offer.inner_text()
    offer.get_by_role("button").click()
    page.wait_for_url("**/sources")
    expect(page.locator("#sources li").filter(has_text=name)).to_have_count(1)
    return told


def heard_when(page, name):
    """The source says when it last heard something, and complains of nothing."""
    row = page.locator("#sources li").filter(has_text=name)
    for _ in range(60):
        page.goto("/sources")
        if "heard" in row.inner_text():
            break
        page.wait_for_timeout(1_000)
    expect(row).to_contain_text("heard")
    expect(row.locator(".trouble")).to_have_count(0)
    page.look()


def begin(page, network, server):
    page.goto("/accounts/new")
    page.get_by_label("Network").select_option(network)
    page.get_by_label("Server or address").fill(server)
    page.look()
    page.get_by_role("button", name="Go on").click()


def finish(page, key):
    page.get_by_label("Access token or app password").fill(key)
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url(re.compile(r"/accounts/\d+"))
    page.look()


def answer(page, words=ASKED, reply=REPLY):
    """Opens what was asked, claims it and answers."""
    page.goto("/today")
    row = page.locator("#line ol[data-rows] a.row").filter(has_text=words)
    expect(row).to_have_count(1, timeout=LIVE)
    page.goto(row.get_attribute("href"))
    page.locator("#composer").wait_for()
    page.look()
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    steps.write(page, reply)
    expect(steps.ours(page, reply)).to_have_count(1, timeout=LIVE)


def test_a_text_of_another_sign_in_is_refused_in_words(open_desk, open_page):
    with Place("discourse") as forum:
        page = open_page(open_desk(forum), ignore_https_errors=True)
        steps.set_up(page)
        page.expects(422)
        begin(page, "discourse", forum.host)
        link = page.get_by_role("link", name=f"Open {forum.host}")
        there = page.context.new_page()
        there.goto(link.get_attribute("href"))
        there.get_by_role("button", name="Authorize").click()
        shown = there.locator("pre").inner_text()
        there.close()
        begin(page, "discourse", forum.host)
        page.get_by_label("The code that it shows").fill(shown)
        page.get_by_role("button", name="Finish").click()
        expect(page.get_by_text("belongs to another sign-in")).to_be_visible()
        page.look()
        # Where a forum gives no keys, a pasted one is asked for.
        forum.ask("close")
        begin(page, "discourse", forum.host)
        expect(page.get_by_text("no page that gives keys")).to_be_visible()
        page.look()
        begin(page, "discourse", f"shop@{forum.host}")
        expect(page.get_by_text("Ask an administrator")).to_be_visible()
        finish(page, forum.new_key())


@pytest.mark.parametrize("version", ["lemmy3", "lemmy4"])
def test_a_lemmy_server_is_added_and_answered(version, open_desk, open_page):
    with Place(version) as lemmy:
        post = lemmy.ask("post", text="All about bells.")["id"]
        page = open_page(open_desk(lemmy))
        steps.set_up(page)
        name = f"The community bells on {lemmy.host}"
        told = add_by_address(page, f"https://{lemmy.host}/c/bells", name)
        assert "sign in with an account" in told
        heard_when(page, name)

        begin(page, "lemmy", f"shop@{lemmy.host}")
        password = lemmy.ask("key", secret=secrets.token_hex(16))["password"]
        page.look()
        finish(page, password)
        asked = lemmy.ask("say", on=post, text=ASKED)["id"]
        answer(page)
        (reply,) = lemmy.accepted()
        assert REPLY in reply["text"] and reply["on"] == post
        assert reply["path"].split(".")[-2] == str(asked)


def test_a_repository_on_github_is_added_and_answered(open_desk, open_page):
    with Place("github", "github.com", ("github.com", "api.github.com")) as github:
        thread = github.ask("open", text="All about bells.", by="rui")["id"]
        page = open_page(open_desk(github))
        steps.set_up(page)
        name = "Issues and comments of bells/shop on GitHub"
        told = add_by_address(page, "https://github.com/bells/shop", name)
        assert "sign in with an account" in told
        heard_when(page, name)

        begin(page, "github", "github.com")
        link = page.get_by_role("link", name="Open github.com").get_attribute("href")
        # The least right that does it is filled in.
        assert "issues=write" in link and "contents" not in link and "admin" not in link
        page.look()
        page.get_by_label("The code that it shows").fill(github.new_key())
        page.get_by_role("button", name="Finish").click()
        page.wait_for_url(re.compile(r"/accounts/\d+"))
        page.look()
        github.ask("say", on=thread, text=f"@shop {ASKED}")
        answer(page)
        (reply,) = github.accepted()
        assert REPLY in reply["text"] and reply["on"] == 1


def test_a_server_like_github_of_ones_own_is_recognised(open_desk, open_page):
    with Place("github") as github:
        github.ask("open", text="All about bells.", by="rui")
        page = open_page(open_desk(github))
        steps.set_up(page)
        name = f"Issues and comments of bells/shop on {github.host}"
        add_by_address(page, f"https://{github.host}/bells/shop", name)
        heard_when(page, name)
