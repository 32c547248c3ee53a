/// One document at a time, read into tokens and into what is known about it.
///
/// Invariant: `text` points at the document's bytes for as long as the match that read it lasts.
struct DocumentReader: ~Copyable {
  /// An address in the buffer, and where its host ends.
  struct Address {
    let start: Int
    let end: Int
    let hostEnd: Int
  }

  var tokens = TokenReader()
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The keys of facts, each with its sign, as places in the buffer.
  var facts: [Range<Int>] = []
  var addresses: [Address] = []
  /// What it carries by what else is known; only told where some query asks what a post has.
  var (hasLink, hasTag, hasMention, hasMedia, isQuestion) = (false, false, false, false, false)
  private(set) var (showsTag, showsHandle) = (false, false)
  /// What was read besides the text: tags and mentions that it does not show.
  private var besides: [UInt8] = []
  private var segmentStarts: [Int] = [0]
  /// Names that had to be folded as texts.
  var foldedNames: [String: [UInt8]] = [:]

  /// Reads a document of valid UTF-8; `signs` tells which facts are asked for.
  mutating func read(
    _ text: UnsafeBufferPointer<UInt8>, _ about: borrowing TopicDocument.Facts, signs: UInt64
  ) {
    clear()
    self.text = text
    tokens.read(text)
    let shown = tokens.buffer.tokenCount
    (showsTag, showsHandle) = (tokens.hasTag, tokens.hasHandle)
    if !about.tags.isEmpty { for tag in about.tags { readTag(tag, shown: shown) } }
    if !about.mentions.isEmpty {
      for mention in about.mentions { readMention(mention, shown: shown) }
    }
    if signs != 0 { readFacts(about, signs: signs) }
  }

  private mutating func clear() {
    tokens.clear()
    if !facts.isEmpty { facts.removeAll(keepingCapacity: true) }
    if !addresses.isEmpty { addresses.removeAll(keepingCapacity: true) }
    if segmentStarts.count > 1 {
      besides.removeAll(keepingCapacity: true)
      segmentStarts.removeSubrange(1...)
    }
  }

  /// Calls back with the bytes of a segment.
  func withSegment<Result>(
    _ segment: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    if segment == 0 { return body(text) }
    let start = segmentStarts[Int(segment)]
    return besides.withUnsafeBufferPointer { bytes in
      body(UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  private mutating func readTag(_ tag: String, shown: Int) {
    let words = tag.unicodeScalars.filter { !ScalarClass.isNumberSign($0) }
    let mark = mark()
    append("#\(String(String.UnicodeScalarView(words)))")
    let first = mark.tokens
    let isWhole =
      tokens.buffer.tokenCount > first && tokens.buffer.tokens[first].kind == .tag
      && Int(tokens.buffer.tokens[first].length) == tokens.position - mark.position
    if !isWhole {
      goBack(to: mark)
      let joined = words.filter { ScalarClass.isWord($0) }
      append(
        "\(String(String.UnicodeScalarView(words))) #\(String(String.UnicodeScalarView(joined)))")
    }
    for index in first..<tokens.buffer.tokenCount where tokens.buffer.tokens[index].kind == .tag {
      if isShown(tokens.buffer.tokens[index], among: shown) { goBack(to: mark) }
      return
    }
  }

  private mutating func readMention(_ mention: String, shown: Int) {
    let handle = Handles.folded(mention)
    let mark = mark()
    append("@\(handle)")
    let isShown = (0..<shown).contains { index in
      let token = tokens.buffer.tokens[index]
      return token.kind == .handle && handle.utf8.elementsEqual(bytes(of: token).dropFirst())
    }
    if isShown { goBack(to: mark) }
  }

  private func isShown(_ token: TokenBuffer.Token, among shown: Int) -> Bool {
    (0..<shown).contains { index in
      let other = tokens.buffer.tokens[index]
      return other.kind == token.kind && bytes(of: other).elementsEqual(bytes(of: token))
    }
  }

  private func bytes(of token: TokenBuffer.Token) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(
      start: tokens.buffer.folded + Int(token.keyStart), count: Int(token.keyCount))
  }

  private struct Mark {
    let tokens: Int
    let folded: Int
    let position: Int
    let links: Int
    let besides: Int
  }

  private func mark() -> Mark {
    Mark(
      tokens: tokens.buffer.tokenCount, folded: tokens.buffer.foldedCount,
      // No phrase and no NEAR reaches over so many positions.
      position: tokens.position + TopicQuery.maximumDistance + 1, links: tokens.links.count,
      besides: besides.count)
  }

  private mutating func append(_ segment: String) {
    segmentStarts.append(besides.count)
    besides += Array(segment.utf8)
    tokens.position += TopicQuery.maximumDistance + 1
    let (start, number) = (segmentStarts[segmentStarts.count - 1], segmentStarts.count - 1)
    let links = tokens.links.count
    besides.withUnsafeBufferPointer {
      tokens.read(UnsafeBufferPointer(rebasing: $0[start...]), segment: UInt32(number))
    }
    // `link:` asks for what the text shows and for what the post names as a link.
    tokens.links.removeSubrange(links...)
  }

  private mutating func goBack(to mark: Mark) {
    tokens.buffer.tokenCount = mark.tokens
    tokens.buffer.foldedCount = mark.folded
    tokens.position = mark.position - TopicQuery.maximumDistance - 1
    besides.removeSubrange(mark.besides...)
    segmentStarts.removeLast()
  }
}
