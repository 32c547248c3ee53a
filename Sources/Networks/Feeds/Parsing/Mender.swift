/// Makes a well-formed document of whatever was meant as one, before libxml2 sees it.
///
/// Junk around the root goes, comments, processing instructions and document types go (and with the
/// last every entity of their own: no bomb and no external entity is left to follow), HTML's
/// entities become characters, loose `&` and `<` are escaped, tags are closed where they must be,
/// and an end is put to depth and number.
struct Mender {
  struct Mended {
    var bytes: [UInt8]
    /// Something was left out: a limit, or the end of a document cut short.
    var isPartial: Bool
    /// Its end is missing.
    var wasCut: Bool
  }

  private let input: MarkupBytes
  private var output: [UInt8] = []
  private var at = 0
  private var open: [Range<Int>] = []
  private var elements = 0
  private var attributes = 0
  /// Start tags left out because they stand too deep.
  private var tooDeep = 0
  private var isPartial = false
  private var isOver = false

  private var hasSeenElement = false
  private var search = EndSearch()

  /// The most that is written: escaping loose marks makes more of them than came in.
  private static let limit = FeedLimits.bytes + (2 << 20)

  private init(_ input: MarkupBytes) {
    self.input = input
    output.reserveCapacity(input.count + input.count / 8)
  }

  /// - Returns: `nil` when no root of a feed or of an outline stands in it.
  static func mend(_ bytes: [UInt8]) -> Mended? {
    bytes.withUnsafeBufferPointer { input in
      var mender = Mender(MarkupBytes(input))
      return mender.run()
    }
  }

  private mutating func run() -> Mended? {
    while at < input.count, !isOver, output.count < Self.limit {
      switch input[at] {
      case UInt8(ascii: "<"): markup()
      case UInt8(ascii: "&"):
        if open.isEmpty { at += 1 } else { reference(in: input.count) }
      default: characters(to: input.nextMark(from: at))
      }
    }
    guard !output.isEmpty else { return nil }
    let isWhole = isOver && open.isEmpty
    let wasCut = !isWhole && elements < FeedLimits.elements && output.count < Self.limit
    close(downTo: 0)
    return Mended(bytes: output, isPartial: isPartial || !isWhole, wasCut: wasCut)
  }

  /// Copies what XML allows; control characters, the two non-characters and ends of sections that
  /// never began are left out. The control characters past ASCII are what Windows programs mean by
  /// them.
  private mutating func characters(to end: Int) {
    defer { at = end }
    if !open.isEmpty { copy(at..<end) }
  }

