"""Handles of one human and what people ask for, as a member works with them by hand and by key."""

import steps


def test_handles_are_joined_on_their_word_and_parted(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    page.goto("/people")
    rows = page.locator(".people li")
    first, second = (rows.nth(n).locator("b a").get_attribute("href") for n in (0, 1))
    address = rows.nth(1).locator(".soft bdi").inner_text()
    page.goto(first)
    page.locator("summary", has_text="another name").click()
    page.locator("input[name=typed]").fill(address)
    page.get_by_role("button", name="Join on their word").click()
    page.locator("#joins").wait_for()
    page.look()
    page.goto(first)
    joined = page.url
    page.goto(second)
    assert page.url == joined
    page.get_by_role("button", name="Part").first.click()
    page.locator("#joins").wait_for(state="detached")
    for address in (first, second):
        page.goto(address)
        assert page.url.endswith(address)


def test_a_wish_is_gathered_by_key_and_told_one_by_one(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    page.goto("/people")
    page.goto(page.locator(".people li b a").first.get_attribute("href"))
    page.goto(page.locator("ol.list a").first.get_attribute("href"))
    page.keyboard.press("w")
    form = page.get_by_role("dialog")
    form.locator("input[name=name]").fill("Bells for wide bars")
    page.look()
    form.locator("button", has_text="Gather").last.click()
    page.locator("#flash", has_text="Gathered").wait_for()
    page.goto("/wishes")
    page.locator("ol.list a", has_text="Bells for wide bars").click()
    page.locator("summary", has_text="how far").click()
    page.locator("select[name=status]").select_option("done")
    page.locator("textarea[name=text]").fill("They are here.")
    page.get_by_role("button", name="Change").click()
    page.locator("#flash", has_text="Changed").wait_for()
    page.look()
    page.locator("a.btn", has_text="Tell").first.click()
    page.locator(".composer .ctx", has_text="is now: done. They are here.").wait_for()
    page.goto("/wishes?settled=1")
    assert page.locator("#done").count() == 1


def test_others_who_asked_alike_are_found_from_beside_a_conversation(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    way = page.locator("a[href$='/alike']")
    # All at once: the line changes meanwhile.
    rows = page.locator("ol[data-rows] a.row").evaluate_all("all => all.map(one => one.getAttribute('href'))")
    for row in rows:
        page.goto(row)
        if way.count():
            break
    asked = page.url
    way.click()
    page.wait_for_url("**/alike")
    page.get_by_role("heading", level=1, name="Who asked like").wait_for()
    page.look()
    other = page.locator("ol.list li").first
    words = other.locator(".said").inner_text()
    other.locator("a").click()
    page.wait_for_url(lambda address: address != asked and not address.endswith("/alike"))
    # What they asked stands in their own conversation.
    page.get_by_text(words.rstrip("…")[:60]).first.wait_for()
    page.go_back()
    page.locator(".crumb a").click()
    page.wait_for_url(lambda address: address.split("?")[0] == asked.split("?")[0])


def test_hours_in_two_parts_and_past_midnight_are_kept(desk, open_page):
    page = open_page(desk)
    steps.set_up(page)
    page.goto("/settings/me/finds")
    page.locator("input[name=openMonday]").first.fill("09:00")
    page.locator("input[name=closeMonday]").first.fill("12:00")
    page.locator("summary", has_text="after a break").click()
    page.look()
    page.locator("input[name=openMonday]").last.fill("22:00")
    page.locator("input[name=closeMonday]").last.fill("02:00")
    page.get_by_role("button", name="Save").click()
    page.locator("#flash", has_text="Saved").wait_for()
    page.goto("/settings/me/finds")
    page.look()
    times = [page.locator(f"input[name={name}Monday]").nth(n).input_value() for n in (0, 1) for name in ("open", "close")]
    assert times == ["09:00", "12:00", "22:00", "02:00"]
    page.get_by_text("the next day", exact=True).wait_for()
