"""Forums, Lemmy servers, GitHub and Hacker News."""

import secrets
import socket
import socketserver
import threading
import urllib.error

from double import Double


class Place(Double):
    """`place-double`.

    With names of the world it is reached as them: the desk goes out by a proxy, as behind a company's own.
    """

    program = ("HEED_PLACE_DOUBLE", "place-double")
    proxy = None

    def __init__(self, kind, name=None, names=()):
        self.kind, self.name, self.world = kind, name, names

    def names(self):
        return self.world

    def arguments(self):
        return ["--place", self.kind, *(["--name", self.name] if self.name else [])]

    def greet(self):
        try:
            self.ask("")
        except urllib.error.HTTPError:
            # It knows no such act, so it listens.
            return

    def opened(self):
        if self.world:
            self.proxy = Proxy(self.world, self.port)

    @property
    def settings(self):
        """What a desk is told so that it reaches this place and trusts it."""
        return {
            "hosts": self.host, "authorities": str(self.certificate),
            "hackernews": "true" if self.kind == "hackernews" else "false"}

    @property
    def environment(self):
        return {"HTTPS_PROXY": self.proxy.address} if self.proxy else {}

    def new_key(self):
        """A token or key that the place takes from now on."""
        key = secrets.token_hex(16)
        self.ask("key", secret=key)
        return key

    def __exit__(self, *exception):
        if self.proxy:
            self.proxy.close()
        super().__exit__(*exception)


class Proxy:
    """An HTTP proxy that opens tunnels (CONNECT) to some names, which all lead to one port here, and to nothing else."""

    def __init__(self, names, port):
        class Handler(socketserver.StreamRequestHandler):
            def handle(self):
                wanted = self.rfile.readline().decode("latin-1").split()
                while self.rfile.readline().strip():
                    pass
                if len(wanted) < 2 or wanted[0] != "CONNECT" or wanted[1] not in {f"{name}:443" for name in names}:
                    self.wfile.write(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")
                    return
                with socket.create_connection(("127.0.0.1", port), timeout=10) as far:
                    far.settimeout(None)
                    self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                    back = threading.Thread(target=pour, args=(far, self.connection), daemon=True)
                    back.start()
                    pour(self.connection, far)
                    back.join()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = allow_reuse_address = True

        self.server = Server(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def pour(source, sink):
    """Passes on what comes until one of both ends."""
    try:
        while data := source.recv(65_536):
            sink.sendall(data)
    except OSError:
        pass
    for side in (source, sink):
        try:
            side.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
