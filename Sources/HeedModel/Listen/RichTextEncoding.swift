extension RichText {
  /// The stored form, in linear time: plain paragraphs are their own words, anything else begins
  /// with the version mark `U+0001 1`.
  ///
  /// Marks: `U+0001` and a letter open a shape, `U+0002` closes it, `U+0003` stands between a
  /// shape's address and its words. Words never hold controls, so that nothing is escaped. No NUL
  /// is ever in it. `Docs/rich-text.md` has the table of letters.
  public var encoded: String {
    if blocks.count == 1, case .paragraph(let inlines) = blocks[0], inlines.count == 1,
      case .text(let line) = inlines[0], Words.isOneLine(line)
    {
      return line
    }
    let normal = normalised
    if normal.isOnlyWords {
      let plain = normal.plain
      // Two line breaks in one paragraph, or a blank line, would come back as two paragraphs.
      if RichText(plain: plain) == normal { return plain }
    }
    var result = "\u{1}1"
    for block in normal.blocks { block.encode(into: &result) }
    return result
  }

  /// Reads the stored form; never fails.
  ///
  /// Unknown shapes and unknown versions keep their words, what is left open is closed, and the
  /// result is always `normalised`, whoever wrote the text.
  public init(encoded: String) {
    if Words.isOneLine(encoded) {
      self.init([.paragraph([.text(encoded)])])
      return
    }
    if encoded.utf8.first != 1 {
      self = RichText(plain: encoded).normalised
      return
    }
    var decoder = Decoder()
    decoder.read(encoded)
    self = RichText(decoder.finish()).normalised
  }

  private var isOnlyWords: Bool {
    blocks.allSatisfy {
      guard case .paragraph(let inlines) = $0 else { return false }
      return inlines.allSatisfy {
        switch $0 {
        case .text, .lineBreak: true
        default: false
        }
      }
    }
  }
}

extension RichText.Block {
  fileprivate func encode(into result: inout String) {
    switch self {
    case .paragraph(let inlines):
      result += "\u{1}p"
      for inline in inlines { inline.encode(into: &result) }
    case .heading(let inlines):
      result += "\u{1}h"
      for inline in inlines { inline.encode(into: &result) }
    case .quote(let blocks):
      result += "\u{1}q"
      for block in blocks { block.encode(into: &result) }
    case .list(let ordered, let items):
      result += ordered ? "\u{1}o" : "\u{1}u"
      for item in items {
        result += "\u{1}i"
        for block in item { block.encode(into: &result) }
        result += "\u{2}"
      }
    case .code(let text):
      result += "\u{1}c"
      result += text
    }
    result += "\u{2}"
  }
}

extension RichText.Inline {
  fileprivate func encode(into result: inout String) {
    switch self {
    case .text(let text):
      result += text
      return
    case .lineBreak:
      result += "\n"
      return
    case .emphasis(let inner):
      result += "\u{1}e"
      for inline in inner { inline.encode(into: &result) }
    case .strong(let inner):
      result += "\u{1}s"
      for inline in inner { inline.encode(into: &result) }
    case .code(let text):
      result += "\u{1}k"
      result += text
    case .link(let address, let inner):
      result += "\u{1}a"
      result += address
      result += "\u{3}"
      for inline in inner { inline.encode(into: &result) }
    case .mention(let handle, let address):
      result += "\u{1}m"
      if let address { result += address + "\u{3}" }
      result += handle
    case .tag(let name, let address):
      result += "\u{1}t"
      if let address { result += address + "\u{3}" }
      result += name
    }
    result += "\u{2}"
  }
}

/// Reads marks with a stack of its own, so that nothing written can overflow the thread's.
private struct Decoder {
  private struct Frame {
    var kind: UInt8
    var address: String?
    var text = ""
    var inlines: [RichText.Inline] = []
    var blocks: [RichText.Block] = []
    var items: [[RichText.Block]] = []

    mutating func flushText() {
      guard !text.isEmpty else { return }
      inlines.append(.text(text))
      text = ""
    }

    /// Words that stand where only blocks should.
    mutating func flushInlines() {
      flushText()
      guard !inlines.isEmpty else { return }
      blocks.append(.paragraph(inlines))
      inlines = []
    }
  }

