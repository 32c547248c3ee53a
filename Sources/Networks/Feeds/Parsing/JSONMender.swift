/// Makes JSON that can be read of JSON that was cut short, has line breaks inside its texts, a comma
/// too many, or escapes that mean nothing.
struct JSONMender {
  private let input: [UInt8]
  private var output: [UInt8] = []
  private var at = 0
  /// What closes each open object and list.
  private var closers: [UInt8] = []
  private var lastWhole: (length: Int, closers: [UInt8])?
  /// Where the last comma stands, while nothing but space followed it.
  private var comma: Int?

  /// What ends too early ends after the last object that is whole in a list.
  static func mend(_ bytes: [UInt8]) -> (bytes: [UInt8], wasCut: Bool)? {
    var mender = JSONMender(bytes)
    return mender.run()
  }

  private init(_ input: [UInt8]) {
    self.input = input
    output.reserveCapacity(input.count + 64)
  }

  private mutating func run() -> (bytes: [UInt8], wasCut: Bool)? {
    while at < input.count {
      let byte = input[at]
      switch byte {
      case UInt8(ascii: "\""):
        comma = nil
        text()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        closers.append(byte + 2)
        comma = nil
        guard closers.count <= FeedLimits.depth else { return nil }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard closers.popLast() == byte else { return nil }
        if let comma { output.remove(at: comma) }
        comma = nil
      case UInt8(ascii: ","): comma = output.count
      case 0...0x20: break
      default: comma = nil
      }
      output.append(byte)
      at += 1
      guard byte == UInt8(ascii: "}") else { continue }
      if closers.isEmpty { return (output, false) }
      if closers.last == UInt8(ascii: "]"), closers.count <= 3 {
        lastWhole = (output.count, closers)
      }
    }
    guard let lastWhole else { return nil }
    return (output.prefix(lastWhole.length) + lastWhole.closers.reversed(), true)
  }

  /// From one quote to the next.
  private mutating func text() {
    output.append(input[at])
    at += 1
    while at < input.count {
      let byte = input[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        output.append(byte)
        return
      case UInt8(ascii: "\\"): escape()
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        output += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: output.append(byte)
      }
    }
  }

  private mutating func escape() {
    guard at < input.count else { return }
    let kind = input[at]
    if kind == UInt8(ascii: "u") {
      unicode()
      return
    }
    // What no escape is stays as its letter, like `\'`.
    if "\"\\/bfnrt".utf8.contains(kind) {
      output += [UInt8(ascii: "\\"), kind]
      at += 1
    }
  }

  /// Half of a pair, or no number at all, becomes a replacement mark.
  private mutating func unicode() {
    let first = number(at: at + 1)
    guard let first else {
      output += "\\ufffd".utf8
      at += 1
      return
    }
    let start = at
    at += 5
    switch first {
    case 0xD800...0xDBFF:
      guard at + 1 < input.count, input[at] == UInt8(ascii: "\\"), input[at + 1] == input[start],
        let second = number(at: at + 2), (0xDC00...0xDFFF).contains(second)
      else {
        output += "\\ufffd".utf8
        return
      }
      output += [UInt8(ascii: "\\")] + input[start..<at + 6]
      at += 6
    case 0xDC00...0xDFFF, 0: output += "\\ufffd".utf8
    default: output += [UInt8(ascii: "\\")] + input[start..<at]
    }
  }

  private func number(at start: Int) -> Int? {
    guard start + 4 <= input.count else { return nil }
    var number = 0
    for byte in input[start..<start + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        return nil
      }
      number = number * 16 + digit
    }
    return number
  }
}
