extension TokenReader {
  /// Reads the address that begins here, if one does.
  mutating func addLink() -> Bool {
    guard text.isBoundary(at: next), let body = text.linkBody(at: next),
      let end = text.linkEnd(body: body)
    else { return false }
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
        keyStart: UInt32(folded.lowerBound - 1), keyCount: UInt32(host - folded.lowerBound + 1),
        position: UInt32(position), length: 1, start: UInt32(next), end: UInt32(end),
        segment: segment, kind: .link, followsDirectly: false))
    position += 1
    next = end
    return true
  }
}
