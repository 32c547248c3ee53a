/// One pass over a text.
struct EntityScan {
  let text: String
  let scalars: [Unicode.Scalar]
  private let indices: [String.Index]
  private let options: Entities

  init(_ text: String, options: Entities) {
    self.text = text
    self.options = options
    scalars = Array(text.unicodeScalars)
    indices = Array(text.unicodeScalars.indices) + [text.endIndex]
  }

  mutating func all() -> [Entities.Entity] {
    var found: [Entities.Entity] = []
    var index = 0
    /// Where a name without a scheme may begin: a word is looked at once.
    var wordStart = 0
    while index < scalars.count {
      if index > 0, LinkRules.isUnspaced(scalars[index - 1]), !LinkRules.isUnspaced(scalars[index])
      {
        wordStart = index
      }
      let match: (kind: Entities.Kind, end: Int)?
      switch scalars[index] {
      case "h", "H": match = link(at: index) ?? bare(at: index, wordStart: wordStart)
      case "@", "＠": match = mention(at: index)
      case "#", "＃": match = tag(at: index)
      default: match = bare(at: index, wordStart: wordStart)
      }
      if let match {
        found.append(
          Entities.Entity(kind: match.kind, range: indices[index]..<indices[match.end]))
        index = match.end
        wordStart = index
      } else {
        if !LinkRules.isHost(scalars[index]) { wordStart = index + 1 }
        index += 1
      }
    }
    return found
  }

  func string(_ range: Range<Int>) -> String {
    String(text.unicodeScalars[indices[range.lowerBound]..<indices[range.upperBound]])
  }

  private func link(at index: Int) -> (kind: Entities.Kind, end: Int)? {
    let host: Int
    if begins("https://", at: index) {
      host = index + 8
    } else if begins("http://", at: index) {
      host = index + 7
    } else {
      return nil
    }
    guard LinkRules.mayPrecede(before(index)),
      let end = LinkRules.end(of: scalars, host: host, known: false)
    else { return nil }
    let written = string(index..<end)
    return WebAddress.resolve(written).map { (.link($0), end) }
  }

  private func bare(at index: Int, wordStart: Int) -> (kind: Entities.Kind, end: Int)? {
    guard options.bareDomains, index == wordStart, LinkRules.isHost(scalars[index]) else {
      return nil
    }
    let previous = before(index)
    guard LinkRules.mayPrecede(previous),
      previous.map({ !"-_./".unicodeScalars.contains($0) }) ?? true,
      let end = LinkRules.end(of: scalars, host: index, known: true)
    else { return nil }
    // What goes on like this is an address of mail, or no host.
    if end < scalars.count, "@＠+_".unicodeScalars.contains(scalars[end]) { return nil }
    return WebAddress.resolve("https://" + string(index..<end)).map { (.link($0), end) }
  }

  private func mention(at index: Int) -> (kind: Entities.Kind, end: Int)? {
    guard MentionRules.mayPrecede(scalars, index) else { return nil }
    guard let end = MentionRules.end(of: scalars, at: index, domains: options.domainHandles) else {
      return nil
    }
    return (.mention(string(index..<end)), end)
  }

  private func tag(at index: Int) -> (kind: Entities.Kind, end: Int)? {
    guard let end = TagRules.end(of: scalars, at: index) else { return nil }
    return (.tag(string(index + 1..<end)), end)
  }

  private func before(_ index: Int) -> Unicode.Scalar? { index > 0 ? scalars[index - 1] : nil }

  private func begins(_ word: String, at index: Int) -> Bool {
    let word = word.unicodeScalars
    guard index + word.count <= scalars.count else { return false }
    return zip(word, scalars[index...]).allSatisfy { $0 == $1 || $0.value == $1.value | 0x20 }
  }
}
