extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String { trimming(\.isWhitespace) }

  func trimming(_ matches: (Character) -> Bool) -> String {
    guard let start = firstIndex(where: { !matches($0) }),
      let end = lastIndex(where: { !matches($0) })
    else { return "" }
    return String(self[start...end])
  }
}

extension String {
  /// `nil` instead of nothing.
  var nonEmpty: String? { isEmpty ? nil : self }

  /// Whether it holds a tag or a character reference: RSS says nowhere which of its words are HTML.
  var looksLikeHTML: Bool {
    let bytes = utf8
    var index = bytes.startIndex
    while let at = bytes[index...].firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
      index = bytes.index(after: at)
      guard index < bytes.endIndex else { return false }
      let next = bytes[index]
      let isLetter = (0x41...0x5A).contains(next & 0xDF)
      if bytes[at] == 0x3C {
        if isLetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
      } else if isLetter || next == UInt8(ascii: "#"),
        let end = bytes[index...].prefix(10).firstIndex(of: UInt8(ascii: ";")),
        bytes[index..<end].dropFirst().allSatisfy({
          (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF)
        })
      {
        return true
      }
    }
    return false
  }
}
