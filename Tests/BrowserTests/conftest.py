"""What every browser test is given: a browser, a desk, and pages that complain."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from desk import Desk
from watched import Watched

# Without sandbox, since tests run as root in containers; everything that would call home is off.
FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]

# A machine that builds beside the tests is slow, not wrong.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["HEED_CHROMIUM"], args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def desk():
    """A new desk that nobody has set up yet."""
    with Desk() as desk:
        yield desk


@pytest.fixture
def living_desk():
    """The demonstration: set up, with people who answer within seconds."""
    with Desk("demo", "--pace", "60") as desk:
        yield desk


@pytest.fixture
def resting_desk():
    """The demonstration, no faster than life: within a test nobody says anything more."""
    with Desk("demo", "--pace", "1") as desk:
        yield desk


@pytest.fixture
def open_page(browser, request):
    """Opens watched pages; at the end each must have had nothing to complain about."""
    opened = []

    def open_page(desk, width=1280, height=900, **context):
        # One language, so that words can be looked for.
        made = browser.new_context(
            base_url=desk.address, viewport={"width": width, "height": height}, locale="en",
            timezone_id="UTC", **context)
        made.set_default_timeout(30_000)
        page = Watched(made.new_page(), desk)
        opened.append((made, page))
        return page

    yield open_page
    complaints = []
    for made, page in opened:
        # What a test answers itself may still be asked for: else that fails in the middle of the next test.
        page.unroute_all(behavior="ignoreErrors")
        complaints += page.complaints
        made.close()
    assert not complaints, "\n".join(complaints)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    report = yield
    # A failing test shows what its desk had to say.
    if report.when == "call" and report.failed:
        for name in ("desk", "living_desk", "resting_desk", "server"):
            if name in item.funcargs:
                report.sections.append((f"what the {name} said", item.funcargs[name].told()))
    return report
