/// Signs of talk that is only there for its links.
enum SpamSigns {
  static func suspect(_ text: String, words: Int) -> Bool {
    var text = text
    let (links, selling) = text.withUTF8 { (Self.links(in: $0), Self.selling(in: $0)) }
    if links >= 4, words < links * 8 { return true }
    return selling >= 2 || (selling >= 1 && links >= 1)
  }

  /// Pieces between spaces that begin like an address.
  private static func links(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var links = 0
    var isStart = true
    for index in bytes.indices {
      if isStart, bytes.count - index >= 4, lower(bytes[index]) == UInt8(ascii: "h"),
        holds(Array("http".utf8), in: bytes, at: index)
      {
        links += 1
      }
      isStart = bytes[index] <= 0x20
    }
    return links
  }

  private static func selling(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var found: Set<Int> = []
    for index in bytes.indices {
      for number in byFirst[Int(bytes[index])]
      where holds(phrases[number], in: bytes, at: index) {
        found.insert(number)
      }
    }
    return found.count
  }

  private static func holds(
    _ phrase: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> Bool {
    guard bytes.count - index >= phrase.count else { return false }
    for offset in phrase.indices where lower(bytes[index + offset]) != phrase[offset] {
      return false
    }
    return true
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Phrases by the byte that they begin with, in either case.
  private static let byFirst: [[Int]] = {
    var byFirst = [[Int]](repeating: [], count: 256)
    for (number, phrase) in phrases.enumerated() {
      for byte in UInt8.min ... .max where lower(byte) == phrase[0] {
        byFirst[Int(byte)].append(number)
      }
    }
    return byFirst
  }()

  private static let phrases = [
    "social media marketing platform", "seo services", "buy followers", "make money fast",
    "work from home and earn", "crypto giveaway", "click here to claim", "cheap viagra",
    "online casino", "guest post service", "backlinks", "investment opportunity guaranteed",
    "dm me to earn", "100% guaranteed profit",
  ].map { Array($0.utf8) }
}
