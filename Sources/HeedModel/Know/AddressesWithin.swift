extension Forgetting {
  private static let mostAddresses = 20_000
  private static let longestRun = 512

  /// Every piece of some texts that could be an address, a page or an id of somebody, in lower case: what `needles` of
  /// theirs would be found as. For a look-up of what is only known as digests.
  /// - Returns: `nil` where there are too many to look at.
  public static func addresses(in texts: [String]) -> Set<String>? {
    var found: Set<String> = []
    for text in texts {
      for run in text.utf8.split(whereSeparator: { isBetween($0) }) {
        // So long nobody is called; a picture written into a link is. Without a mark of an address no piece of it is one.
        guard run.count <= longestRun, run.contains(where: isMark) else { continue }
        learn(run.map(lower), &found)
        guard found.count <= mostAddresses else { return nil }
      }
    }
    return found
  }

  private static func learn(_ run: [UInt8], _ found: inout Set<String>) {
    let edges = (0...run.count).filter { at in
      at == 0 || at == run.count || !isWord(run[at - 1]) || !isWord(run[at])
    }
    for (place, start) in edges.enumerated() {
      for end in edges[(place + 1)...] {
        let piece = String(decoding: run[start..<end], as: UTF8.self)
        if tellsWho(piece) { found.insert(piece) }
        guard found.count <= mostAddresses else { return }
      }
    }
  }

  private static func lower(_ byte: UInt8) -> UInt8 { (65...90).contains(byte) ? byte + 32 : byte }

  /// What stands in no address.
  private static func isBetween(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "<>\"'".utf8.contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte) || byte >= 0x80 || byte == 95
  }
}