  private var frames = [Frame(kind: 0)]
  /// One entry an open mark: whether it made a frame.
  private var open: [Bool] = []

  mutating func read(_ encoded: String) {
    var encoded = encoded
    encoded.withUTF8 { bytes in
      var index = 0
      if bytes.count > 1, bytes[1] >= UInt8(ascii: "0"), bytes[1] <= UInt8(ascii: "9") { index = 2 }
      var run = index
      while index < bytes.count {
        guard bytes[index] < 4 else {
          index += 1
          continue
        }
        append(bytes[run..<index])
        switch bytes[index] {
        case 1:
          index += 1
          // A letter beyond ASCII would be cut in two; such a mark is dropped alone.
          if index < bytes.count, bytes[index] >= 0x20, bytes[index] < 0x80 {
            begin(bytes[index])
            index += 1
          }
        case 2:
          end()
          index += 1
        case 3:
          divide()
          index += 1
        default: index += 1
        }
        run = index
      }
      append(bytes[run..<bytes.count])
    }
  }

  mutating func finish() -> [RichText.Block] {
    while !open.isEmpty { end() }
    frames[0].flushInlines()
    return frames[0].blocks
  }

  private mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    guard !bytes.isEmpty else { return }
    frames[frames.count - 1].text += String(decoding: bytes, as: UTF8.self)
  }

  private mutating func begin(_ kind: UInt8) {
    let isBlock = "phqouic".utf8.contains(kind)
    let isInside = frames[frames.count - 1].kind
    // A mark where its shape cannot stand is passed over, and its words with it stay.
    let fits =
      isBlock ? isInside == 0 || "qiou".utf8.contains(isInside) : !"ckmt".utf8.contains(isInside)
    let isKnown = isBlock || "eskamt".utf8.contains(kind)
    open.append(isKnown && fits && frames.count <= RichText.deepest + 2)
    guard open.last == true else { return }
    if isBlock {
      frames[frames.count - 1].flushInlines()
    } else {
      frames[frames.count - 1].flushText()
    }
    frames.append(Frame(kind: kind))
  }

  private mutating func divide() {
    let last = frames.count - 1
    guard "amt".utf8.contains(frames[last].kind), frames[last].address == nil,
      frames[last].inlines.isEmpty
    else { return }
    frames[last].address = frames[last].text
    frames[last].text = ""
  }

  private mutating func end() {
    guard let made = open.popLast(), made, frames.count > 1 else { return }
    var frame = frames.removeLast()
    let parent = frames.count - 1
    func inline(_ inline: RichText.Inline) { frames[parent].inlines.append(inline) }
    func block(_ block: RichText.Block) { frames[parent].blocks.append(block) }
    switch frame.kind {
    case UInt8(ascii: "c"): block(.code(frame.text))
    case UInt8(ascii: "k"): inline(.code(frame.text))
    case UInt8(ascii: "m"): inline(.mention(handle: frame.text, to: frame.address))
    case UInt8(ascii: "t"): inline(.tag(name: frame.text, to: frame.address))
    case UInt8(ascii: "e"), UInt8(ascii: "s"), UInt8(ascii: "a"):
      frame.flushText()
      switch frame.kind {
      case UInt8(ascii: "e"): inline(.emphasis(frame.inlines))
      case UInt8(ascii: "s"): inline(.strong(frame.inlines))
      default: inline(.link(to: frame.address ?? "", frame.inlines))
      }
    case UInt8(ascii: "p"), UInt8(ascii: "h"):
      frame.flushText()
      block(
        frame.kind == UInt8(ascii: "p") ? .paragraph(frame.inlines) : .heading(frame.inlines))
    case UInt8(ascii: "q"):
      frame.flushInlines()
      block(.quote(frame.blocks))
    case UInt8(ascii: "i"):
      frame.flushInlines()
      let isList = "ou".utf8.contains(frames[parent].kind)
      if isList {
        frames[parent].items.append(frame.blocks)
      } else {
        frames[parent].blocks += frame.blocks
      }
    default:
      frame.flushInlines()
      let items = frame.items + (frame.blocks.isEmpty ? [] : [frame.blocks])
      block(.list(ordered: frame.kind == UInt8(ascii: "o"), items: items))
    }
  }
}
