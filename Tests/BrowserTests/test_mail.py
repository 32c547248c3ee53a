"""A mailbox added by its address, heard, answered as a proper mail, and its attack mails shown as words."""

import re

import pytest
from playwright.sync_api import expect

import steps
from desk import Desk
from mailserver import Mailbox

LIVE = 150_000
ANSWER = "So sorry. Bring it by before six; a new chain is on us."


@pytest.fixture
def server():
    with Mailbox() as server:
        yield server


@pytest.fixture
def desk(server):
    with Desk(settings=server.settings) as desk:
        yield desk


@pytest.fixture
def page(desk, open_page):
    return open_page(desk)


def add_mailbox(page, server, password=None):
    page.goto("/accounts/new?network=mail")
    page.look()
    page.get_by_label("Server or address").fill(server.typed)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Its password there").fill(password or server.password)
    page.look()
    page.get_by_role("button", name="Finish").click()


def test_a_mailbox_is_added_heard_and_answered(server, page):
    steps.set_up(page)
    add_mailbox(page, server)
    page.wait_for_url(re.compile(r"/accounts/\d+"))
    page.look()
    page.goto("/sources")
    expect(page.get_by_text(f"Mail to {server.address}")).to_have_count(1)

    page.goto("/today")
    asked = server.write(
        "Ana Prado <ana@a.example>", "My chain",
        "My bicycle lost its chain. Can you mend it?\n\nOn Mon, 2 Mar 2026 at 10:00, Shop <help@shop.example> wrote:\n> Old words\n",
        html="<p>My bicycle lost its chain. Can you mend it?</p><script>document.title='executed'</script>"
        "<img src=x onerror=\"document.title='executed'\">",
        attachment=("page.html", b"<script>document.title='executed'</script>"))
    row = page.locator("#line ol[data-rows] a.row").filter(has_text="lost its chain")
    expect(row).to_have_count(1, timeout=LIVE)
    page.goto(row.get_attribute("href"))
    page.locator("#composer").wait_for()
    page.look()
    expect(page.get_by_text("Old words")).to_have_count(0)
    expect(page.locator(".thread img[src*='/media/']")).to_have_count(0)
    assert page.title() != "executed"

    steps.act(page, "Claim")
    expect(page.get_by_text("You have this.")).to_be_visible()
    steps.write(page, ANSWER)
    expect(steps.ours(page, ANSWER)).to_have_count(1, timeout=LIVE)
    (mail,) = server.taken()
    assert mail["From"].addresses[0].display_name == "Alicia Lund at Corner Bikes"
    assert mail["From"].addresses[0].addr_spec == server.address
    assert mail["To"].addresses[0].addr_spec == "ana@a.example"
    assert mail["Subject"] == "Re: My chain"
    assert mail["In-Reply-To"].strip() == asked
    assert ANSWER in mail.get_body(("plain",)).get_content()

    # Their answer joins the conversation by itself, and what we said is there once.
    server.write("Ana Prado <ana@a.example>", "Re: My chain", "Wonderful, thank you!", parent=mail["Message-ID"])
    theirs = page.locator(".thread .post:not(.ours)").filter(has_text="Wonderful, thank you")
    expect(theirs).to_have_count(1, timeout=LIVE)
    page.reload()
    expect(steps.ours(page, ANSWER)).to_have_count(1)
    assert len(server.taken()) == 1


def test_a_wrong_password_is_said_and_nothing_is_kept(server, page):
    steps.set_up(page)
    page.expects(422)
    add_mailbox(page, server, password="not this one")
    expect(page.get_by_text("does not take this name and password")).to_be_visible()
    page.goto("/sources")
    expect(page.get_by_text(f"Mail to {server.address}")).to_have_count(0)
