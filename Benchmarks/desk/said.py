"""How long a look at a draft takes (POST /conversations/…/look, as the composer asks while somebody types) on a desk with
many replies: the program itself, its own schema, over HTTP. Of the replies 49 in 50 are unlike any other: their words and
their bands are drawn by the database. The others are phrases that are said again and again; the desk learns them by
itself, as it learns every reply that went out. Drafts are such phrases with a word changed, and words that nobody said.

    bench.py said [--posts 1000000] [--databases sqlite,postgres]
"""

import pathlib
import random
import re
import sqlite3
import subprocess
import time
import urllib.parse

import desks
import pages
import person

BANDS, PHRASES, MOST_LEARNT = 20, 100, 20_000
WORDS = (
    "parcel house Monday carrier door light bell frame wheel brake pump order letter refund week shop street window "
    "morning promise answer number colour size weather bridge river garden paper kitchen ticket engine ladder pocket "
    "mirror candle basket winter summer village"
).split()


def phrases(dice):
    return [" ".join(dice.choice(WORDS) for _ in range(24)) for _ in range(PHRASES)]


class Rows:
    """Statements for the database of a desk that nobody serves just now."""

    # The rows drawn here are whole: nothing has to look up what they point to.
    ROOM = (
        "SET work_mem = '256MB'; SET maintenance_work_mem = '1GB'; SET synchronous_commit = off; "
        "SET session_replication_role = replica;")

    def __init__(self, desk, folder):
        self.isSQLite = isinstance(desk, desks.SQLite)
        self.desk = desk
        if self.isSQLite:
            self.file = sqlite3.connect(f"{folder}/sqlite/heed.sqlite")
            self.file.execute("PRAGMA synchronous = OFF")
            # Twenty million rows are put in order: in a quarter of a gigabyte and files beside it, not in all there is.
            self.file.execute("PRAGMA temp_store = FILE")
            self.file.execute("PRAGMA cache_size = -262144")

    def run(self, sql):
        if self.isSQLite:
            self.file.executescript(sql)
        else:
            self.desk.ask(f"{self.ROOM} {sql}")

    def number(self, sql):
        if self.isSQLite:
            return int(self.file.execute(sql).fetchone()[0])
        return int(self.desk.ask(sql))

    def close(self):
        if self.isSQLite:
            self.file.commit()
            self.file.close()


def numbers(rows, count):
    """A column `i` from 0 on."""
    if rows.isSQLite:
        return f"(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {count - 1}) SELECT i FROM n)"
    return f"(SELECT i::bigint AS i FROM generate_series(0, {count - 1}) AS g(i))"


def replies(rows, count, words, first, step, tail):
    """Copies of a reply that went out, spread over the conversations that have one."""
    columns = (
        "conversation_id, in_reply_to, member_id, account_id, warning, intent, language, visibility, uploads, status, "
        "attempts, post_id")
    picked = ", ".join(f"t.{column}" for column in columns.split(", "))
    return f"""
        INSERT INTO replies (id, words, signed_words, written_at, delivery_key, due_at, delivered_at, {columns})
        SELECT ({first} + n.i * {step}) * 2097152 + {tail}, {words}, '', {first} + n.i * {step},
          'bench-{tail}-' || n.i, {first} + n.i * {step}, {first} + n.i * {step}, {picked}
        FROM {numbers(rows, count)} n JOIN bench_templates t ON t.k = n.i % (SELECT COUNT(*) FROM bench_templates);
        """


