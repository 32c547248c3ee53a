"""The pages of mistakes, of people and of one's own side in a window as narrow as WCAG 1.4.10 and 2.5.8 ask for."""

import re

from playwright.sync_api import expect

import steps

NARROW = {"width": 320, "height": 640}
PAGES = re.compile(
    r"/(mistake|seen|corrections|person|people|wish|promises|others-asked|said-and-done|their-side|asked|look|"
    r"conversation-promises)[a-z-]*$")
# A link within a sentence may be as high as its line (2.5.8).
TROUBLE = """() => {
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.documentElement.scrollWidth > width) found.push('scrolls sideways');
  for (const it of document.querySelectorAll('main *')) {
    const box = it.getBoundingClientRect();
    const hidden = it.closest('.heard-only, .scrolls, svg, .intents');
    if (!box.width || !box.height || hidden) continue;
    const said = it.textContent.trim().slice(0, 40);
    if (box.right > width + 1) found.push(`cut: ${it.tagName} ${said}`);
    if (!it.matches('a, button, summary, select, textarea, input')) continue;
    const sentence = it.closest('p, li, dd, div').textContent.trim();
    if (it.matches('a') && getComputedStyle(it).display === 'inline' && sentence.length > said.length + 3) continue;
    const target = (it.matches('[type=checkbox], [type=radio]') && it.labels[0] || it).getBoundingClientRect();
    if (target.height < 23.9 || target.width < 23.9) found.push(`small: ${it.tagName} ${said}`);
  }
  return [...new Set(found)];
}"""


def test_nothing_is_cut_or_too_small_in_a_narrow_window(living_desk, open_page):
    page = open_page(living_desk, **NARROW)
    steps.sign_in(page)
    page.expects(404).expects(403)
    looked_at, found = 0, []
    for sample in filter(PAGES.search, steps.samples(page)):
        page.goto(sample)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")
        found += [f"{sample}: {trouble}" for trouble in page.evaluate(TROUBLE)]
        looked_at += 1
    assert looked_at > 50
    assert not found, "\n".join(found)


def test_what_the_place_counted_is_scrolled_by_keys(living_desk, open_page):
    page = open_page(living_desk, **NARROW)
    steps.sign_in(page)
    page.expects(404).expects(403)
    page.goto("/storybook/mistake")
    table = page.get_by_role("region", name="What the place counted")
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)
    # What is beyond the edge is told by a shade, and no clock breaks within its digits.
    assert "gradient" in table.evaluate("it => getComputedStyle(it).backgroundImage")
    page.locator(".plot summary").click()
    first = page.locator(".plot tbody th").nth(1)
    assert first.evaluate("it => it.getClientRects().length && it.firstElementChild.getClientRects().length") == 1


def test_a_long_address_breaks_behind_its_marks(living_desk, open_page):
    page = open_page(living_desk, **NARROW)
    steps.sign_in(page)
    page.goto("/people")
    lines = page.evaluate("""() => {
      const it = document.querySelector('.people .soft bdi');
      const row = it.closest('p');
      row.style.inlineSize = '9.5em';
      const lines = [];
      const range = document.createRange();
      const walk = document.createTreeWalker(it, NodeFilter.SHOW_TEXT);
      let last;
      for (let node = walk.nextNode(); node; node = walk.nextNode())
        for (let at = 0; at < node.length; at++) {
          range.setStart(node, at); range.setEnd(node, at + 1);
          const top = Math.round(range.getBoundingClientRect().top);
          if (top !== last) lines.push('');
          last = top;
          lines[lines.length - 1] += node.data[at];
        }
      return lines;
    }""")
    assert len(lines) > 1, lines
    assert all(line[-1] in "@." for line in lines[:-1]), lines


def test_what_opens_shows_that_it_does(living_desk, open_page):
    page = open_page(living_desk, **NARROW)
    steps.sign_in(page)
    page.expects(404).expects(403)
    for sample in ("members", "reply-unknown", "mistake", "conversation-promises"):
        page.goto(f"/storybook/{sample}")
        marks = page.locator("main summary").evaluate_all(
            "all => all.map(it => getComputedStyle(it, '::before').borderBottomWidth)")
        assert marks and set(marks) == {"2px"}, sample


def test_a_sentence_is_kept_by_a_quiet_line(living_desk, open_page):
    page = open_page(living_desk, width=1280, height=900)
    steps.sign_in(page)
    steps.open_somebody(page)
    words = "We look at every one of these ourselves."
    page.locator("#composer-text").fill(words)
    page.locator("#composer").get_by_role("button", name=re.compile("^Send as")).click()
    post = steps.ours(page, words)
    keep = post.locator(".keep-sentence")
    keep.wait_for(state="attached", timeout=60_000)
    page.mouse.move(0, 0)
    expect(keep).to_have_css("opacity", "0")
    post.hover()
    expect(keep).to_have_css("opacity", "1")
    # Also for whoever has no mouse.
    page.mouse.move(0, 0)
    shown = "it => { it.querySelector('summary').focus(); return getComputedStyle(it).opacity; }"
    # In one step: an answer that comes just now takes the focus with it.
    assert keep.evaluate(shown) == "1"
    # As wide as its words, not as the post.
    assert keep.locator("summary").bounding_box()["width"] < post.bounding_box()["width"] * 0.7
