"""A page that remembers every complaint of the browser, and can be asked for its accessibility."""

from axe_playwright_python.sync_playwright import Axe

AXE = Axe()
REMEMBER_REFUSALS = """
  addEventListener("securitypolicyviolation", (event) =>
    console.error(`content policy: ${event.violatedDirective} refused ${event.blockedURI}`));
"""


class Watched:
    """Passes everything on to Playwright's page; collects errors of scripts, console and content policy."""

    def __init__(self, page, desk):
        self.page, self.desk, self.complaints = page, desk, []
        # Pages that are meant to be refused: `expects(422)`.
        self._expected = set()
        page.add_init_script(REMEMBER_REFUSALS)
        page.on("pageerror", lambda error: self._note(f"script error: {error}"))
        page.on("console", self._console)
        page.on("response", self._answered)

    def __getattr__(self, name):
        return getattr(self.page, name)

    def expects(self, status):
        self._expected.add(status)
        return self

    def _note(self, complaint):
        self.complaints.append(f"{self.page.url}: {complaint}")

    def _console(self, message):
        # Answers are judged by their status, below; the console only repeats it.
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self._note(f"console: {message.text}")

    def _answered(self, response):
        if response.status >= 400 and response.status not in self._expected:
            self._note(f"{response.request.method} {response.url} answered {response.status}")

    def look(self):
        """Fails when axe-core finds anything on the page as it stands."""
        # Axe is evaluated from outside the page, so that the page's own policy stays as it is.
        found = AXE.run(self.page).response["violations"]
        assert not found, "\n".join(
            f"{self.page.url}: {violation['id']}: {violation['help']}: "
            + ", ".join(str(node["target"]) for node in violation["nodes"][:4])
            for violation in found)
        wider = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"{self.page.url} is {wider} pixels wider than its window"
        return self
