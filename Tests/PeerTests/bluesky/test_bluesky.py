"""What the desk's own parts write on a real server, read by somebody else's client library."""

import base64
import json
import os
import pathlib
import secrets
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest
from atproto import Client, Request, models

HERE = pathlib.Path(__file__).resolve().parent
LONGEST_START = 60
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pds")
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", str(key), "-out", str(certificate)], check=True, capture_output=True)
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    secret = {"PEER_TOKEN": secrets.token_hex(16), "PEER_PASSWORD": secrets.token_hex(8)}
    said = open(folder / "said", "wb")
    process = subprocess.Popen(
        [sys.executable, "-B", str(HERE / "pds.py"), str(port), str(certificate), str(key)],
        env={**os.environ, **secret}, stdout=said, stderr=subprocess.STDOUT, cwd=folder)
    trust = ssl.create_default_context(cafile=str(certificate))
    try:
        end = time.monotonic() + LONGEST_START
        while True:
            try:
                urllib.request.urlopen(f"https://127.0.0.1:{port}/ready", timeout=2, context=trust).close()
                break
            except (urllib.error.URLError, OSError):
                assert process.poll() is None and time.monotonic() < end, (folder / "said").read_text()[-4_000:]
                time.sleep(0.1)
        client = Client(base_url=f"https://127.0.0.1:{port}/xrpc", request=Request(verify=trust, trust_env=False))
        yield {
            "host": f"127.0.0.1:{port}", "certificate": certificate, "folder": folder, "client": client,
            "password": secret["PEER_PASSWORD"], "token": secret["PEER_TOKEN"]}
    finally:
        process.kill()
        process.wait()
        said.close()


def record(client, uri):
    did, collection, key = uri.removeprefix("at://").split("/")
    return client.com.atproto.repo.get_record({"repo": did, "collection": collection, "rkey": key})


@pytest.fixture(scope="module")
def told(server):
    """Somebody says something with the other library; the desk's parts answer it."""
    client = server["client"]
    client.request.add_additional_header("Authorization", f"Bearer {server['token']}")
    said = client.com.atproto.repo.create_record({
        "repo": "did:plc:" + "b" * 24, "collection": "app.bsky.feed.post",
        "record": models.AppBskyFeedPost.Record(text="Is the blue bell there?", created_at="2026-07-04T10:00:00.000Z")})
    picture = server["folder"] / "bell.png"
    picture.write_bytes(PIXEL)
    spoke = subprocess.run(
        [os.environ["HEED_BLUESKY_DOUBLE"], "speak", "--server", server["host"],
         "--certificate", str(server["certificate"]), "--handle", "shop.example",
         "--password", server["password"], "--picture", str(picture), "--answers", said.uri],
        capture_output=True, text=True, timeout=120, env={"PATH": os.environ["PATH"]})
    assert spoke.returncode == 0, spoke.stderr
    return {**json.loads(spoke.stdout), "parent": said}


def test_an_answer_stands_there_as_it_was_written(server, told):
    found = record(server["client"], told["answer"])
    post = found.value
    assert found.cid == told["cid"]
    assert post.text == "Grüße 🔔 from @shop.example: https://bells.example/ #Läuten"
    assert post.langs == ["de"]
    assert post.reply.parent.uri == post.reply.root.uri == told["parent"].uri
    assert post.reply.parent.cid == told["parent"].cid
    assert [label.val for label in post.labels.values] == ["nudity"]
    marked = [post.text.encode()[facet.index.byte_start:facet.index.byte_end].decode() for facet in post.facets]
    assert marked == ["@shop.example", "https://bells.example/", "#Läuten"]
    assert post.facets[0].features[0].did == told["did"]


def test_a_second_attempt_made_no_second_post(server, told):
    assert told["again"] == told["found"] == told["answer"]
    all_of_them = server["client"].com.atproto.repo.list_records(
        {"repo": told["did"], "collection": "app.bsky.feed.post"}).records
    assert sorted(one.uri for one in all_of_them) == sorted([told["answer"], told["picture"]])


def test_a_picture_stands_there_with_its_words(server, told):
    image, = record(server["client"], told["picture"]).value.embed.images
    assert image.alt == "A bell"
    assert image.image.mime_type == "image/png" and image.image.size == len(PIXEL)
    assert (image.aspect_ratio.width, image.aspect_ratio.height) == (1, 1)


def test_what_was_taken_away_is_gone(server, told):
    assert told["isGone"]
    with pytest.raises(Exception, match="not found"):
        record(server["client"], told["gone"])
