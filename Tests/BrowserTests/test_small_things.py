"""What a member meets ten times a day: taking something back in time and too late, a network that is away, a phone, and
the keyboard."""

import re

from playwright.sync_api import expect

import steps

WORDS = "One moment, I am looking into it."


def test_an_offer_to_take_it_back_ends_when_it_goes_out(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    steps.open_somebody(page)
    waited = page.locator("#composer .ctx b")
    expect(waited).to_contain_text("has waited")
    steps.write(page, WORDS)
    offer = page.locator("#flash").get_by_role("button", name="Take it back")
    expect(offer).to_be_visible()
    expect(steps.ours(page, WORDS)).to_have_count(1, timeout=60_000)
    expect(offer).to_have_count(0)
    # Nobody waits for an answer that is there, unless they have spoken again.
    expect(waited.filter(has_text=re.compile(r"has waited \d+ (h|min)"))).to_have_count(0)


def test_too_late_to_take_it_back_is_told_above_and_stands_in_no_ones_way(living_desk, open_page):
    page = open_page(living_desk, java_script_enabled=False)
    steps.sign_in(page)
    steps.open_somebody(page)
    steps.write(page, WORDS)
    sent = page.url
    other = page.context.new_page()
    for _ in range(120):
        other.goto(sent)
        if steps.ours(other, WORDS).count():
            break
        other.wait_for_timeout(500)
    # This page still shows the offer: nothing told it without scripts.
    page.locator("#flash").get_by_role("button", name="Take it back").click()
    expect(page.locator("#flash.problem")).to_contain_text("on its way already")
    expect(page.locator("#composer .conflict")).to_have_count(0)
    expect(page.locator("#composer").get_by_role("button", name=re.compile("^Send as"))).to_be_visible()


def test_what_was_ended_by_mistake_is_open_again_with_one_touch(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    steps.open_somebody(page)
    steps.act(page, "Done")
    page.wait_for_url("**/today")
    page.locator("#flash").get_by_role("button", name="Reopen").click()
    page.wait_for_url(re.compile(r"/conversations/\d+"))
    expect(page.locator("#flash")).to_contain_text("It is open again")
    page.locator(".about").get_by_role("link", name=re.compile("^Snooze")).click()
    page.locator("dialog").get_by_role("button", name="Let it rest").click()
    page.wait_for_url("**/today")
    page.locator("#flash").get_by_role("button", name="Wake").click()
    expect(page.locator("#flash")).to_contain_text("It is awake again")


def test_with_the_network_away_nothing_that_was_typed_is_lost(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    address = steps.open_somebody(page)
    page.context.set_offline(True)
    page.locator("#composer-text").fill(WORDS)
    expect(page.locator("#offline")).to_be_visible(timeout=60_000)
    # The notice covers nothing that could be pressed.
    page.locator("#composer").get_by_role("button", name=re.compile("^Send as")).click()
    expect(page.locator("#flash")).to_contain_text("Nothing was lost")
    page.locator("nav.rooms").get_by_role("link", name="Heard").click()
    page.locator(".about").get_by_role("link", name=re.compile("^Snooze")).click()
    expect(page.locator("#flash")).to_contain_text("Nothing was lost")
    assert page.url.endswith(address)
    expect(page.locator("#composer-text")).to_have_value(WORDS)
    page.context.set_offline(False)
    expect(page.locator("#offline")).to_be_hidden(timeout=60_000)
    page.locator("#composer").get_by_role("button", name=re.compile("^Send as")).click()
    expect(steps.ours(page, WORDS)).to_have_count(1, timeout=60_000)


def test_on_a_phone_a_form_over_the_page_fits(living_desk, open_page):
    page = open_page(living_desk, width=390, height=844, has_touch=True)
    steps.sign_in(page)
    steps.open_somebody(page)
    page.locator(".about").get_by_role("link", name=re.compile("^Snooze")).click()
    dialog = page.locator("dialog")
    expect(dialog.get_by_label("Time", exact=True)).to_be_visible()
    edge = dialog.bounding_box()
    for field in dialog.locator("input:not([type=hidden]), button, h1").all():
        box = field.bounding_box()
        assert box["x"] >= edge["x"] and box["x"] + box["width"] <= edge["x"] + edge["width"], box
    dialog.get_by_role("link", name="Cancel").click()
    # All that can be done with a conversation stands in one line under a thumb.
    acts = page.locator(".about .acts .btn")
    assert len({round(button.bounding_box()["y"]) for button in acts.all()}) == 1


def test_the_keys_stand_over_the_page_and_the_line_can_be_passed(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    address = steps.open_somebody(page)
    page.locator("#composer-text").fill(WORDS)
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.locator("dialog h1")).to_have_text("Keys")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    assert page.url.endswith(address)
    expect(page.locator("#composer-text")).to_have_value(WORDS)
    # From the top of the page two keys lead past everybody who waits.
    page.goto(address)
    past = page.get_by_role("link", name="Past the line, to the conversation")
    past.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.talk') !== null")


def test_before_anybody_signed_in_no_picture_is_missing(desk, open_page):
    page = open_page(desk)
    page.goto(desk.set_up)
    page.get_by_label("A word or an address").fill("bicycle")
    page.get_by_role("button", name="Listen", exact=True).click()
    page.locator("#heard ol li").first.wait_for(timeout=60_000)
    assert page.locator("#heard img").count() == 0
    # What is listened to already is a list like any other.
    assert page.locator("ul.offers").first.evaluate("list => getComputedStyle(list).borderInlineStartWidth") == "0px"


def test_a_link_to_join_can_be_withdrawn(living_desk, open_page):
    lead, guest = open_page(living_desk), open_page(living_desk).expects(404)
    steps.sign_in(lead)
    lead.goto("/members")
    lead.get_by_label("As", exact=True).select_option("observer")
    lead.get_by_role("button", name="Make a link").click()
    link = lead.locator("#join-link").inner_text()
    lead.look()
    guest.goto(link)
    expect(guest.locator(".lead")).to_contain_text("read along")
    lead.get_by_role("button", name=re.compile("^Withdraw")).click()
    expect(lead.locator("#flash")).to_contain_text("withdrawn")
    guest.goto(link)
    expect(guest.get_by_role("heading", level=1)).to_have_text("This invitation is over")


def test_on_a_phone_a_wide_table_scrolls_alone(living_desk, open_page):
    page = open_page(living_desk, width=360, height=740)
    steps.sign_in(page)
    steps.open_somebody(page)
    steps.write(page, WORDS)
    expect(steps.ours(page, WORDS)).to_have_count(1, timeout=60_000)
    steps.ours(page, WORDS).get_by_role("link", name="Who saw it").click()
    page.wait_for_url(re.compile(r"/posts/\d+/seen"))
    for _ in range(60):
        if page.locator(".scrolls tbody tr").count():
            break
        page.wait_for_timeout(1_000)
        page.reload()
    page.look()


def settle(page, places):
    """Waits until these stay where they are: looks at a draft come while somebody types, each may say more."""
    before = None
    for _ in range(30):
        now = [page.locator(place).first.bounding_box() for place in places]
        if now == before:
            return
        before = now
        page.wait_for_timeout(500)


def test_on_a_laptop_the_words_that_are_answered_have_half_of_the_room(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    address = steps.open_somebody(page)
    for width, height in [(1366, 768), (1280, 720), (1280, 900)]:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(address)
        # What was typed at the size before is thrown away once the desk was told so.
        for _ in range(20):
            if page.locator("#composer-text").input_value() == "":
                break
            page.wait_for_timeout(500)
            page.goto(address)
        send = page.locator("#composer").get_by_role("button", name=re.compile("^Send as"))

        def box(place):
            return page.locator(place).first.bounding_box()

        def sees(place, name):
            bounds = place.bounding_box()
            assert bounds and bounds["y"] >= 0 and bounds["y"] + bounds["height"] <= height, f"{name}: {bounds}"

        def thread_has(share):
            assert box(".talk .thread")["height"] >= box(".talk")["height"] * share, (box(".talk .thread"), box(".talk"))

        thread_has(.49)
        assert box("#composer")["height"] <= (240 if height < 900 else 260), box("#composer")
        sees(send, "Send")
        # What is to be thought of is seen while somebody types, and so is what sends the words.
        text = page.locator("#composer-text")
        text.press_sequentially("I will send you the bell tomorrow. " * 6)
        offer = page.locator("#composer .look fieldset.offers").first
        expect(offer).to_be_visible()
        settle(page, ["#composer-text", "#composer .look", "#composer", ".talk .thread"])
        # Who writes sees what they write, and a quarter of what they answer still.
        thread_has(.24)
        sees(send, "Send")
        sees(page.locator("#composer .look legend").first, "the card")
        written = text.bounding_box()
        assert written["y"] >= box("#composer")["y"] - 1, (written, box("#composer"))
        assert written["y"] + written["height"] <= box("#composer .look")["y"] + 1, (written, box("#composer .look"))
        text.fill("")
        expect(page.locator("#saved")).to_contain_text("kept")


def test_one_cut_of_the_stream_is_no_silence_of_the_desk(living_desk, open_page):
    page = open_page(living_desk)
    # A stream that the test cuts: as the browser's own, it comes again by itself.
    page.add_init_script("""
        window.streams = [];
        window.EventSource = class extends EventTarget {
            static CLOSED = 2;
            readyState = 0;
            constructor() { super(); window.streams.push(this); }
        };""")
    steps.sign_in(page)
    page.wait_for_function("() => window.streams.length === 1")

    def happens(name):
        page.evaluate("name => window.streams[0].dispatchEvent(new Event(name))", name)

    offline = page.locator("#offline")
    happens("open")
    happens("error")
    expect(offline).to_be_hidden()
    # In one step: once what was missed is fetched, it is hidden anyhow.
    shown = page.evaluate("""() => ["open", "error", "error"].map(name => {
        window.streams[0].dispatchEvent(new Event(name));
        return !document.getElementById("offline").hidden;
    })""")
    assert shown == [False, False, True]
    happens("open")
    expect(offline).to_be_hidden()
