/// Takes out of other texts what would still tell of somebody who is erased: what names them, and what repeats their words.
///
/// What *we* said stays (law 5); a mark stands where something was taken out. Their addresses go wherever they stand;
/// their name and their words only where we spoke with them, for others have the same name and say the same things. Who is
/// called by ordinary words alone, “Refund Tomorrow”, goes where these stand as a name, and not where we promise a refund
/// for tomorrow.
public struct Forgetting: Sendable {
  /// What stands in place of what was taken out.
  public static let mark = "[…]"
  /// So many words in a row are a quotation, when they are not very short ones.
  static let run = 4
  static let leastRunBytes = 16

  /// Addresses, pages and ids of theirs, in lower case: gone wherever they stand.
  public let needles: [String]
  private let mentions: [[UInt8]]
  private let everywhere: [[UInt8]]
  private let beside: [[UInt8]]
  private let fullNames: [[String]]
  private let plainNames: [PlainName]
  /// As they are written, and folded where no everyday word is spelled like that.
  private let nameParts: Set<String>
  private let foldedParts: Set<String>
  /// Words of real names, of which those that hold a sentence together are names only within one, or where called.
  private let calledParts: Set<String>
  private let linkingParts: Set<String>
  private var runs: Set<String> = []
  private var data: Set<String> = []
  /// Their texts as folded words, for the look-up of short quotations.
  private var said: [String] = []

  /// - Parameters:
  ///   - handles: theirs, as they were.
  ///   - names: further names of theirs.
  ///   - called: further addresses of theirs.
  ///   - typed: pages that they only call theirs: they tell of them where we spoke with them, and nowhere else.
  ///   - said: all that they said.
  ///   - ours: what we said where they spoke: what we had said before them is ours, however they repeat it. What we quote
  ///     there is not.
  public init(
    handles: [Handle], names: [String] = [], called: [String] = [], typed: [String] = [],
    said texts: [SaidText], ours: [SaidText] = []
  ) {
    var needles: Set<String> = []
    var mentions: Set<String> = []
    for handle in handles where !handle.isErased {
      for name in [handle.address, handle.page, handle.picture, handle.remoteID.rawValue] {
        guard let name = name?.lowercased() else { continue }
        let bare = Handle.bare(name)
        if Self.tellsWho(bare) { needles.insert(bare) }
      }
      let local = Handle.bare(handle.address).prefix { $0 != "@" }
      if local.utf8.count >= 2 { mentions.insert("@" + local.lowercased()) }
    }
    for address in called {
      let bare = Handle.bare(address.lowercased())
      if Self.tellsWho(bare) { needles.insert(bare) }
    }
    self.needles = needles.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    everywhere = self.needles.map { Array($0.utf8) }
    beside = Set(typed.map { $0.lowercased() }.filter(Self.tellsWho)).sorted()
      .map { Array($0.utf8) }
    self.mentions = mentions.sorted().map { Array($0.utf8) }
    let whole = Set(handles.map(\.name) + names).map { SaidWord.all(in: $0) }
      .filter { !$0.isEmpty }
    plainNames = whole.compactMap { PlainName($0) }
    let real = whole.filter { PlainName($0) == nil }
    fullNames = real.map { $0.map(\.folded) }
    // A sentence in place of a name is one as a whole, and none of its words is.
    let called = real.filter { $0.count <= Self.mostNameWords && !Self.isSentence($0) }
      .flatMap { $0 }.filter { $0.raw.count >= 2 }
    let written = called.filter { $0.raw != $0.raw.lowercased() }
    let parts = written.filter { !OrdinaryWords.link($0.folded) }
    calledParts = Set(called.map(\.folded))
    linkingParts = Set(written.filter { OrdinaryWords.link($0.folded) }.map(\.raw))
    nameParts = Set(parts.flatMap { [$0.raw, $0.raw.uppercased()] })
    foldedParts = Set(
      parts.filter {
        $0.raw.utf8.count >= 3 && !Self.everyday.contains($0.folded)
          && !OrdinaryWords.contain($0.folded)
      }.map(\.folded))
    var before: [String: Instant] = [:]
    for text in ours {
      let own = Self.withoutQuotations(Self.withoutQuotedLines(text.words))
      for (key, _) in Self.runs(of: SaidWord.all(in: own)) {
        before[key] = min(before[key] ?? text.at, text.at)
      }
    }
    for text in texts { learn(text, before) }
  }

  /// What tells who somebody is wherever it stands: long enough, and with a mark of an address in it.
  /// - Parameter name: without a mark in front.
  public static func tellsWho(_ name: String) -> Bool {
    name.utf8.count >= 6 && name.utf8.contains(where: isMark)
  }

  static func isMark(_ byte: UInt8) -> Bool { "@./:".utf8.contains(byte) }

