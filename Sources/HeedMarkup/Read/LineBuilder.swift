import HeedModel

/// One paragraph while it is read: runs of words, each with its looks, put together at its end.
///
/// HTML lets looks and blocks cross each other; runs do not mind.
struct LineBuilder {
  struct Style: Equatable {
    var isEmphasised = false
    var isStrong = false
    var isCode = false
    /// Two links beside each other to the same place stay two.
    var link: Link?
  }

  struct Link: Equatable {
    var number: Int
    var address: String
  }

  private struct Run {
    var leaf: RichText.Inline
    var style: Style
  }

  private var runs: [Run] = []
  private var endsInSpace = true

  var isEmpty: Bool { runs.isEmpty }
  /// Nothing stands on this line yet.
  var isAtStart: Bool { runs.last.map { $0.leaf == .lineBreak } ?? true }
  /// Where the next run will stand.
  var mark: Int { runs.count }

  /// Words of HTML: all white space is one space, none at the start of a line.
  mutating func append(_ text: String, style: Style) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C {
        if !endsInSpace { bytes.append(0x20) }
        endsInSpace = true
      } else {
        bytes.append(byte)
        endsInSpace = false
      }
    }
    guard !bytes.isEmpty else { return }
    let words = String(decoding: bytes, as: UTF8.self)
    if let last = runs.last, last.style == style, case .text(var before) = last.leaf {
      runs.removeLast()
      before += words
      runs.append(Run(leaf: .text(before), style: style))
    } else {
      runs.append(Run(leaf: .text(words), style: style))
    }
  }

  mutating func append(_ leaf: RichText.Inline, style: Style) {
    runs.append(Run(leaf: leaf, style: style))
    endsInSpace = false
  }

  mutating func breakLine() {
    trimEnd()
    runs.append(Run(leaf: .lineBreak, style: Style()))
    endsInSpace = true
  }

  /// The words since `mark`, if there are only words.
  func words(since mark: Int) -> String? {
    guard mark <= runs.count else { return nil }
    var words = ""
    for run in runs[mark...] {
      guard case .text(let text) = run.leaf else { return nil }
      words += text
    }
    return words
  }

  mutating func replace(since mark: Int, by leaf: RichText.Inline, style: Style) {
    runs.removeSubrange(mark...)
    append(leaf, style: style)
  }

  /// Ends the paragraph and starts the next one.
  mutating func take() -> [RichText.Inline] {
    trimEnd()
    defer {
      runs = []
      endsInSpace = true
    }
    return Self.nested(runs[...], by: 0)
  }

  private mutating func trimEnd() {
    guard let last = runs.last, case .text(let text) = last.leaf, text.hasSuffix(" ") else {
      return
    }
    runs.removeLast()
    if text.utf8.count > 1 {
      runs.append(Run(leaf: .text(String(text.dropLast())), style: last.style))
    }
  }

  /// Links outside, then strong, then emphasis: neighbours that share a look share its shape.
  private static func nested(_ runs: ArraySlice<Run>, by level: Int) -> [RichText.Inline] {
    guard level < 3 else { return runs.map(leaf) }
    var result: [RichText.Inline] = []
    var start = runs.startIndex
    while start < runs.endIndex {
      let style = runs[start].style
      var end = start + 1
      while end < runs.endIndex, isAlike(runs[end].style, style, at: level) { end += 1 }
      let inner = nested(runs[start..<end], by: level + 1)
      switch level {
      case 0: if let link = style.link { result.append(.link(to: link.address, inner)) }
      case 1: if style.isStrong { result.append(.strong(inner)) }
      default: if style.isEmphasised { result.append(.emphasis(inner)) }
      }
      if !isShaped(style, at: level) { result += inner }
      start = end
    }
    return result
  }

  private static func isAlike(_ one: Style, _ other: Style, at level: Int) -> Bool {
    switch level {
    case 0: one.link == other.link
    case 1: one.isStrong == other.isStrong
    default: one.isEmphasised == other.isEmphasised
    }
  }

  private static func isShaped(_ style: Style, at level: Int) -> Bool {
    switch level {
    case 0: style.link != nil
    case 1: style.isStrong
    default: style.isEmphasised
    }
  }

  private static func leaf(_ run: Run) -> RichText.Inline {
    if run.style.isCode, case .text(let text) = run.leaf { return .code(text) }
    return run.leaf
  }
}
