"""Writes what training sees of each text of labels/own.tsv and labels/awkward.txt, for the test that the program sees
the same: a digest each of the pieces, the words' and the runs' hashes, and those for the language."""

import os
import sys

import corpora
import features
import language
import text

KINDS = ["word", "tag", "user", "link", "number", "mark", "face"]


def digest(numbers):
    h = 0x811C9DC5
    for n in numbers:
        h = (h ^ n) * 0x01000193 & 0xFFFFFFFF
    return h


def main(out):
    texts = [t for t, _ in corpora.own()]
    with open(os.path.join(corpora.LABELS, "awkward.txt"), encoding="utf-8") as file:
        texts += file.read().split("\n")
    with open(out, "w") as file:
        for t in texts:
            seen = []
            for p in text.pieces(t):
                seen += [KINDS.index(p.kind), p.start, p.end, p.loud + 2 * p.long, *p.scalars]
            words, runs = features.features(t)
            letters = language.features(language.words(t))
            file.write(f"{digest(seen)}\t{digest(words)}\t{digest(runs)}\t{digest(letters)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
