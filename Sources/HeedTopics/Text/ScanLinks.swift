extension SourceText {
  /// Whether the two letters behind an H or W are those of `http` or `www`.
  @inline(__always)
  func mayBeLink(at index: Int) -> Bool {
    guard index &+ 4 < count else { return false }
    let second = bytes[index &+ 1] | 0x20
    return second == bytes[index &+ 2] | 0x20 && (second == 0x74 || second == 0x77)
  }

  /// The index behind `https://`, `http://` or `www.`, where more follows.
  func linkBody(at start: Int) -> Int? {
    for opening in Links.openings {
      let length = opening.utf8CodeUnitCount
      guard start + length < count else { continue }
      let matches = (0..<length).allSatisfy { offset in
        let byte = bytes[start + offset]
        let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
        return lower == opening.utf8Start[offset]
      }
      if matches { return start + length }
    }
    return nil
  }

  /// Where the address ends whose host begins here, or nil when it has none.
  func linkEnd(body: Int) -> Int? {
    guard hasHost(from: body) else { return nil }
    var end = body
    var hasBracket = false
    var length = 0
    while end < count, length < Links.maximumLength {
      let (value, following) = bytes.value(at: end)
      guard traits(value).has(.linkPart) else { break }
      if value == 0x28 { hasBracket = true }
      end = following
      length &+= 1
    }
    while end > body {
      let value = bytes.value(before: end)
      guard traits(value).has(.linkTrailing) || value == 0x29 && !hasBracket else { break }
      end -= UTF8.width(Unicode.Scalar(value).unsafelyUnwrapped)
    }
    return end > body ? end : nil
  }

  /// Whether some letter stands among what can be a host.
  private func hasHost(from body: Int) -> Bool {
    var index = body
    while index < count {
      let (value, following) = bytes.value(at: index)
      let traits = traits(value)
      if traits.has(.word), !traits.has(.dropped) { return true }
      guard value == 0x2E || value == 0x2D || traits.has(.word) else { return false }
      index = following
    }
    return false
  }
}