  private mutating func copy(_ range: Range<Int>) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = input[index]
      let skip: Int
      var instead: [UInt8] = []
      if byte < 0x20, byte != 9, byte != 10, byte != 13 {
        skip = 1
      } else if byte == 0xEF, index + 2 < range.upperBound, input[index + 1] == 0xBF,
        input[index + 2] >= 0xBE
      {
        skip = 3
      } else if byte == 0xC2, index + 1 < range.upperBound, (0x80...0x9F).contains(input[index + 1])
      {
        skip = 2
        instead = XMLReference.character(UInt32(input[index + 1]))
      } else if byte == UInt8(ascii: "]"), index + 3 <= range.upperBound,
        input.starts("]]>", at: index)
      {
        skip = 3
      } else {
        index += 1
        continue
      }
      output.append(contentsOf: input[start..<index])
      output.append(contentsOf: instead)
      index += skip
      start = index
    }
    output.append(contentsOf: input[start..<range.upperBound])
  }

  private mutating func put(_ text: StaticString) {
    text.withUTF8Buffer { output.append(contentsOf: $0) }
  }

  private mutating func reference(in end: Int) {
    let (bytes, length) = XMLReference.read(UnsafeBufferPointer(rebasing: input[at..<end]))
    output.append(contentsOf: bytes)
    at += length
  }

  private mutating func markup() {
    if input.starts("<!--", at: at) {
      skip(past: .comment, from: at + 4)
    } else if input.starts("<![CDATA[", at: at) {
      section()
    } else if input.starts("<!", at: at) {
      documentType()
    } else if input.starts("<?", at: at) {
      skip(past: .instruction, from: at + 2)
    } else if input.starts("</", at: at) {
      endTag()
    } else if let name = input.name(from: at + 1) {
      startTag(name)
    } else {
      if !open.isEmpty { put("&lt;") }
      at += 1
    }
  }

  /// Past the end of a comment or an instruction; of one that never ends, only past its first `>`.
  private mutating func skip(past end: EndSearch.Mark, from start: Int) {
    if let found = search.find(end, in: input, from: start) {
      at = found + end.length
    } else {
      at = input.find(">", from: start).map { $0 + 1 } ?? input.count
    }
  }

  private mutating func section() {
    guard let parent = open.last else {
      skip(past: .section, from: at + 9)
      return
    }
    let section = search.section(in: input, from: at + 9, of: parent)
    if !section.isWhole { isPartial = true }
    put("<![CDATA[")
    for part in section.parts { copy(part) }
    put("]]>")
    at = section.next
  }

  private mutating func documentType() {
    at =
      search.endOfType(in: input, from: at)
      ?? input.find(">", from: at).map { $0 + 1 } ?? input.count
  }

  private mutating func endTag() {
    defer {
      at = input.find(">", from: at).map { $0 + 1 } ?? input.count
    }
    guard let name = input.name(from: at + 2), !open.isEmpty else { return }
    if tooDeep > 0 {
      tooDeep -= 1
      return
    }
    guard let match = open.lastIndex(where: { input.isSame($0, name) }) else { return }
    close(downTo: match)
    if open.isEmpty { isOver = true }
  }

  private mutating func close(downTo depth: Int) {
    while open.count > depth {
      let name = open.removeLast()
      put("</")
      output.append(contentsOf: input[name])
      put(">")
    }
  }

  private mutating func startTag(_ name: Range<Int>) {
    if open.isEmpty, !isRoot(name) {
      // A page has no feed around it; looking for one in all of it would be guessing.
      if input.local(name) == "html" { isOver = true }
      hasSeenElement = true
      at = input.find(">", from: at).map { $0 + 1 } ?? input.count
      return
    }
    hasSeenElement = true
    let start = MendingRules.Name(input, name)
    if let end = MendingRules.ends(of: start, open: open, in: input) { close(downTo: end) }
    let isLeftOut = open.count >= FeedLimits.depth
    let mark = output.count
    put("<")
    output.append(contentsOf: input[name])
    at = name.upperBound
    let isEmpty = attributeList() || start.isVoid
    if isLeftOut {
      output.removeSubrange(mark...)
      isPartial = true
      if !isEmpty { tooDeep += 1 }
      return
    }
    put(isEmpty ? "/>" : ">")
    if !isEmpty { open.append(name) }
    if isEmpty, open.isEmpty { isOver = true }
    elements += 1
    if elements >= FeedLimits.elements {
      isPartial = true
      at = input.count
    }
  }

  private func isRoot(_ name: Range<Int>) -> Bool {
    let name = input.local(name)
    return MendingRules.roots.contains(name) || (name == "entry" && !hasSeenElement)
  }

  /// Reads up to the end of the tag.
  /// - Returns: whether the element ends with its start.
  private mutating func attributeList() -> Bool {
    var seen: [Range<Int>] = []
    while true {
      at = input.afterSpace(at)
      guard at < input.count else { return false }
      switch input[at] {
      case UInt8(ascii: ">"):
        at += 1
        return false
      case UInt8(ascii: "<"): return false
      case UInt8(ascii: "/"):
        at += 1
        if at < input.count, input[at] == UInt8(ascii: ">") {
          at += 1
          return true
        }
      default:
        guard let name = input.name(from: at) else {
          at += 1
          continue
        }
        at = input.afterSpace(name.upperBound)
        let value = attributeValue()
        attributes += 1
        guard attributes < FeedLimits.attributes, seen.count < 100,
          !seen.contains(where: { input[$0].elementsEqual(input[name]) })
        else { continue }
        seen.append(name)
        put(" ")
        output.append(contentsOf: input[name])
        put("=\"")
        attributeText(value)
        put("\"")
      }
    }
  }

  private mutating func attributeValue() -> Range<Int> {
    guard at < input.count, input[at] == UInt8(ascii: "=") else { return at..<at }
    let start = input.afterSpace(at + 1)
    guard start < input.count else {
      at = start
      return start..<start
    }
    let quote = input[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let end = input[(start + 1)...].prefix(1 << 16).firstIndex(of: quote)
      if let end {
        at = end + 1
        return start + 1..<end
      }
    }
    var end = start
    while end < input.count, input[end] > 0x20, input[end] != UInt8(ascii: ">"),
      !input.starts("/>", at: end)
    { end += 1 }
    at = end
    return start..<end
  }

  private mutating func attributeText(_ range: Range<Int>) {
    let after = at
    at = range.lowerBound
    while at < range.upperBound {
      switch input[at] {
      case UInt8(ascii: "&"): reference(in: range.upperBound)
      case UInt8(ascii: "<"):
        put("&lt;")
        at += 1
      case UInt8(ascii: "\""):
        put("&quot;")
        at += 1
      default:
        copy(at..<at + 1)
        at += 1
      }
    }
    at = after
  }
}
