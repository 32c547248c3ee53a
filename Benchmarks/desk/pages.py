"""How long the pages of a large desk take over HTTP, for a lead who is signed in."""

import http.client
import re
import subprocess
import threading
import time
import urllib.parse

import desks

LEAD = {"email": "lead@desk.example", "password": "a bench needs no better password"}
LIMIT = 50.0


class Server:
    """The desk, running."""

    def __init__(self, desk, port, command="serve", *arguments):
        self.port = port
        began = time.monotonic()
        self.process = subprocess.Popen(
            [desks.PROGRAM, command, *desk.options, "--port", str(port), "--set", "log=error",
             "--set", "practice=false", *map(str, arguments)],
            stdout=subprocess.PIPE, text=True)
        for line in self.process.stdout:
            if line.startswith("The desk is open"):
                break
        else:
            raise SystemExit("The desk did not open.")
        self.start = time.monotonic() - began
        threading.Thread(target=self.process.stdout.read, daemon=True).start()

    def memory(self):
        _, _, now, most = desks.use(self.process.pid)
        return now, most

    def seconds(self):
        """Of processor time."""
        own, _, _, _ = desks.use(self.process.pid)
        return own

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


class Browser:
    """One connection that is kept, with its cookie."""

    def __init__(self, port, cookie=None):
        self.port = port
        self.cookie = cookie
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(self, method, path, body=None):
        headers = {"Host": f"127.0.0.1:{self.port}"}
        if self.cookie:
            headers["Cookie"] = self.cookie
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = f"http://127.0.0.1:{self.port}"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookie = value.split(";")[0]
        return answer.status, text

    def page(self, path):
        status, text = self.ask("GET", path)
        if status != 200:
            raise SystemExit(f"{path}: {status} {text[:300]!r}")
        return text.decode()

    def sign_in(self):
        form = dict(LEAD)
        token = re.search(r'name="csrf" value="([^"]*)"', self.page("/signin"))
        if token:
            form["csrf"] = token.group(1)
        status, text = self.ask("POST", "/signin", urllib.parse.urlencode(form))
        if status not in (302, 303):
            raise SystemExit(f"Signing in: {status} {text[:300]!r}")


def paths(browser, words):
    """The pages by their names; several of one kind take turns."""
    common, second, usual, seldom, rare = (
        words[name] for name in ("common", "second", "usual", "seldom", "rare"))
    today = browser.page("/today")
    conversations, people, topics = set(re.findall(r"/conversations/\d+", today)), [], []
    for path in ("/people", "/people?q=b"):
        people += re.findall(r"/people/\d+", browser.page(path))
    for person in people[:30]:
        conversations |= set(re.findall(r"/conversations/\d+", browser.page(person)))
    topics = sorted(set(re.findall(r"/topics/\d+", browser.page("/topics"))))[:40]
    heard = browser.page("/heard")
    later = re.findall(r'href="(/heard\?[^"]*after=[^"]*)"', heard)

    def search(text):
        return ["/search?q=" + urllib.parse.quote(text)]

    return {
        "Today": ["/today"],
        "Heard": ["/heard"],
        "Heard, the next page": [path.replace("&amp;", "&") for path in later[:1]] or ["/heard"],
        "Heard, in Portuguese, negative": ["/heard?language=pt&tone=negative"],
        "Heard, to us": ["/heard?direction=toUs"],
        "Heard, questions": ["/heard?kind=question"],
        "Conversation": sorted(conversations)[:40],
        "Search, a common word": search(common),
        "Search, a usual word": search(usual),
        "Search, a seldom word": search(seldom),
        "Search, a rare word": search(rare),
        "Search, two common words": search(f"{common} {second}"),
        "Search, a common and a rare word": search(f"{common} {seldom}"),
        "Search, a phrase": search(f'"{common} {second}"'),
        "Search, a phrase of small words": search('"is it my"'),
        "People": ["/people"],
        "Person": sorted(set(people))[:30],
        "Topics": ["/topics"],
        "Topic": topics,
    }


def measure(port, cookie, pages, count, concurrency):
    """Milliseconds, sorted."""
    took, lock, numbers = [], threading.Lock(), iter(range(count))

    def walk():
        browser = Browser(port, cookie)
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            began = time.perf_counter()
            browser.page(pages[number % len(pages)])
            passed = (time.perf_counter() - began) * 1_000
            with lock:
                took.append(passed)

    threads = [threading.Thread(target=walk) for _ in range(concurrency)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(took)


def at(took, share):
    return took[min(len(took) - 1, int(len(took) * share))]


def look(desk, port, words, count=200, concurrencies=(1, 4), per_second=None, posts=0, only=None):
    """Starts the desk and asks for every page; with `per_second` while it hears so many posts."""
    if per_second:
        server = Server(
            desk, port, "bench-serve", "--posts", posts, "--per-second", per_second)
    else:
        server = Server(desk, port)
    slow = []
    try:
        what = f"while {per_second} posts/s come in" if per_second else "at rest"
        time.sleep(3)
        print(
            f"{desk.name} {what}: open after {server.start:.2f} s, "
            f"{server.memory()[0]:.0f} MiB before any page", flush=True)
        browser = Browser(port)
        browser.sign_in()
        for name, pages in paths(browser, words).items():
            if only and only not in name:
                continue
            line = f"  {name:34}"
            for concurrency in concurrencies:
                measure(port, browser.cookie, pages, 10 * concurrency, concurrency)
                before = server.seconds() + desk.server_seconds()
                took = measure(port, browser.cookie, pages, count, concurrency)
                if concurrency == 1 and not per_second:
                    used = (server.seconds() + desk.server_seconds() - before) / count
                    line += f" {used * 1_000:5.1f} ms of a processor;"
                line += (
                    f" {concurrency} at once: p50 {at(took, 0.5):6.1f} p99 {at(took, 0.99):6.1f} "
                    f"most {took[-1]:6.1f} ms;")
                if at(took, 0.99) >= LIMIT:
                    slow.append(f"{desk.name} {what}, {name}, {concurrency} at once")
            print(line.rstrip(";"), flush=True)
        now, most = server.memory()
        print(f"  memory {now:.0f} MiB, {most:.0f} at most; database {desk.size() / 2**20:,.0f} MiB", flush=True)
    finally:
        server.stop()
    return slow
