"""A real server of the AT Protocol (arroba) on https, its records in memory, with two accounts."""

import hashlib
import os
import sys

PORT, CERTIFICATE, KEY = int(sys.argv[1]), sys.argv[2], sys.argv[3]
HOST = f"127.0.0.1:{PORT}"
# Read when arroba is imported. The server has one token and one password for all.
os.environ.update(
    APPVIEW_HOST="view.invalid", RELAY_HOST="relay.invalid", PLC_HOST="plc.invalid", PDS_HOST=HOST,
    REPO_TOKEN=os.environ["PEER_TOKEN"], REPO_PASSWORD=os.environ["PEER_PASSWORD"])

import flask  # noqa: E402
from arroba import server, util, xrpc_repo, xrpc_server  # noqa: E402, F401
from arroba.repo import Repo  # noqa: E402
from arroba.storage import MemoryStorage  # noqa: E402
import lexrpc.flask_server  # noqa: E402
from multiformats import CID, multihash  # noqa: E402

PEOPLE = {"shop.example": "did:plc:" + "a" * 24, "ana.example": "did:plc:" + "b" * 24}
BLOBS = {}


def upload_blob(input):
    """arroba keeps no blobs; as the specification has it: named by what they hold."""
    server.authenticate()
    content = flask.request.get_data()
    name = str(CID("base32", 1, "raw", multihash.wrap(hashlib.sha256(content).digest(), "sha2-256")))
    BLOBS[name] = content
    return {"blob": {"$type": "blob", "ref": {"$link": name}, "mimeType": flask.request.content_type,
                     "size": len(content)}}


def resolve_handle(input, handle=None):
    """No name server is asked: these accounts are of this server alone."""
    if handle not in PEOPLE:
        raise ValueError("Unable to resolve handle")
    return {"did": PEOPLE[handle]}


def main():
    server.storage = MemoryStorage()
    for handle, did in PEOPLE.items():
        key = util.new_key()
        Repo.create(server.storage, did, handle=handle, signing_key=key, rotation_key=key)
    app = flask.Flask("pds")
    server.server._methods["com.atproto.repo.uploadBlob"] = upload_blob
    server.server._methods["com.atproto.identity.resolveHandle"] = resolve_handle
    lexrpc.flask_server.init_flask(server.server, app)

    @app.get("/did:plc:<name>")
    def document(name):
        """The part of the directory."""
        did = "did:plc:" + name
        handle = next(handle for handle, known in PEOPLE.items() if known == did)
        return {
            "id": did, "alsoKnownAs": ["at://" + handle],
            "service": [{"id": "#atproto_pds", "type": "AtprotoPersonalDataServer",
                         "serviceEndpoint": f"https://{HOST}"}]}

    @app.get("/ready")
    def ready():
        return "ready"

    app.run("127.0.0.1", PORT, ssl_context=(CERTIFICATE, KEY), threaded=True)


main()
