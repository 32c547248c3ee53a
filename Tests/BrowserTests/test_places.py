"""Forums, Lemmy, GitHub and Hacker News: added by their addresses, heard, and answered, by hand where nothing else goes."""

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


def add_by_address(page, address, name, later=None, ours=False):
    """Types an address; the desk says what stands there, and what it can do, before anything is asked for.

    A place may tell its own name, `later`, as soon as it is asked.
    """
    page.goto("/sources")
    page.get_by_label("A word or an address").fill(address)
    page.get_by_role("button", name="Find places").click()
    offer = page.locator(".offers > li").filter(has=page.get_by_text(name, exact=True))
    expect(offer).to_have_count(1)
    page.look()
    told = offer.inner_text()
    if ours:
        offer.get_by_label("This place is ours").check()
    offer.get_by_role("button").click()
    page.wait_for_url("**/sources")
    named = re.compile("|".join(re.escape(one) for one in (name, later) if one))
    expect(page.locator("#sources li").filter(has_text=named)).to_have_count(1)
    return told


def heard_when(page, name, scripts=True):
    """The source says when it last heard something, and complains of nothing."""
    row = page.locator("#sources li").filter(has_text=name)
    for _ in range(0 if scripts else 60):
        if row.filter(has_text="last heard something").count():
            break
        page.wait_for_timeout(1_000)
        page.goto("/sources")
    # With scripts the page is not loaded again: it hears by itself of the first answer and of the name that it tells.
    expect(row).to_contain_text("last heard something", timeout=60_000)
    expect(row.locator(".trouble")).to_have_count(0)
    page.look()


def begin(page, network, server):
    page.goto("/accounts/new")
    page.get_by_label("Network").select_option(network)
    page.get_by_label("Server or address").fill(server)
    page.look()
    page.get_by_role("button", name="Go on").click()


def finish(page, key, label="Access token or app password"):
    page.get_by_label(label).fill(key)
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


