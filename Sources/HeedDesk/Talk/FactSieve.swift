/// Lets through the texts that may hold one of some facts; that they do is for `DraftFacts` to find.
///
/// Whoever wrote to us for years said much, and a draft is looked at while somebody types: most texts are passed over by
/// their bytes. None that holds a fact is held back: what a fact's key keeps of a text, in the same order, are its letters
/// and figures.
struct FactSieve {
  /// ASCII letters and figures that stand in every text that holds a fact or a part of one. Empty: any text may.
  private let cores: [[UInt8]]

  init(_ facts: [DraftFacts.Fact]) {
    cores = facts.map { fact in
      // Of a street the house: what a street is called is written in several ways.
      let house = fact.parts.first { $0.contains(where: \.isNumber) }
      return Self.core(of: fact.parts.count > 1 ? house ?? "" : fact.key)
    }
  }

  /// Also what says a part of a fact, as another text may say the rest (`DraftFacts.Fact.isIn`).
  init(partsOf facts: [DraftFacts.Fact]) {
    cores = facts.flatMap { $0.parts.isEmpty ? [$0.key] : $0.parts }.map(Self.core(of:))
  }

  func kept(_ texts: [String]) -> [String] { texts.filter(passes) }

  func passes(_ text: String) -> Bool {
    let bytes = Self.bare(text.utf8)
    return cores.contains { $0.isEmpty || bytes.place(of: $0) != nil }
  }

  /// The longest run of such letters and figures.
  private static func core(of key: String) -> [UInt8] {
    var (longest, run): ([UInt8], [UInt8]) = ([], [])
    for character in key {
      if let byte = character.asciiValue {
        if let letter = PlainLetter.small(byte) { run.append(letter) }
      } else {
        run = []
      }
      if run.count > longest.count { longest = run }
    }
    return longest
  }

  /// “ß” as “ss”, for streets are compared so.
  private static func bare(_ bytes: String.UTF8View) -> [UInt8] {
    var (found, last, beforeLast): ([UInt8], UInt8, UInt8) = ([], 0, 0)
    found.reserveCapacity(bytes.count)
    for byte in bytes {
      if let letter = PlainLetter.small(byte) { found.append(letter) }
      let isSmall = last == 0xC3 && byte == 0x9F
      let isLarge = beforeLast == 0xE1 && last == 0xBA && byte == 0x9E
      if isSmall || isLarge { found += [0x73, 0x73] }
      (beforeLast, last) = (last, byte)
    }
    return found
  }
}
