"""An account on Bluesky: connected by its handle, heard, answered in public and in private."""

import re

import pytest
from playwright.sync_api import expect

import steps
from bluesky import BlueskyServer
from desk import Desk

ASKED = "@shop.example My bicycle lost its chain on the hill. Can you mend it today?"
REPLY = "Bring it by before six; a new chain is on us."
# What an account hears is asked for once a minute.
LIVE = 150_000


@pytest.fixture
def server():
    with BlueskyServer() as server:
        server.shop = server.person("shop.example", "Corner Bikes")
        server.ana = server.person("ana.example", "Ana Prado")
        yield server


@pytest.fixture
def desk(server):
    """A new desk that knows the server, may go there, and trusts its certificate."""
    with Desk(settings=server.settings) as desk:
        yield desk


@pytest.fixture
def page(desk, open_page):
    return open_page(desk)


def begin(page, handle):
    page.goto("/accounts/new")
    page.get_by_label("Network").select_option("bluesky")
    page.get_by_label("Server or address").fill(handle)
    page.get_by_role("button", name="Go on").click()


def test_an_account_is_connected_by_its_handle_and_answers(server, page):
    steps.set_up(page)
    begin(page, "@shop.example")
    # The desk at home is let in by the server's own page; the app password is the other way.
    field = page.get_by_label("Access token or app password")
    field.wait_for()
    expect(page.get_by_text("An app password made there works as well")).to_be_visible()
    page.look()
    field.fill(server.ask("password", person=server.shop)["password"])
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url(re.compile(r"/accounts/\d+"))
    page.look()
    expect(page.get_by_role("heading", name="@shop.example")).to_be_visible()

    asked = server.say(server.ana, ASKED)
    page.goto("/today")
    row = page.locator("#line ol[data-rows] a.row").filter(has_text="lost its chain")
    expect(row).to_have_count(1, timeout=LIVE)
    page.goto(row.get_attribute("href"))
    page.look()
    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    steps.write(page, REPLY)
    expect(steps.ours(page, REPLY)).to_have_count(1, timeout=LIVE)
    (reply,) = server.accepted()
    assert reply["text"].startswith(REPLY)
    assert reply["parent"] == reply["root"] == asked
    assert not reply["private"]


def test_a_wrong_handle_or_password_is_said_where_it_was_typed(server, desk, open_page):
    page = open_page(desk)
    steps.set_up(page)
    page.expects(422)
    begin(page, "nobody.example")
    expect(page.get_by_text("Nobody on this network is called nobody.example")).to_be_visible()
    page.look()
    begin(page, "shop.example")
    page.get_by_label("Access token or app password").fill("aaaa-bbbb-cccc-dddd")
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_text("does not take this app password")).to_be_visible()
    page.look()
