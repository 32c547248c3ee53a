"""Pieces of a text, the same that Sources/HeedReading/Words makes of it; ReadingParityTests compares the two."""

import unicodedata

NONE, WORD, MARK, FACE = 0, 1, 2, 3


# What nobody sees, and letters that only look otherwise: Sources/HeedReading/Words/LetterFolding.swift says which.
HIDDEN = [(0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F),
          (0x200B, 0x200B), (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0D),
          (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A),
          (0xE0000, 0xE0FFF)]
FOLDED = [(0x2B0, 0x2B8), (0x1D2C, 0x1D6A), (0x1D9B, 0x1DBF), (0x2071, 0x209C), (0x2102, 0x2138), (0x213A, 0x2149),
          (0x24B6, 0x24E9), (0xFB00, 0xFB06), (0xFB50, 0xFDFB), (0xFE70, 0xFEFC), (0xFF01, 0xFF5E), (0xFF66, 0xFF9F),
          (0x1D400, 0x1D7FF), (0x1F130, 0x1F149)]


def made_folds():
    folds = {c: [] for first, last in HIDDEN for c in range(first, last + 1)}
    for first, last in FOLDED:
        for c in range(first, last + 1):
            if 0x2102 <= c <= 0x2149 and unicodedata.category(chr(c))[0] != "L":
                continue
            plain = [ord(p) for p in unicodedata.normalize("NFKC", chr(c))]
            if plain != [c] and 0x20 not in plain:
                folds[c] = plain
    return folds


FOLDS = made_folds()


def folded(text):
    """Its scalars without what nobody sees, in plain letters; of many joiners in a row one stays, and none
    behind Latin letters."""
    out = []
    for ch in text:
        c = ord(ch)
        if c in (0x200C, 0x200D) and (not out or out[-1] < 0x370 or out[-1] in (0x200C, 0x200D)):
            continue
        if c < 0xAD:
            out.append(c)
        else:
            out.extend(FOLDS.get(c, (c,)))
    return out


def is_face(c):
    return 0x1F000 <= c <= 0x1FAFF or 0x2600 <= c <= 0x27BF or c in (0x2B50, 0x2764, 0x203C, 0x2049)


def is_letter(c):
    return unicodedata.category(chr(c))[0] in "LM" and c not in (0xFE0E, 0xFE0F)


def is_digit(c):
    return 0x30 <= c <= 0x39


def lower(c):
    low = chr(c).lower()
    return ord(low) if len(low) == 1 else c


def is_space(c):
    return c <= 0x20 or c in (0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000) or 0x2000 <= c <= 0x200A


def is_name(c):
    """What a handle or an address goes on with."""
    return 0x30 <= c <= 0x39 or 0x41 <= c <= 0x5A or 0x61 <= c <= 0x7A or c in (0x5F, 0x2E, 0x2D, 0x40)


def starts(scalars, at, words):
    for word in words:
        if len(scalars) - at >= len(word) and all(
            (scalars[at + i] | 0x20 if 0x41 <= scalars[at + i] <= 0x5A else scalars[at + i]) == ord(ch)
            for i, ch in enumerate(word)
        ):
            return True
    return False


SMILE = {ord(")"), ord("]"), ord("D"), ord("d"), ord("p"), ord("P"), ord("3"), ord("*")}
FROWN = {ord("("), ord("["), ord("/"), ord("\\"), ord("|"), ord("@"), ord("$")}


def smiley(s, i):
    """":-)" and its like: (its end, "☺" or "☹"), or None. Only where no word or figure stands before it."""
    if s[i] == ord("<") and i + 1 < len(s) and s[i + 1] == ord("3"):
        return i + 2, 0x2661
    if s[i] not in (ord(":"), ord(";"), ord("=")):
        return None
    j = i + 1
    if j < len(s) and s[j] in (ord("-"), ord("'"), ord("o"), ord("^")):
        j += 1
    if j >= len(s):
        return None
    c = s[j]
    if c in SMILE and (j + 1 >= len(s) or not is_letter(s[j + 1]) and not is_digit(s[j + 1])):
        return j + 1, 0x263A
    if c in FROWN and not (c == ord("/") and j + 1 < len(s) and s[j + 1] == ord("/")):
        return j + 1, 0x2639
    return None


class Piece:
    """kind: "word", "tag", "user", "link", "number", "mark", "face"; scalars are lower case; `start` and `end` stand in
    the text's scalars as they are folded."""

    __slots__ = ("kind", "scalars", "start", "end", "loud", "long")

    def __init__(self, kind, scalars, start, end, loud=False, long=False):
        self.kind, self.scalars, self.start, self.end = kind, scalars, start, end
        self.loud, self.long = loud, long

    def __repr__(self):
        return f"{self.kind}:{''.join(map(chr, self.scalars))}" + "!" * self.loud + "~" * self.long


