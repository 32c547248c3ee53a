"""The whole job on a Mastodon-API server: heard without an account, signed in, answered once, their answer comes back."""

import time

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk
from mastodon import MastodonServer

WORD = "bicycle"
ASKED = "@shop My #bicycle lost its chain on the hill. Can you mend it today?"
FIRST = "So sorry. I am looking into it now."
SECOND = "So sorry. Bring it by before six; a new chain is on us."
THANKS = "@shop Wonderful, thank you. On my way!"
# Servers without streams are asked once a minute.
LIVE = 150_000


@pytest.fixture(params=["mastodon", "gotosocial", "snac"])
def server(request):
    with MastodonServer(request.param) as server:
        server.shop = server.person("shop", "Corner Bikes")
        server.ana = server.person("ana@bolha.example", "Ana Prado")
        server.ask("authorizes", person=server.shop)
        yield server


@pytest.fixture
def desk(server):
    """A new desk that knows the server, may go there, and trusts its certificate."""
    with Desk(settings=server.settings) as desk:
        yield desk


@pytest.fixture
def page(desk, open_page):
    # The browser is no part of what is shown here: it need not trust the server's certificate.
    return open_page(desk, ignore_https_errors=True)


def test_the_whole_job_on_a_mastodon_server(server, page):
    steps.set_up(page, WORD)
    steps.connect_mastodon(page, server)

    # Somebody speaks to us; nobody reloads the page.
    page.goto("/today")
    asked = server.say(server.ana, ASKED)
    row = page.locator("#line ol[data-rows] a.row").filter(has_text="lost its chain")
    expect(row).to_have_count(1, timeout=LIVE)
    page.look()
    talk = row.get_attribute("href")
    page.goto(talk)
    page.locator("#composer").wait_for()
    page.look()
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()

    # Taken back within the undo window: the server never heard of it.
    steps.write(page, FIRST)
    expect(steps.on_its_way(page, FIRST)).to_have_count(1)
    steps.take_back(page)
    expect(steps.on_its_way(page, FIRST)).to_have_count(0)
    assert server.accepted() == []

    steps.write(page, SECOND)
    expect(steps.ours(page, SECOND)).to_have_count(1, timeout=LIVE)
    (reply,) = server.accepted()
    assert SECOND in reply["text"]
    assert reply["text"].startswith("@ana@bolha.example ")
    assert reply["parent"] == uri(server, asked)
    assert reply["key"]

    # Their answer arrives by itself.
    server.say(server.ana, THANKS, parent=reply["uri"])
    expect(theirs(page, "Wonderful, thank you")).to_have_count(1, timeout=LIVE)
    page.look()
    expect(steps.ours(page, SECOND)).to_have_count(1)

    page.reload()
    expect(steps.ours(page, SECOND)).to_have_count(1)
    expect(steps.ours(page, FIRST)).to_have_count(0)
    steps.act(page, "Done")
    page.wait_for_url("**/today")
    expect(page.locator(f'#line ol[data-rows] a[href="{talk}"]')).to_have_count(0)
    assert len(server.accepted()) == 1, "delivered once, by the server's own log"


@pytest.mark.parametrize("server", ["mastodon"], indirect=True)
def test_a_server_that_refuses_the_way_back_shows_a_code(server, page):
    steps.set_up(page, WORD)
    # The small rights are asked for first, then the great ones, each with a way back.
    for _ in range(2):
        server.ask(
            "fail", method="POST", path="/api/v1/apps", fault="refusal", status=422,
            body='{"error":"Redirect URI must be an HTTPS URI"}')
    steps.connect_mastodon(page, server)


@pytest.mark.parametrize("server", ["mastodon", "snac"], indirect=True)
def test_public_talk_is_heard_without_an_account(server, page):
    server.say(server.ana, f"Any good #{WORD} shop around here?")
    page.goto(page.desk.set_up)
    page.get_by_label("A word or an address").fill(WORD)
    page.get_by_role("button", name="Listen", exact=True).click()
    heard = page.locator("#heard").filter(has_text="shop around here")
    expect(heard).to_have_count(1, timeout=LIVE)
    page.look()
    assert any("/api/v1/timelines/tag/" in asked for asked in server.ask("requests"))


@pytest.mark.parametrize(
    ("server", "fault"),
    [("mastodon", "cutAfter"), ("mastodon", "statusAfter"), ("mastodon", "late"), ("snac", "cutAfter")],
    indirect=["server"])
def test_a_reply_through_a_fault_goes_out_once(server, page, fault):
    steps.set_up(page, WORD)
    steps.connect_mastodon(page, server)
    server.say(server.ana, ASKED)
    page.goto("/today")
    row = page.locator("#line ol[data-rows] a.row").filter(has_text="lost its chain")
    expect(row).to_have_count(1, timeout=LIVE)
    page.goto(row.get_attribute("href"))
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    server.ask("fail", fault=fault)
    steps.write(page, SECOND)
    # A server without keys gets a minute to finish before its list is believed.
    expect(steps.ours(page, SECOND)).to_have_count(1, timeout=2 * LIVE)
    # A second one would come within the moments in which the first was shown.
    time.sleep(2)
    assert len(server.accepted()) == 1


def theirs(page, words):
    return page.locator(".thread .post:not(.ours)").filter(has_text=words)


def uri(server, post):
    """The name of a post that somebody wrote from elsewhere."""
    return server.ask("uri", post=post)["uri"]
