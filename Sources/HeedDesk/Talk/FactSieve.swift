/// Lets through the texts that may hold one of some facts; that they do is for `DraftFacts` to find.
///
/// Whoever wrote to us for years said much, and a draft is looked at while somebody types: most texts are passed over by
/// their bytes. None that holds a fact is held back: what a fact's key keeps of a text, in the same order, are its letters
/// and figures.
struct FactSieve {
  /// ASCII letters and figures that stand in every text that holds the fact, of one fact each. Empty: any text may.
  private let cores: [[UInt8]]

  init(_ facts: [DraftFacts.Fact]) { cores = facts.map(Self.core(of:)) }

  func kept(_ texts: [String]) -> [String] { texts.filter(passes) }

  func passes(_ text: String) -> Bool {
    let bytes = Self.bare(text.utf8)
    return cores.contains { Self.holds(bytes, $0) }
  }

  /// The longest run of its key. Of a street the house: what a street is called is written in several ways.
  private static func core(of fact: DraftFacts.Fact) -> [UInt8] {
    let key = fact.parts.count > 1 ? fact.parts.first { $0.contains(where: \.isNumber) } : fact.key
    var (longest, run): ([UInt8], [UInt8]) = ([], [])
    for character in key ?? "" {
      if let byte = character.asciiValue {
        if let kept = kept(byte) { run.append(kept) }
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
      if let letter = kept(byte) { found.append(letter) }
      let isSmall = last == 0xC3 && byte == 0x9F
      let isLarge = beforeLast == 0xE1 && last == 0xBA && byte == 0x9E
      if isSmall || isLarge { found += [0x73, 0x73] }
      (beforeLast, last) = (last, byte)
    }
    return found
  }

  /// In lower case; `nil` for what is neither letter nor figure.
  private static func kept(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: byte
    case 0x41...0x5A: byte | 0x20
    default: nil
    }
  }

  private static func holds(_ bytes: [UInt8], _ core: [UInt8]) -> Bool {
    guard let first = core.first else { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + core.count <= bytes.count {
        if bytes[start] == first {
          var same = 1
          while same < core.count, bytes[start + same] == core[same] { same += 1 }
          if same == core.count { return true }
        }
        start += 1
      }
      return false
    }
  }
}
