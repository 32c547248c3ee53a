"""A made-up server of the Mastodon API."""

import json

from double import Double


class MastodonServer(Double):
    """`mastodon-double`."""

    program = ("HEED_MASTODON_DOUBLE", "mastodon-double")

    def __init__(self, manner):
        self.manner = manner

    @property
    def log(self):
        return self.folder / "accepted.jsonl"

    def arguments(self):
        return ["--manner", self.manner, "--log", str(self.log)]

    def greet(self):
        self.streams()

    @property
    def settings(self):
        """What a desk is told so that it knows this server, reaches it and trusts it."""
        return {
            "mastodon.servers": self.host, "hosts": self.host, "authorities": str(self.certificate),
            "practice": "false"}

    def person(self, acct, name):
        return self.ask("person", acct=acct, name=name)["id"]

    def say(self, person, text, parent=None, **order):
        """Somebody says something; the server's own id of it."""
        if parent:
            order["parent"] = parent
        return self.ask("say", person=person, text=text, **order)["id"]

    def accepted(self):
        """The server's own log: every message that it ever took, oldest first."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        return [json.loads(line) for line in lines]

    def streams(self):
        return self.ask("streams")["open"]
