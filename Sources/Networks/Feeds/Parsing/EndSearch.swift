/// Looks for the ends of comments, instructions, sections and document types.
///
/// What was sought once and is nowhere after a place is not sought again: a feed of ten thousand
/// comments that never end would be read ten thousand times.
struct EndSearch {
  enum Mark: Int {
    case comment, instruction, section

    var length: Int { self == .instruction ? 2 : 3 }
  }

  struct Section {
    /// What stands in it, without the marks of sections inside.
    var parts: [Range<Int>]
    /// Where reading goes on.
    var next: Int
    /// It had an end of its own.
    var isWhole: Bool
  }

  private var hopeless: Set<Int> = []
  /// Where each was sought last, and the end that was found: between the two there is none.
  private var found: [Int: Range<Int>] = [:]
  private var typesNeverEnd = false

  mutating func find(_ mark: Mark, in input: MarkupBytes, from start: Int) -> Int? {
    guard !hopeless.contains(mark.rawValue) else { return nil }
    if let known = found[mark.rawValue], known.lowerBound <= start, start <= known.upperBound {
      return known.upperBound
    }
    let end: Int?
    switch mark {
    case .comment: end = input.find("-->", from: start)
    case .instruction: end = input.find("?>", from: start)
    case .section: end = input.find("]]>", from: start)
    }
    if let end { found[mark.rawValue] = start..<end } else { hopeless.insert(mark.rawValue) }
    return end
  }

  /// A CDATA section that may never end, or have another inside.
  /// - Parameter parent: the name of the element that it stands in.
  mutating func section(in input: MarkupBytes, from start: Int, of parent: Range<Int>) -> Section {
    guard let end = find(.section, in: input, from: start) else {
      // The element around it ends it, else the document.
      let end = closing(of: parent, in: input, start..<input.count) ?? input.count
      return Section(parts: [start..<end], next: end, isWhole: false)
    }
    guard let inner = opening(in: input, start..<end) else {
      return Section(parts: [start..<end], next: end + 3, isWhole: true)
    }
    if let closed = closing(of: parent, in: input, start..<inner) {
      return Section(parts: [start..<closed], next: closed, isWhole: false)
    }
    let parts = [start..<inner, inner + 9..<end]
    // The outer one goes on only if its own end comes before another begins.
    var index = end + 3
    while index < input.count {
      if input.starts("<![CDATA[", at: index) { break }
      if input.starts("]]>", at: index) {
        return Section(parts: parts + [end + 3..<index], next: index + 3, isWhole: true)
      }
      index += 1
    }
    return Section(parts: parts, next: end + 3, isWhole: true)
  }

  private func opening(in input: MarkupBytes, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if input[index] == 0x3C, input.starts("<![CDATA[", at: index) { return index }
      index += 1
    }
    return nil
  }

  private func closing(of name: Range<Int>, in input: MarkupBytes, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index + 2 < range.upperBound {
      if input[index] == 0x3C, input[index + 1] == UInt8(ascii: "/"),
        let found = input.name(from: index + 2), input.isSame(found, name)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  /// - Returns: past the end of the document type that starts there; `nil` when it never ends.
  mutating func endOfType(in input: MarkupBytes, from start: Int) -> Int? {
    guard !typesNeverEnd else { return nil }
    var index = start + 2
    var brackets = 0
    var quote: UInt8?
    while index < input.count {
      let byte = input[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if input.starts("<!--", at: index),
        let end = find(.comment, in: input, from: index + 4)
      {
        index = end + 2
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "["): brackets += 1
        case UInt8(ascii: "]"): brackets -= 1
        case UInt8(ascii: ">") where brackets <= 0: return index + 1
        default: break
        }
      }
      index += 1
    }
    typesNeverEnd = true
    return nil
  }
}