  private mutating func learn(_ text: SaidText, _ before: [String: Instant]) {
    let own = Self.withoutQuotedLines(text.words)
    let words = SaidWord.all(in: own)
    var repeated = Array(repeating: false, count: words.count)
    for (key, start) in Self.runs(of: words) where before[key].map({ $0 < text.at }) ?? false {
      for index in start..<(start + Self.run) { repeated[index] = true }
    }
    let ours = zip(words, repeated).filter(\.1).map(\.0.range)
    for piece in words.indices.split(whereSeparator: { repeated[$0] }) {
      let piece = words[piece.startIndex..<piece.endIndex]
      said.append(" " + piece.map(\.folded).joined(separator: " ") + " ")
      for (key, _) in Self.runs(of: Array(piece)) { runs.insert(key) }
    }
    for token in SaidWord.tokens(in: own)
    where token.isData && !ours.contains(where: { $0.overlaps(token.range) }) {
      data.insert(token.folded)
    }
  }

  /// So many words in a row, and where each begins.
  private static func runs(of words: [SaidWord]) -> [(key: String, start: Int)] {
    words.indices.dropLast(run - 1).map { start in
      (words[start..<(start + run)].map(\.folded).joined(separator: " "), start)
    }
  }

  /// Without the lines after `>`: those are somebody else's, or their own from before.
  private static func withoutQuotedLines(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ">")) else { return text }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .filter { $0.first { $0 != " " } != ">" }.joined(separator: "\n")
  }

  /// Signs before a quotation, each with those that may end it.
  private static let quotationEnds: [Character: String] = [
    "“": "”", "„": "“”", "«": "»", "»": "«", "‘": "’", "「": "」", "『": "』", "\"": "\"",
  ]

  /// Without what stands in quotation marks: that is somebody else's, even where we write it first (“please say …”). What
  /// *they* put in such marks stays theirs: the name of a thing of theirs, a number.
  private static func withoutQuotations(_ text: String) -> String {
    var kept = ""
    var ends: String?
    for sign in text {
      if let open = ends {
        if open.contains(sign) || sign.isNewline { ends = nil }
        continue
      }
      ends = quotationEnds[sign]
      kept.append(ends == nil ? sign : "\n")
    }
    return kept
  }

  /// The longest names of people have so many words.
  private static let mostNameWords = 5

  /// Somebody is called by names: words that only hold a sentence together are in none.
  private static func isSentence(_ words: [SaidWord]) -> Bool {
    words.contains { sentenceWords.contains($0.folded) }
  }

  private static let sentenceWords: Set<String> = [
    "we", "you", "your", "they", "their", "our", "ours", "is", "was", "not", "have", "cannot",
    "this", "that", "with", "from", "wir", "ihr", "nicht", "keine", "haben", "ist", "sind", "wird",
    "nous", "vous", "sont", "avec", "nosotros", "para", "não", "você", "vocês",
  ]

  /// Whether a text says nothing but what they said.
  private func repeats(_ text: String) -> Bool {
    let words = SaidWord.all(in: text)
    guard !words.isEmpty else { return false }
    let wanted = " " + words.map(\.folded).joined(separator: " ") + " "
    return said.contains { $0.contains(wanted) }
  }

  /// The text without what tells of them; the same text where nothing does.
  /// - Parameter isTheirs: whether it was said in a conversation with them.
  public func rewrite(_ text: String, isTheirs: Bool) -> String {
    guard !text.isEmpty else { return text }
    let bytes = Array(text.utf8)
    var marks: [Range<Int>] = []
    for needle in everywhere { Self.find(needle, in: bytes, into: &marks) }
    if isTheirs {
      for mention in mentions + beside { Self.find(mention, in: bytes, into: &marks) }
      let words = SaidWord.all(in: text)
      var handles = marks
      // What stood in a shape of its own is taken out before the whole line is looked at.
      Self.find(Array(Self.mark.utf8), in: bytes, into: &handles)
      let place = NamePlace(words: words, bytes: bytes, handles: handles)
      marks += names(in: place) + quotations(in: words)
      marks += SaidWord.tokens(in: text).filter { $0.isData && data.contains($0.folded) }
        .map(\.range)
      marks += quoted(in: text, bytes)
    }
    guard !marks.isEmpty else { return text }
    return Self.cut(bytes, marks)
  }

  /// The same of a content warning: one that is theirs is often taken over into an answer, word for word.
  public func rewrite(warning: String, isTheirs: Bool) -> String {
    isTheirs && repeats(warning) ? Self.mark : rewrite(warning, isTheirs: isTheirs)
  }

  /// Names that are words as well: taken for a name only where they are written like one.
  private static let everyday: Set<String> = [
    "will", "mark", "may", "rose", "hope", "art", "bill", "grace", "june", "april", "august",
    "summer", "sunny", "joy", "chance", "frank", "grant", "jack", "rich", "sue", "pat",
    "drew", "dean", "max", "rob", "sky", "star", "page", "king", "long", "short", "young", "brown",
    "green", "white", "black", "gray", "grey", "wood", "stone", "hill", "field", "bell", "cook",
    "baker", "smith", "klein", "gross", "lang", "kurz", "jung", "alt", "weiß", "schwarz", "stein",
    "wolf", "fuchs", "roman", "wolle", "mai", "juli", "ernst", "clara", "clair", "rosa", "luz",
    "mar", "sol",
    "dolores", "blanca", "bonne", "belle", "fleur", "pierre", "petit", "grand",
  ]

  private func names(in place: NamePlace) -> [Range<Int>] {
    let words = place.words
    var marks = words.filter { nameParts.contains($0.raw) || foldedParts.contains($0.folded) }
      .map(\.range)
    for (at, word) in words.enumerated() {
      let isCalled = calledParts.contains(word.folded) && place.isCalled(at)
      if isCalled || linkingParts.contains(word.raw) && place.isWithinSentence(at) {
        marks.append(word.range)
      }
    }
    for name in plainNames { marks += name.stands(in: place) }
    for name in fullNames where name.count <= words.count {
      for start in 0...(words.count - name.count) {
        let piece = words[start..<(start + name.count)]
        if piece.map(\.folded) == name, let first = piece.first, let last = piece.last {
          marks.append(first.range.lowerBound..<last.range.upperBound)
        }
      }
    }
    return marks
  }

  private func quotations(in words: [SaidWord]) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    for start in words.indices where start + Self.run <= words.count {
      let piece = words[start..<(start + Self.run)]
      guard piece.reduce(0, { $0 + $1.raw.utf8.count }) >= Self.leastRunBytes - Self.run,
        runs.contains(piece.map(\.folded).joined(separator: " "))
      else { continue }
      marks.append(words[start].range.lowerBound..<words[start + Self.run - 1].range.upperBound)
    }
    return marks
  }

  /// What stands in quotation marks and is theirs, however short, and lines that quote by a mark in front.
  private func quoted(in text: String, _ bytes: [UInt8]) -> [Range<Int>] {
    var marks: [Range<Int>] = []
    var open: (ends: String, at: Int)?
    var at = 0
    for sign in text {
      let length = sign.utf8.count
      if let begun = open, begun.ends.contains(sign) {
        let inner = String(decoding: bytes[begun.at..<at], as: UTF8.self)
        if repeats(inner) { marks.append(begun.at..<at) }
        open = nil
      } else if open == nil, let ends = Self.quotationEnds[sign] {
        open = (ends, at + length)
      } else if sign.isNewline {
        open = nil
      }
      at += length
    }
    var start = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      let end = start + line.utf8.count
      let inner = line.drop { $0 == " " || $0 == ">" }
      if line.drop(while: { $0 == " " }).first == ">", repeats(String(inner)) {
        marks.append((end - inner.utf8.count)..<end)
      }
      // Line ends of one byte and of two.
      start = end
      if start < bytes.count, bytes[start] == 13 { start += 1 }
      if start < bytes.count, bytes[start] == 10 { start += 1 }
    }
    return marks
  }

  /// Where a piece stands by itself, without regard to case.
  private static func find(_ needle: [UInt8], in bytes: [UInt8], into marks: inout [Range<Int>]) {
    guard !needle.isEmpty, bytes.count >= needle.count else { return }
    func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }
    func isWord(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || (97...122).contains(lower(byte)) || byte >= 0x80 || byte == 95
    }
    var start = 0
    while start + needle.count <= bytes.count {
      var length = 0
      while length < needle.count, lower(bytes[start + length]) == needle[length] { length += 1 }
      guard length == needle.count else {
        start += 1
        continue
      }
      let end = start + length
      let endsWord = end == bytes.count || !isWord(bytes[end]) || !isWord(needle[length - 1])
      let beginsWord = start == 0 || !isWord(bytes[start - 1]) || !isWord(needle[0])
      if endsWord && beginsWord {
        // The mark before an address is part of it.
        let hasSign = start > 0 && bytes[start - 1] == UInt8(ascii: "@")
        marks.append((hasSign ? start - 1 : start)..<end)
      }
      start = end
    }
  }

  private static func cut(_ bytes: [UInt8], _ marks: [Range<Int>]) -> String {
    var kept: [UInt8] = []
    var at = 0
    for mark in marks.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    ) {
      guard mark.upperBound > at else { continue }
      if mark.lowerBound > at || at == 0 || kept.isEmpty {
        kept += bytes[at..<max(mark.lowerBound, at)]
        kept += Array(Self.mark.utf8)
      }
      at = mark.upperBound
    }
    kept += bytes[at...]
    return String(decoding: kept, as: UTF8.self)
  }
}