def test_a_forum_gives_the_desk_a_key_and_is_answered(open_desk, open_page):
    with Place("discourse") as forum:
        topic = forum.ask("topic", title="Bells")["id"]
        forum.ask("say", on=topic, text="All about bells.", by="rui")
        page = open_page(open_desk(forum), ignore_https_errors=True)
        # This forum names faces and gives none out.
        page.expects(503)
        steps.set_up(page, f"https://{forum.host}")
        told = add_by_address(page, f"https://{forum.host}/t/a-topic/{topic}", f"“Bells” on {forum.host}", "Bells")
        assert "sign in with an account" in told
        heard_when(page, "Bells")

        begin(page, "discourse", forum.host)
        link = page.get_by_role("link", name=f"Open {forum.host}")
        link.wait_for()
        page.look()
        there = page.context.new_page()
        there.goto(link.get_attribute("href"))
        there.get_by_role("button", name="Authorize").click()
        shown = there.locator("pre").inner_text()
        there.close()
        page.get_by_label("The code that it shows").fill(shown)
        page.get_by_role("button", name="Finish").click()
        page.wait_for_url(re.compile(r"/accounts/\d+"))
        expect(page.get_by_role("heading", name=f"@shop@{forum.host}")).to_be_visible()
        page.look()
        # No more than was said.
        assert forum.ask("granted") == [["read", "write"]]

        asked = forum.ask("say", on=topic, text=f"@shop {ASKED}")["id"]
        answer(page)
        (reply,) = forum.accepted()
        assert REPLY in reply["text"] and reply["on"] == topic and reply["by"] == "shop"
        assert asked

        # The right is taken back there: the desk says what is wrong, once, and where.
        forum.ask("takeBack")
        trouble = page.locator(".trouble").filter(has_text="no longer lets this account in")
        for _ in range(100):
            page.goto("/sources")
            if trouble.count():
                break
            page.wait_for_timeout(2_000)
        expect(trouble.first).to_be_visible()
        page.look()


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
        finish(page, password, "Its password there")
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
        # The repository is ours: whoever opens an issue there speaks to us, without naming us.
        add_by_address(page, f"https://{github.host}/bells/shop", name, ours=True)
        heard_when(page, name)
        row = page.locator("#sources li").filter(has_text=name)
        expect(row).to_contain_text("This place is yours")
        page.goto("/today")
        waiting = page.locator("#line ol[data-rows] a.row").filter(has_text="All about bells.")
        expect(waiting).to_have_count(1, timeout=LIVE)
        # It can be taken back, and said again.
        page.goto("/sources")
        row.get_by_role("button", name="It is not ours").click()
        expect(row).not_to_contain_text("This place is yours")
        page.look()
        row.get_by_role("button", name="This place is ours").click()
        expect(row).to_contain_text("This place is yours")
        page.look()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_hacker_news_is_answered_by_hand(scripts, open_desk, open_page):
    names = ("hn.algolia.com", "hacker-news.firebaseio.com", "news.ycombinator.com")
    with Place("hackernews", names=names) as news:
        story = news.ask("say", title="Show HN: Bells", url="https://bells.example/", by="rui")["id"]
        asked = news.ask("say", text=ASKED, parent=story)["id"]
        page = open_page(open_desk(news), java_script_enabled=scripts, permissions=["clipboard-read", "clipboard-write"])
        if not scripts:
            # Accessibility is looked at with a script.
            page.look = lambda: page
        steps.set_up(page)
        name = "Answers on Hacker News below “Show HN: Bells”"
        told = add_by_address(page, f"https://news.ycombinator.com/item?id={story}", name)
        assert "takes no answers from programs" in told
        heard_when(page, name, scripts)

        row = page.locator("main").get_by_text(ASKED).first
        for _ in range(60):
            page.goto("/heard")
            if row.count():
                break
            page.wait_for_timeout(1_000)
        page.get_by_role("button", name="Take up").first.click()
        page.locator("#composer").wait_for()
        page.look()
        there = page.get_by_role("link", name="Answer on its own page")
        assert there.get_attribute("href") == f"https://news.ycombinator.com/item?id={asked}"
        box = page.locator("#composer-text")
        box.fill(REPLY)
        copy = page.get_by_role("button", name="Copy your words")
        if scripts:
            copied = copy.get_attribute("data-copied")
            copy.click()
            page.get_by_role("button", name=copied).wait_for()
            assert page.evaluate("navigator.clipboard.readText()") == REPLY
        else:
            expect(copy).to_have_count(0)

        # Told where, and not there: nothing is taken for posted that the desk did not find.
        page.expects(422)
        mine = news.ask("say", text="Something else.", parent=asked, by="shop")["id"]
        where = page.get_by_label("The address of your answer there")
        where.fill(f"https://news.ycombinator.com/item?id={mine}")
        page.get_by_role("button", name="I posted it, here").click()
        expect(page.get_by_role("alert")).to_be_visible()
        expect(box).to_have_value(REPLY)
        page.look()
        posted = news.ask("say", text=REPLY, parent=asked, by="shop")["id"]
        where.fill(f"https://news.ycombinator.com/item?id={posted}")
        page.get_by_role("button", name="I posted it, here").click()
        expect(page.get_by_text("The desk looked and found your words there.")).to_be_visible()
        expect(page.locator(".post.ours").filter(has_text="Posted by hand")).to_have_count(1)
        page.look()

        # What they say to it is heard as any answer.
        news.ask("say", text="Lovely, thank you!", parent=posted)
        thanks = page.locator(".thread .post:not(.ours)").filter(has_text="Lovely, thank you")
        talk = page.url
        for _ in range(130):
            if thanks.count():
                break
            page.wait_for_timeout(2_000)
            if not scripts:
                page.goto(talk)
        expect(thanks).to_have_count(1)
