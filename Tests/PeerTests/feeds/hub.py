"""A WebSub hub (flask-websub) on 127.0.0.1, which tells besides who subscribed.

    hub.py PORT DATABASE
"""

import pathlib
import sqlite3
import sys
import threading

import flask
from flask_websub.hub import Hub, SQLite3HubStorage

PORT, DATABASE = int(sys.argv[1]), pathlib.Path(sys.argv[2])


class AtOnce:
    """The hub hands its work to a queue: here each piece has a thread of its own, and is tried once."""

    class request:
        retries = 0

    def task(self, **options):
        def made(work):
            if options.get("bind"):
                work_alone, work = work, lambda *given: work_alone(self, *given)
            work.delay = lambda *given: threading.Thread(target=work, args=given, daemon=True).start()
            return work
        return made

    def retry(self, countdown):
        print(f"Not told; a queue would try again in {countdown} s.", flush=True)


hub = Hub(SQLite3HubStorage(str(DATABASE)), AtOnce())
app = flask.Flask("hub")
app.config["PUBLISH_SUPPORTED"] = True
app.register_blueprint(hub.build_blueprint(url_prefix="/hub"))


@app.get("/subscriptions")
def subscriptions():
    with sqlite3.connect(DATABASE) as database:
        rows = database.execute("SELECT topic_url, callback_url, secret FROM hub").fetchall()
    return [{"topic": topic, "callback": callback, "has_secret": bool(secret)} for topic, callback, secret in rows]


app.run("127.0.0.1", PORT, threaded=True)