def fill(desk, folder, posts, dice):
    """A year of replies, the oldest first; the phrases are the newest, for the desk learns what went out since."""
    rows = Rows(desk, folder)
    learnt = min(posts // 50, MOST_LEARNT)
    plain = max(posts - learnt, 1)
    now = int(time.time() * 1000)
    begun, phrase_step = now - 360 * 86_400_000, 5_000
    step = max(1, (360 * 86_400_000 - (learnt + 1) * phrase_step) // max(plain, 1))
    rows.run("""
        CREATE TABLE bench_templates AS SELECT ROW_NUMBER() OVER (ORDER BY id) - 1 AS k, r.*
        FROM replies r WHERE delivered_at IS NOT NULL;
        """)
    words = " || ' ' || ".join(
        f"'word' || ((n.i * {dice.randrange(10**6) * 2 + 1} + {dice.randrange(10**6)}) % 40009)" for _ in range(24))
    rows.run(replies(rows, plain, words, begun, step, 5))
    rows.run("""
        INSERT INTO said_replies (reply_id, delivered_at)
        SELECT id, delivered_at FROM replies WHERE delivered_at IS NOT NULL ON CONFLICT DO NOTHING;
        """)
    number = "random()" if rows.isSQLite else "((random() - 0.5) * 1.8e19)::bigint"
    # In the order of the key, and the indexes afterwards: as large as ones that grew, their making quicker.
    rows.run(f"""
        DROP INDEX said_bands_by_reply;
        ALTER TABLE said_bands DROP CONSTRAINT said_bands_pkey;
        INSERT INTO said_bands (band, reply_id)
        SELECT {number} AS band, r.id FROM replies r CROSS JOIN {numbers(rows, BANDS)} n
        WHERE r.delivery_key LIKE 'bench-5-%';
        ALTER TABLE said_bands ADD CONSTRAINT said_bands_pkey PRIMARY KEY (band, reply_id);
        CREATE INDEX said_bands_by_reply ON said_bands (reply_id);
        """ if not rows.isSQLite else f"""
        DROP INDEX said_bands_by_reply;
        INSERT OR IGNORE INTO said_bands (band, reply_id)
        SELECT {number} AS band, r.id FROM replies r CROSS JOIN {numbers(rows, BANDS)} n
        WHERE r.delivery_key LIKE 'bench-5-%' ORDER BY 1, 2;
        CREATE INDEX said_bands_by_reply ON said_bands (reply_id);
        """)
    said = phrases(dice)
    values = ", ".join(f"({k}, '{text}')" for k, text in enumerate(said))
    rows.run(f"CREATE TABLE bench_phrases (k BIGINT PRIMARY KEY, text TEXT); INSERT INTO bench_phrases VALUES {values};")
    chosen = f"(SELECT text FROM bench_phrases p WHERE p.k = n.i % {PHRASES})"
    rows.run(replies(rows, learnt, chosen, begun + plain * step, phrase_step, 6))
    rows.run("DROP TABLE bench_templates; DROP TABLE bench_phrases;")
    total = rows.number("SELECT COUNT(*) FROM replies WHERE delivered_at IS NOT NULL")
    rows.close()
    return said, total, learnt


def known(desk, folder):
    rows = Rows(desk, folder)
    count = rows.number("""
        SELECT COUNT(*) FROM replies r JOIN said_replies s ON s.reply_id = r.id WHERE r.delivery_key LIKE 'bench-6-%'
        """)
    rows.close()
    return count


def drafts(said, count, dice):
    for number in range(count):
        if number % 2:
            yield " ".join(f"new{dice.randrange(10**9)}" for _ in range(24))
        else:
            words = dice.choice(said).split()
            words[dice.randrange(4)] = "dear"
            yield " ".join(words)


def yardstick():
    """Milliseconds that a work takes which is always the same: how evenly the machine itself ran."""
    began = time.monotonic()
    sum(range(40_000))
    return (time.monotonic() - began) * 1000


def look(desk, folder, port, posts, count):
    dice = random.Random(7)
    person.fill(desk, folder, 2_000)
    began = time.monotonic()
    said, total, learnt = fill(desk, folder, posts, dice)
    desk.settle()
    seeded = time.monotonic() - began
    server = pages.Server(desk, port)
    try:
        began = time.monotonic()
        while known(desk, folder) < learnt:
            time.sleep(1)
        knows = time.monotonic() - began
        # Learnt in one go what otherwise comes a few at a time.
        desk.settle()
        browser = pages.Browser(port)
        browser.sign_in()
        human = re.findall(r"/people/\d+", browser.page("/people?q=ana"))[0]
        talk = re.findall(r"/conversations/\d+", browser.page(human))[0]
        token = re.search(r'name="csrf" value="([^"]*)"', browser.page("/settings/me")).group(1)
        # What waits there: an imported conversation has no composer that would name it.
        answering = re.findall(r'id="post-(\d+)"', browser.page(talk))[-1]
        took, even, found, spent = [], [], 0, 0.0
        for number, draft in enumerate(drafts(said, count + 20, dice)):
            form = urllib.parse.urlencode(
                {"csrf": token, "answering": answering, "text": draft, "visibility": "public", "language": "en"})
            browser.connection.request("POST", f"{talk}/look", form, {
                "Host": f"127.0.0.1:{port}", "Origin": f"http://127.0.0.1:{port}", "Cookie": browser.cookie,
                "Content-Type": "application/x-www-form-urlencoded", "X-Heed-Look": "1"})
            if number == 20:
                spent = server.seconds() + desk.server_seconds()
            began = time.monotonic()
            answer = browser.connection.getresponse()
            text = answer.read().decode()
            if answer.status != 200:
                raise SystemExit(f"The look: {answer.status} {text[:300]}")
            if number >= 20:
                took.append((time.monotonic() - began) * 1000)
                even.append(yardstick())
            found += "/said-before?" in text
        spent = (server.seconds() + desk.server_seconds() - spent) / count * 1000
        took.sort()
        even.sort()
        half, most = pages.at(took, 0.5), pages.at(took, 0.99)
        print(
            f"{desk.name}, {total:,} replies ({desk.size() / 2**20:,.0f} MiB; seeded in {seeded:.0f} s, the last learnt "
            f"by the desk in {knows:.0f} s): {count} looks, {found} of {count + 20} found something said before; "
            f"p50 {half:.1f} p99 {most:.1f} longest {took[-1]:.1f} ms; {spent:.1f} ms of a processor each; "
            f"one and the same sum beside each: p50 {pages.at(even, 0.5):.2f} p99 {pages.at(even, 0.99):.2f} ms",
            flush=True)
        return [f"{desk.name}, a look at a draft: p99 {most:.1f} ms"] if most >= 30 else []
    finally:
        server.stop()
