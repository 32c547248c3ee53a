"""What happens meanwhile comes by itself, and takes nothing out of anybody's hands."""

import re

from playwright.sync_api import expect

import steps

DAY = "2031-12-24"


def promise(page, words):
    """Answers somebody and keeps what was said as a promise."""
    steps.open_somebody(page)
    page.locator("#composer-text").fill(words)
    offer = page.locator("#composer .offers").filter(has_text=words.rstrip("."))
    expect(offer).to_be_visible()
    offer.get_by_role("checkbox").check()
    steps.write(page, words)
    expect(steps.ours(page, words)).to_have_count(1, timeout=60_000)


def test_a_day_that_is_typed_stays_while_the_list_of_promises_grows(living_desk, open_page):
    page, other = open_page(living_desk), open_page(living_desk)
    for each in (page, other):
        steps.sign_in(each)
    promise(page, "I will call you tomorrow.")
    promise(page, "I will send you the bell on Friday.")
    page.goto("/promises")
    lines = page.locator("li.promise")
    expect(lines).to_have_count(2)
    form = lines.filter(has_text="the bell").locator("details").filter(has=page.locator("input[type=date]"))
    form.locator("summary").click()
    form.locator("input[type=date]").fill(DAY)
    # Only a field that is written in is left alone as it is.
    page.get_by_role("heading", level=1).click()

    promise(other, "I will ask the workshop tomorrow.")
    expect(lines).to_have_count(3, timeout=60_000)
    expect(page.locator("li.promise details[open]")).to_have_count(1)
    expect(form.locator("input[type=date]")).to_have_value(DAY)


def test_whom_one_writes_to_does_not_change_when_somebody_else_waits_longer(living_desk, open_page):
    page = open_page(living_desk)
    steps.sign_in(page)
    talk = steps.open_somebody(page)
    answered = page.locator("#composer input[name=answering]")
    first = answered.input_value()
    page.locator("#composer-text").fill("I look at it")
    # As the page would come back once somebody else waits: with another to answer, and another name.
    page.route(re.compile(re.escape(talk) + "$"), lambda route: turned(route, first))
    page.evaluate("window.dispatchEvent(new Event('online'))")
    page.wait_for_timeout(2_000)
    expect(answered).to_have_value(first)
    expect(page.locator(".ctx")).not_to_contain_text("Somebody Else")
    # Nobody writes any more: the page goes on to who waits.
    page.locator("#composer-text").fill("")
    page.locator("#composer-text").blur()
    page.evaluate("window.dispatchEvent(new Event('online'))")
    expect(answered).to_have_value("1")
    expect(page.locator(".ctx")).to_contain_text("Somebody Else")


def turned(route, first):
    if "x-heed-look" not in route.request.headers:
        return route.continue_()
    answer = route.fetch()
    text = answer.text().replace(f'value="{first}"><b>', 'value="1"><b>Somebody Else waits. ')
    route.fulfill(response=answer, body=text)
