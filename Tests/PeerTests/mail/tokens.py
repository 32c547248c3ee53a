"""A provider's tokens, as OAuth has them (RFC 6749): exchanged over HTTPS, and looked at by the mail servers."""

import base64
import http.server
import json
import re
import secrets
import threading
import urllib.parse


class Tokens:
    def __init__(self, address, context):
        self.address, self.lock = address, threading.Lock()
        self.access, self.refresh = set(), secrets.token_hex(16)
        self.first = self.refresh
        tokens = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                # Dovecot asks whose token that is.
                query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
                whose = tokens.whose(query.get("access_token", [""])[0])
                self.tell(200 if whose else 401, {"email": whose} if whose else {"error": "invalid_token"})

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
                form = {name: values[0] for name, values in urllib.parse.parse_qs(body).items()}
                if self.path == "/token":
                    self.tell(*tokens.exchange(form))
                else:
                    tokens.end(all_of_them=self.path == "/withdraw")
                    self.tell(200, {})

            def tell(self, status, value):
                data = json.dumps(value).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.servers = [http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) for _ in range(2)]
        self.servers[0].socket = context.wrap_socket(self.servers[0].socket, server_side=True)
        self.exchanging, self.looking = (server.server_port for server in self.servers)
        for server in self.servers:
            threading.Thread(target=server.serve_forever, daemon=True).start()

    def exchange(self, form):
        with self.lock:
            if form.get("grant_type") != "refresh_token" or not self.refresh \
                    or form.get("refresh_token") != self.refresh:
                return 400, {"error": "invalid_grant", "error_description": "Withdrawn."}
            if form.get("client_id") != "desk":
                return 401, {"error": "invalid_client"}
            # A refresh token works once.
            self.refresh = secrets.token_hex(16)
            made = secrets.token_hex(16)
            self.access.add(made)
            return 200, {
                "access_token": made, "token_type": "Bearer", "expires_in": 3600, "refresh_token": self.refresh}

    def whose(self, token):
        with self.lock:
            return self.address if token in self.access else None

    def end(self, all_of_them):
        with self.lock:
            self.access.clear()
            if all_of_them:
                self.refresh = None

    def opens(self, written):
        """Whether what is said to sign in is right: `user=…^Aauth=Bearer …^A^A`."""
        try:
            said = re.fullmatch("user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01", base64.b64decode(written).decode())
        except ValueError:
            return False
        return bool(said) and said.group(1) == self.address and self.whose(said.group(2)) is not None

    def stop(self):
        for server in self.servers:
            server.shutdown()
            server.server_close()
