"""Takes a picture of every page of the storybook: wide and phone, light and dark."""

import os
import pathlib
import sys

from playwright.sync_api import sync_playwright

import steps
from conftest import FLAGS
from desk import Desk
from watched import Watched

WINDOWS = {"wide": (1440, 1000), "phone": (390, 844)}


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    with Desk("demo") as desk, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["HEED_CHROMIUM"], args=FLAGS)
        for window, (width, height) in WINDOWS.items():
            for scheme in ("light", "dark"):
                context = browser.new_context(
                    base_url=desk.address, viewport={"width": width, "height": height},
                    color_scheme=scheme, locale="en", timezone_id="UTC")
                page = Watched(context.new_page(), desk).expects(404).expects(403)
                steps.sign_in(page)
                for sample in steps.samples(page):
                    page.goto(sample)
                    name = sample.removeprefix("/storybook/").replace("/", "-").replace("?", "-")
                    page.screenshot(path=folder / f"{name}.{window}.{scheme}.png", full_page=True)
                    taken += 1
                for complaint in page.complaints:
                    print(complaint, file=sys.stderr)
                context.close()
        browser.close()
    print(f"{taken} pictures are in {folder}.")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
