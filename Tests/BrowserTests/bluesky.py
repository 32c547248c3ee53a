"""A made-up server of the AT Protocol."""

from double import Double


class BlueskyServer(Double):
    """`bluesky-double`."""

    program = ("HEED_BLUESKY_DOUBLE", "bluesky-double")

    def arguments(self):
        return ["serve"]

    def greet(self):
        self.ask("requests")

    @property
    def settings(self):
        """What a desk is told so that it knows this server, reaches it and trusts it."""
        return {
            "bluesky.view": self.host, "bluesky.directory": self.host, "hosts": self.host,
            "authorities": str(self.certificate)}

    def person(self, handle, name):
        return self.ask("person", handle=handle, name=name)["id"]

    def say(self, person, text, parent=None):
        """Somebody says something; its address."""
        order = {"parent": parent} if parent else {}
        return self.ask("say", person=person, text=text, **order)["uri"]
