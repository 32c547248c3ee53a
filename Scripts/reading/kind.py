"""Makes Sources/System/CModels/kind.bin: what kinds of thing an English post says, by a linear model a kind.

Trained on posts labelled by hand after labels/README.md, on own sentences, and on what the teacher reads in posts without
a label. Four labelled posts in ten, chosen by their id, are kept apart from all of it and only reported. How fast to learn,
what counts how much and from which score on a kind holds was chosen on the training part alone, each quarter of it read by
what the others taught."""

import glob
import os
import sys
import zlib

import numpy as np

import corpora
import features
import linear

BITS, RATE = 17, 0.2
K = len(corpora.KINDS)
RARE = np.array([k not in ("question", "complaint", "other") for k in corpora.KINDS])
SPAM = corpora.KINDS.index("spam")


def marked(kinds):
    return np.array([float(k in kinds) for k in corpora.KINDS], np.float32)


def table(z, y):
    rows = []
    for k, name in enumerate(corpora.KINDS):
        if name == "other":
            continue
        hit, said, real = ((z[:, k] >= 0) & (y[:, k] > 0)).sum(), (z[:, k] >= 0).sum(), (y[:, k] > 0).sum()
        rows.append(f"  {name}: precision {hit / max(1, said):.2f}, recall {hit / max(1, real):.2f}, of {real}")
    return "\n".join(rows)


def cut(z, is_so):
    """The score from which on F1 is best, over what a kind holds for and what it does not: the mean of all cuts that come
    within a hundredth of the best, since single posts move the best one."""
    cuts = np.unique(np.quantile(z, np.linspace(0.3, 0.999, 400)))
    said = z[:, None] >= cuts
    f = 2 * (said & is_so[:, None]).sum(0) / (said.sum(0) + is_so.sum())
    return cuts[f >= f.max() - 0.01].mean()


def main(teacher, out, show=None):
    of = lambda name: [(id, t, marked(k)) for id, t, k, _ in corpora.kinds(name)]
    labelled = of("kinds.tsv") + of("kinds-more.tsv")
    own = [(t, t, marked(k)) for t, k in corpora.own()]
    # Picked by their words or by what an earlier model read, they are no sample: for training alone.
    picked = of("kinds-picked.tsv") + of("kinds-sought.tsv")
    more = [(t, t, marked(k)) for t, k in corpora.own("own-more.tsv")]
    known = labelled + own + picked + more
    is_sample = np.arange(len(known)) < len(labelled) + len(own)
    is_picked = (np.arange(len(known)) < len(known) - len(more)) & ~is_sample
    everything = features.Seen.of([t for _, t, _ in known])
    y = np.stack([y for *_, y in known]).astype(np.float32)
    ids = [i for i, *_ in known]
    test = np.array([corpora.is_test(i) for i in ids]) & is_sample
    posts = {f"crisis {i}": t for i, t, _ in corpora.crisis()}
    posts.update({f"care {i}": t for i, t in corpora.care()})
    posts.update({f"rumour {i}": t for i, t in corpora.rumour()})
    apart = set(ids)
    taught, read = [], []
    if teacher != "-":
        for path in sorted(glob.glob(os.path.join(teacher, "posts-*.npz"))):
            found = np.load(path)
            wanted = np.array([key.split(" ")[1] not in apart for key in found["keys"]])
            taught.append(features.Seen.of([posts[k] for k in found["keys"]]).picked(wanted))
            read.append(1 / (1 + np.exp(-found["read"][wanted, 4:])))

    def fitted(part):
        # That a picked post is not of a kind tells little: it was picked because it looked like one.
        rare = np.where(RARE & (y[part] > 0), 6.0, 4.0)
        targets, weights = [y[part]], [np.where(is_picked[part][:, None] & (y[part] == 0), 1.0, rare)]
        for p in read:
            targets.append(p)
            weights.append(np.ones_like(p))
        x = features.matrix(features.Seen.joined([everything.picked(part), *taught]), BITS)
        return features.fit(
            x, np.vstack(targets), np.vstack(weights).astype(np.float32), rate=RATE, softmax=False)

    # From which score on a kind holds.
    fold = np.array([zlib.crc32(b"fold" + i.encode()) % 4 for i in ids])
    sample = is_sample & ~test
    z = np.zeros((len(known), K), np.float32)
    for n in range(4):
        w, b = fitted(~test & (fold != n))
        part = sample & (fold == n)
        z[part] = features.matrix(everything.picked(part), BITS) @ w + b
    z, told = z[sample], y[sample]
    least = np.array([cut(z[:, k], told[:, k] > 0) for k in range(K)], np.float32)
    w, b = fitted(~test)
    # Spam is put aside: it must be surer than that. Below the 46 likest of some 23,000 posts without a label, half are
    # somebody's own words.
    unlabelled = [k for k in sorted(posts) if k.split(" ")[1] not in apart]
    sample = unlabelled[:: max(1, len(unlabelled) // 20000)]
    zs = features.matrix(features.Seen.of([posts[k] for k in sample]), BITS) @ w[:, SPAM] + b[SPAM]
    least[SPAM] = max(least[SPAM], np.quantile(zs, 0.998))
    flagged = [k for k, v in zip(sample, zs) if v >= least[SPAM]]
    print("spam among", len(sample), "unlabelled:", len(flagged))
    if show:
        with open(show, "w") as file:
            file.write("\n".join(f"{k}\t{posts[k]!r}" for k in flagged))
    place = np.arange(len(known))
    for name, part in (("posts", test & (place < len(labelled))), ("own", test & (place >= len(labelled)))):
        z = features.matrix(everything.picked(part), BITS) @ w + b - least
        print(name, part.sum(), "kept apart:")
        print(table(z, y[part]))
    linear.write(out, [(["en"], corpora.KINDS, w, b, least)], most=1)


if __name__ == "__main__":
    main(*sys.argv[1:])
