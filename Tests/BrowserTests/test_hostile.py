"""Hostile markup in posts and names, on every page that shows them: nothing runs, nothing is asked for elsewhere, with
the content policy that would stop it and without (row 15 of Docs/reliability.md)."""

import json
import re
import subprocess

import pytest

import attacks
import steps
from desk import Desk
from feed import Feed

# What the words of others may never bring into a page.
ACTIVE = (
    "script:not([src^='/assets/']), style, iframe, object, embed, base, meta[http-equiv], form:not([action^='/']),"
    " svg script, svg a, math, video, audio, [srcset], [style]")


@pytest.fixture(scope="module")
def attacked():
    """A desk that heard every attack: through a feed, and from people who spoke to it."""
    with Feed(attacks.items(), name=attacks.NAMES[0]) as feed:
        with Desk(settings={"hosts": feed.host}) as desk:
            # Each process that runs tests has a desk of its own here.
            desk.feed, desk.is_prepared = feed, False
            lines = [
                {
                    "id": f"attack-{number}", "at": f"2026-11-01T10:{number % 60:02}:00Z", "direction": "toUs",
                    "author": {
                        "id": f"attacker-{number}", "name": attacks.NAMES[number % len(attacks.NAMES)],
                        "address": f"@{markup}"},
                    "text": markup, "title": markup, "warning": markup if number % 3 == 0 else None,
                    "address": "https://elsewhere.invalid/\" onclick=\"caught()",
                    "media": [{"kind": "image", "address": attacks.AWAY, "alternative": markup}],
                }
                for number, markup in enumerate(attacks.MARKUP)
            ]
            file = desk.folder / "attacks.jsonl"
            file.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
            desk.attacks = file
            yield desk


@pytest.mark.parametrize("bypass", [True, False], ids=["without the policy", "with the policy"])
def test_hostile_markup_does_nothing(attacked, open_page, bypass):
    page = open_page(attacked, bypass_csp=bypass, height=4000)
    caught, asked = [], []
    # Pictures of strangers cannot be had here.
    page.expects(404).expects(503)
    page.expose_function("caught", lambda *_: caught.append(page.url))
    page.on("dialog", lambda dialog: (caught.append(page.url), dialog.dismiss()))
    page.on("request", lambda request: asked.append(request.url))
    if attacked.is_prepared:
        steps.sign_in(page, steps.MEMBER)
    else:
        prepare(attacked, page)
        attacked.is_prepared = True
    talks = []
    for room in ["/today", "/heard", "/heard?direction=toUs", "/people", "/sources", "/search?query=press", "/audit"]:
        page.goto(room)
        examine(page)
        talks += page.locator("a[href^='/conversations/'], a[href^='/people/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))")
    assert len(set(talks)) >= 40, "the attacks did not come in"
    for address in list(dict.fromkeys(talks))[:60]:
        page.goto(address)
        examine(page)
    page.wait_for_timeout(300)
    assert not caught, f"something ran on {set(caught)}"
    foreign = [address for address in asked if not address.startswith(attacked.address)]
    assert not foreign, f"asked elsewhere: {foreign[:3]}"
    if bypass:
        # The trap itself springs.
        page.evaluate(f"document.body.insertAdjacentHTML('beforeend', {json.dumps(attacks.MARKUP[2])})")
        for _ in range(60):
            if caught:
                break
            page.wait_for_timeout(250)
        assert caught, "an attack that was let in went unnoticed"


def prepare(desk, page):
    """Sets the desk up and lets the attacks in."""
    steps.set_up(page)
    steps.listen_to(page, desk.feed.address)
    done = subprocess.run(
        [desk.program, "import", "--data", str(desk.folder / "data"), str(desk.attacks)], capture_output=True)
    assert done.returncode == 0, done.stderr.decode()
    for _ in range(60):
        page.goto("/heard")
        if page.locator("main").get_by_text("From a collection").count() or page.locator("[data-rows] > li").count() > 40:
            return
        page.wait_for_timeout(500)


def examine(page):
    """Nothing active stands in the page; what can be pressed is pressed; what can be hovered is hovered."""
    found = page.locator("body").locator(ACTIVE).evaluate_all("all => all.map(one => one.outerHTML.slice(0, 120))")
    assert not found, f"{page.url} holds {found[:3]}"
    handlers = page.evaluate("""
        [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(a => a.name.startsWith('on')))
            .map(one => one.outerHTML.slice(0, 120))""")
    assert not handlers, f"{page.url} holds {handlers[:3]}"
    links = page.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    wrong = [link for link in links if not re.match(r"(https?|mailto):", link)]
    assert not wrong, f"{page.url} leads to {wrong[:3]}"
    page.evaluate("""
        for (const one of document.querySelectorAll('main *')) {
            for (const kind of ['mouseover', 'pointerenter', 'focus', 'error', 'load', 'toggle'])
                one.dispatchEvent(new Event(kind, {bubbles: false}));
        }""")
