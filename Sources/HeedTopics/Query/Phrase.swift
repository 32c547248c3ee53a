extension TopicQuery {
  /// Words that stand next to each other in this order; most phrases are one word.
  public struct Phrase: Sendable, Hashable {
    /// Never empty.
    public let words: [Word]
    /// Whether case and accents must be as written (`=Apple`).
    public let isExact: Bool
  }

  /// A word, an emoji, or a run of characters of a script without spaces.
  public struct Word: Sendable, Hashable {
    /// Folded, with its hyphens and apostrophes; as written in an exact phrase.
    public let text: String
    /// Whether every word that begins so is meant (`widget*`).
    public let isPrefix: Bool
  }
}

extension TopicQuery.Word {
  /// The words of a piece of query text, in order, each with where it stands in UTF-8 bytes.
  static func words(
    in text: FoldedText, tokens: some Sequence<FoldedText.Token>, isExact: Bool
  ) -> [TopicQuery.Word] {
    var words: [TopicQuery.Word] = []
    var coveredUntil = -1
    var run: Range<Int>?
    var runText = ""
    func endRun() {
      guard let range = run else { return }
      let written = isExact ? normalized(text.original(in: range)) : runText
      words.append(TopicQuery.Word(text: written, isPrefix: false))
      run = nil
      runText = ""
    }
    for token in tokens {
      if token.kind == .character {
        if !token.followsDirectly { endRun() }
        run = (run?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
        runText.unicodeScalars.append(contentsOf: token.folded.unicodeScalars)
        continue
      }
      endRun()
      guard token.position > coveredUntil else { continue }
      switch token.kind {
      case .tag, .handle, .character:
        continue
      case .compound:
        coveredUntil = token.position + token.length - 1
        words.append(
          TopicQuery.Word(
            text: isExact ? normalized(text.original(of: token)) : joined(text, token),
            isPrefix: hasStar(text, behind: token)))
      case .word:
        words.append(
          TopicQuery.Word(
            text: isExact ? normalized(text.original(of: token)) : token.folded,
            isPrefix: hasStar(text, behind: token)))
      case .emoji:
        let written = isExact ? String(text.original(of: token)) : token.folded
        words.append(TopicQuery.Word(text: written, isPrefix: false))
      case .link:
        words.append(TopicQuery.Word(text: "https://\(token.folded)", isPrefix: false))
      }
    }
    endRun()
    return words
  }

  /// The form in which exact words are compared: invisible characters and accents without a letter
  /// taken out, one kind of apostrophe and of hyphen.
  static func normalized(_ written: Substring) -> String {
    var normalized = String.UnicodeScalarView()
    for scalar in written.unicodeScalars where !ScalarClass.isInvisible(scalar) {
      if normalized.isEmpty, ScalarFolding.isDropped(scalar) { continue }
      if ScalarClass.isApostrophe(scalar) {
        normalized.append("'")
      } else if ScalarClass.isHyphen(scalar) {
        normalized.append("-")
      } else {
        normalized.append(scalar)
      }
    }
    return String(normalized)
  }

  private static func joined(_ text: FoldedText, _ compound: FoldedText.Token) -> String {
    let end = compound.position + compound.length
    let parts = text.tokens.filter {
      $0.kind == .word && $0.position >= compound.position && $0.position < end
    }
    var joined = parts[0].folded
    for (part, before) in zip(parts.dropFirst(), parts) {
      let mark = text.original(in: before.range.upperBound..<part.range.lowerBound)
      joined += mark.unicodeScalars.contains(where: ScalarClass.isHyphen) ? "-" : "'"
      joined += part.folded
    }
    return joined
  }

  private static func hasStar(_ text: FoldedText, behind token: FoldedText.Token) -> Bool {
    let rest = text.text.utf8.dropFirst(token.range.upperBound)
    guard rest.first == UInt8(ascii: "*") else { return false }
    let next = text.text.unicodeScalars[rest.index(after: rest.startIndex)...].first
    return next.map { !ScalarClass.isWord($0) } ?? true
  }
}