def word_end(s, i):
    n = len(s)
    j = i
    while j < n:
        c = s[j]
        if is_letter(c):
            j += 1
        elif c in (0x27, 0x2019) and j > i and j + 1 < n and is_letter(s[j + 1]):
            j += 1
        elif c in (0x200C, 0x200D) and j > i and j + 1 < n and is_letter(s[j + 1]):
            j += 1
        else:
            break
    return j


def word(kind, s, start, end):
    """Lower case; of one letter three times and more in a row two stay."""
    out, loud, long, run, letters = [], True, False, 0, 0
    for c in s[start:end]:
        if c in (0x200C, 0x200D):
            continue
        low = 0x27 if c == 0x2019 else lower(c)
        if low == c and c != 0x27 and c != 0x2019:
            loud = False
        if low != c:
            letters += 1
        if out and out[-1] == low:
            run += 1
            if run >= 3:
                long = True
                continue
        else:
            run = 1
        out.append(low)
    return Piece(kind, out, start, end, loud and letters >= 2, long)


def pieces(text, most=4000):
    s = folded(text)[:most]
    n = len(s)
    found = []
    i = 0
    fresh = True  # nothing but space or a bracket stands before
    while i < n:
        c = s[i]
        if is_space(c):
            i += 1
            fresh = True
            continue
        if fresh and starts(s, i, ("http://", "https://", "www.")):
            j = i
            while j < n and not is_space(s[j]):
                j += 1
            found.append(Piece("link", [], i, j))
            i = j
            continue
        if c == 0x40 and i + 1 < n and is_name(s[i + 1]) and s[i + 1] != 0x40:
            j = i + 1
            while j < n and is_name(s[j]):
                j += 1
            found.append(Piece("user", [], i, j))
            i, fresh = j, False
            continue
        if c == 0x23 and i + 1 < n and (is_letter(s[i + 1]) or is_digit(s[i + 1])):
            j = i + 1
            while j < n and (is_letter(s[j]) or is_digit(s[j]) or s[j] == 0x5F):
                j += 1
            found.append(word("tag", s, i + 1, j))
            i, fresh = j, False
            continue
        if is_letter(c):
            j = word_end(s, i)
            found.append(word("word", s, i, j))
            i, fresh = j, False
            continue
        if is_digit(c):
            j = i
            while j < n and (is_digit(s[j]) or s[j] in (0x2C, 0x2E, 0x3A) and j + 1 < n and is_digit(s[j + 1])):
                j += 1
            found.append(Piece("number", [], i, j))
            i, fresh = j, False
            continue
        if is_face(c):
            found.append(Piece("face", [c], i, i + 1))
            i, fresh = i + 1, True
            continue
        face = smiley(s, i)
        if face:
            found.append(Piece("face", [face[1]], i, face[0]))
            i, fresh = face[0], True
            continue
        if c in (0x21, 0x3F, 0xFF01, 0xFF1F, 0x61F, 0xA1, 0xBF, 0x2026) or c == 0x2E and i + 1 < n and s[i + 1] == 0x2E:
            j, asks, calls, rest = i, False, False, False
            while j < n and s[j] in (0x21, 0x3F, 0xFF01, 0xFF1F, 0x61F, 0xA1, 0xBF, 0x2026, 0x2E):
                asks |= s[j] in (0x3F, 0xFF1F, 0x61F, 0xBF)
                calls |= s[j] in (0x21, 0xFF01, 0xA1)
                j += 1
            many = j - i > 1
            if asks and calls:
                kind = [0x3F, 0x21]
            elif asks:
                kind = [0x3F, 0x3F] if many else [0x3F]
            elif calls:
                kind = [0x21, 0x21] if many else [0x21]
            else:
                kind = [0x2E, 0x2E]
            found.append(Piece("mark", kind, i, j))
            i, fresh = j, True
            continue
        if c in (0x2E, 0x2C, 0x3B, 0x3A, 0x3002, 0xFF0C, 0x60C, 0x964):
            found.append(Piece("mark", [0x2C if c in (0x2C, 0xFF0C, 0x60C, 0x3B, 0x3A) else 0x2E], i, i + 1))
            i, fresh = i + 1, True
            continue
        if c in (0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB):
            found.append(Piece("mark", [0x22], i, i + 1))
        i += 1
        fresh = True
    return found
