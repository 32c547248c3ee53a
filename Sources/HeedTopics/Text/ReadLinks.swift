extension TokenReader {
  /// Reads the address that begins here, if one does.
  mutating func addLink() -> Bool {
    guard isAtBoundary, let body = Self.behindOpening(in: text, at: next),
       let end = linkEnd(body: body) else { return false }
    let wordEnd = buffer.foldedCount
    let folded = writeAddress(text, next..<end)
    let host = hostEnd(of: folded)
    let addressEnd = buffer.foldedCount
    buffer.foldedCount = wordEnd
    guard host > folded.lowerBound else { return false }
    flush()
    buffer.foldedCount = addressEnd
    links.append(folded)
    buffer.add(
      TokenBuffer.Token(
        foldedStart: UInt32(folded.lowerBound), foldedCount: UInt32(host - folded.lowerBound),
        position: UInt32(position), length: 1, start: UInt32(next), end: UInt32(end),
        segment: segment, kind: .link, followsDirectly: false))
    position += 1
    next = end
    return true
  }

  /// Whether the two letters behind an H or W are those of `http` or `www`.
  @inline(__always)
  var mayBeLink: Bool {
    guard next &+ 4 < text.count else { return false }
    let second = text[next &+ 1] | 0x20
    return second == text[next &+ 2] | 0x20 && (second == 0x74 || second == 0x77)
  }

  /// The index behind `https://`, `http://` or `www.`, where more follows.
  private static func behindOpening(in text: UTF8Text, at start: Int) -> Int? {
    for opening in Links.openings {
      let count = opening.utf8CodeUnitCount
      guard start + count < text.count else { continue }
      let matches = (0..<count).allSatisfy { offset in
        let byte = text[start + offset]
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        return lower == opening.utf8Start[offset]
      }
      if matches { return start + count }
    }
    return nil
  }

  private func linkEnd(body: Int) -> Int? {
    guard hasHost(from: body) else { return nil }
    var end = body
    var hasBracket = false
    var length = 0
    while end < text.count, length < Links.maximumLength {
      let (value, following) = text.value(at: end)
      guard traits(value).has(.linkPart) else { break }
      if value == 0x28 { hasBracket = true }
      end = following
      length &+= 1
    }
    while end > body {
      let value = text.value(before: end)
      guard traits(value).has(.linkTrailing) || value == 0x29 && !hasBracket else { break }
      end -= UTF8.width(Unicode.Scalar(value).unsafelyUnwrapped)
    }
    return end > body ? end : nil
  }

  /// Whether some letter stands among what can be a host.
  private func hasHost(from body: Int) -> Bool {
    var index = body
    while index < text.count {
      let (value, following) = text.value(at: index)
      let traits = traits(value)
      if traits.has(.word), !traits.has(.dropped) { return true }
      guard value == 0x2E || value == 0x2D || traits.has(.word) else { return false }
      index = following
    }
    return false
  }
}
