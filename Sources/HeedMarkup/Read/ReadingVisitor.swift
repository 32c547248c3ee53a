import HeedModel

/// Turns a walk through HTML into blocks.
struct ReadingVisitor: HTMLVisitor {
  /// An `<a>` that is open.
  private struct Anchor {
    var address: String?
    var role: AnchorRole
    /// Its words, while they may turn out to be a mention or a tag.
    var words = ""
    var mark: Int
    var hasHidden = false
  }

  let base: String?
  private var blocks = BlockBuilder()
  private var line = LineBuilder()
  private var style = LineBuilder.Style()
  /// The looks outside of each element that changes them.
  private var outer: [LineBuilder.Style] = []
  private var anchors: [Anchor] = []
  private var links = 0
  private var headings = 0
  private var preformatted = 0
  private var code = ""

  init(base: String?) { self.base = base }

  mutating func enter(_ element: HTMLElement) -> Bool {
    guard !isHidden(element) else { return false }
    switch ElementKind(element.tag) {
    case .dropped: return false
    case .paragraph: endLine()
    case .heading:
      endLine()
      headings += 1
    case .quote:
      endLine()
      blocks.begin(.quote)
    case .list(let ordered):
      endLine()
      blocks.begin(.list(ordered: ordered))
    case .item:
      endLine()
      blocks.begin(.item)
    case .preformatted:
      endLine()
      preformatted += 1
    case .row: if !line.isAtStart { breakLine() }
    case .cell: if !line.isAtStart { words(" | ") }
    case .lineBreak: breakLine()
    case .rule: endLine()
    case .image: words(alternative(of: element))
    case .link: beginLink(element)
    case .emphasis: push { $0.isEmphasised = true }
    case .strong: push { $0.isStrong = true }
    case .code: push { $0.isCode = true }
    case .struck: words("~~")
    case .quoted: words("“")
    case .transparent:
      if !anchors.isEmpty, element.has("invisible", in: "class") {
        anchors[anchors.count - 1].hasHidden = true
      }
    }
    return true
  }

  mutating func leave(_ element: HTMLElement) {
    switch ElementKind(element.tag) {
    case .paragraph: endLine()
    case .heading:
      endLine()
      headings -= 1
    case .quote, .list, .item:
      endLine()
      blocks.end()
    case .preformatted:
      preformatted -= 1
      if preformatted == 0 { endCode() }
    case .link: endLink()
    case .emphasis, .strong, .code: style = outer.popLast() ?? LineBuilder.Style()
    case .struck: words("~~")
    case .quoted: words("”")
    default: break
    }
  }

  mutating func text(_ text: String) { words(text) }

  mutating func finish(isWhole: Bool) -> RichText {
    if !isWhole { words("…") }
    endLine()
    if !code.isEmpty { endCode() }
    return RichText(blocks.finish()).normalised
  }

  private mutating func words(_ text: String) {
    if preformatted > 0 {
      code += text
    } else if let last = anchors.indices.last, anchors[last].role != .link {
      anchors[last].words += text
    } else {
      line.append(text, style: style)
    }
  }

  private mutating func push(_ change: (inout LineBuilder.Style) -> Void) {
    outer.append(style)
    change(&style)
  }

  private mutating func breakLine() {
    if preformatted > 0 { code += "\n" } else { line.breakLine() }
  }

  private mutating func endLine() {
    guard preformatted == 0 else {
      if !code.isEmpty, !code.hasSuffix("\n") { code += "\n" }
      return
    }
    guard !line.isEmpty else { return }
    let inlines = line.take()
    blocks.append(headings > 0 ? .heading(inlines) : .paragraph(inlines))
    // The words of an open link went with the line.
    for index in anchors.indices { anchors[index].mark = 0 }
  }

  private mutating func endCode() {
    while code.hasSuffix("\n") { code.removeLast() }
    blocks.append(.code(code))
    code = ""
  }

  private mutating func beginLink(_ element: HTMLElement) {
    let address = element["href"].flatMap { WebAddress.resolve($0, against: base) }
    let role = anchors.isEmpty && preformatted == 0 ? AnchorRole(element) : .link
    anchors.append(Anchor(address: address, role: role, mark: line.mark))
    links += 1
    let number = links
    push { style in
      if let address, style.link == nil {
        style.link = LineBuilder.Link(number: number, address: address)
      }
    }
  }

  private mutating func endLink() {
    guard let anchor = anchors.popLast() else { return }
    let inner = style
    style = outer.popLast() ?? LineBuilder.Style()
    switch anchor.role {
    case .link:
      // Mastodon hides the ends of an address in spans; what is shown is made anew, so that the
      // shown part cannot name another place than the link leads to.
      guard anchor.hasHidden, let address = anchor.address,
        let words = line.words(since: anchor.mark), AnchorRole.isSame(words, as: address)
      else { return }
      line.replace(since: anchor.mark, by: .text(WebAddress.shown(address)), style: inner)
    case .mention, .tag:
      if let leaf = anchor.role.leaf(words: anchor.words, address: anchor.address) {
        line.append(leaf, style: style)
      } else {
        line.append(anchor.words, style: inner)
      }
    }
  }

  private func isHidden(_ element: HTMLElement) -> Bool {
    if element["hidden"] != nil { return true }
    if let style = element["style"]?.lowercased(), style.contains("none") {
      if style.filter({ !$0.isWhitespace }).contains("display:none") { return true }
    }
    // Other servers repeat here what the network already says: whom it goes to, what it quotes.
    return element.has("quote-inline", in: "class") || element.has("recipients-inline", in: "class")
  }

  private func alternative(of image: HTMLElement) -> String {
    guard let words = image["alt"], words.contains(where: { !$0.isWhitespace }) else { return "" }
    let isEmoji =
      words.hasPrefix(":") && words.hasSuffix(":")
      || !words.contains(where: { $0.isLetter || $0.isNumber }) && words.count <= 2
    return isEmoji ? words : "[" + words + "]"
  }
}
