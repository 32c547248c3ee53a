"""What a member does, in the words of the screens."""

import re

MEMBER = {"name": "Alicia Lund", "email": "alicia@cornerbikes.example", "password": "the chain is tight again"}
DEMO = {"email": "alicia@cornerbikes.example", "password": "corner bikes demo"}


def set_up(page, word="bicycle"):
    """First run: a word, then a name and a password; ends on Today."""
    page.goto(page.desk.set_up)
    page.look()
    page.get_by_label("A word or an address").fill(word)
    page.get_by_role("button", name="Listen", exact=True).click()
    page.get_by_role("heading", name=re.compile("^Listening in")).wait_for()
    page.look()
    page.get_by_label("What people call your organisation").fill("Corner Bikes")
    page.get_by_label("Your name").fill(MEMBER["name"])
    page.get_by_label("Mail address").fill(MEMBER["email"])
    page.get_by_label("Password").fill(MEMBER["password"])
    page.get_by_role("button", name="Keep it and begin").click()
    page.wait_for_url("**/today")


def listen_to(page, typed):
    """Takes the first place that the desk finds at what was typed."""
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(typed)
    page.get_by_role("button", name="Find places").click()
    page.locator(".offers").get_by_role("button").first.click()
    page.wait_for_url("**/sources")


def sign_in(page, who=DEMO):
    page.goto("/signin")
    page.get_by_label("Mail address").fill(who["email"])
    page.get_by_label("Password").fill(who["password"])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/today")


def sign_out(page):
    page.goto("/settings/me")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/signin")


def connect_practice(page):
    """Speaks for the invented shop from now on."""
    page.goto("/accounts/new")
    page.get_by_label("Network").select_option(label="Practice")
    # The people there are invented: nothing has to be said to speak with them.
    assert not page.get_by_label("Server or address").is_visible()
    page.look()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Finish").wait_for()
    assert page.locator("main form input:visible").count() == 0
    page.look()
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url(re.compile(r"/accounts/\d+"))
    page.look()


def connect_mastodon(page, server):
    """Signs in with an account there, by the server's own page; ends on the account's page."""
    page.goto(f"/accounts/new?network=mastodon&server={server.host}")
    page.look()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("link", name=f"Open {server.host}").wait_for()
    page.look()
    # A server that does not know the way back shows a code.
    pastes = page.get_by_label("The code that it shows").count() > 0
    if pastes:
        step = page.url
        there = page.context.new_page()
        there.goto(page.get_by_role("link", name=f"Open {server.host}").get_attribute("href"))
        there.get_by_role("button", name="Authorize").click()
        code = there.locator("code").inner_text()
        there.close()
        assert page.url == step
        page.get_by_label("The code that it shows").fill(code)
    else:
        page.get_by_role("link", name=f"Open {server.host}").click()
        page.get_by_role("heading", name="Authorize Heed").wait_for()
        page.get_by_role("button", name="Authorize").click()
        page.wait_for_url("**/accounts/callback*")
        page.look()
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url(re.compile(r"/accounts/\d+"))
    page.look()


def who_asks(page):
    """Who waits for an answer, the last in the line: best somebody whose first words are a question, for nobody has answered
    them yet. Who waits depends on the hour, as in life; at some hours nobody asks for the first time."""
    rows = page.locator("#line ol[data-rows] a.row:not(.taken):not(:has(.locked))")
    questions = rows.filter(has_text="question")
    first = questions.filter(has_text="first words to you")
    return next((found for found in (first, questions) if found.count()), rows).last


def open_somebody(page):
    """The conversation of somebody who asks, opened; its address."""
    address = None
    for _ in range(60):
        page.goto("/today")
        if who_asks(page).count():
            address = who_asks(page).get_attribute("href")
            break
        page.wait_for_timeout(500)
    assert address, "nobody asked anything within half a minute"
    page.goto(address)
    page.locator("#composer").wait_for()
    return address


def act(page, name):
    page.locator(".talk header.about").get_by_role("button", name=re.compile(f"^{name}")).click()


def write(page, words):
    page.locator("#composer-text").fill(words)
    page.locator("#composer").get_by_role("button", name=re.compile("^Send as")).click()


def ours(page, words):
    """Our delivered posts in the thread with these words; what is still on its way is none of them."""
    return page.locator(".thread .post.ours:not(.outgoing)").filter(has_text=words)


def on_its_way(page, words):
    return page.locator(".thread .post.ours.outgoing").filter(has_text=words)


def take_back(page):
    page.locator(".outgoing").get_by_role("button", name="Take it back").first.click()


def samples(page):
    """The addresses of all pages of the storybook."""
    page.goto("/storybook")
    links = page.locator('main a[href^="/storybook/"]')
    return list(dict.fromkeys(links.evaluate_all("links => links.map(link => link.getAttribute('href'))")))
