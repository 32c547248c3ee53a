/// Reads JSON (https://www.rfc-editor.org/rfc/rfc8259) from bytes, and makes nothing of what nobody asks for.
///
/// For a stream of many thousand texts a second: passing over a value costs one look at each of its bytes and no memory.
/// Whoever asks for a text where a number stands gets `nil`, and the value is passed over. Bytes are taken for UTF-8.
struct JSONReader {
  enum Fault: Error { case malformed, tooDeep }

  /// What is nested deeper is no post of anybody.
  static let mostDepth = 100

  let bytes: UnsafeBufferPointer<UInt8>
  var at = 0
  private var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The part of the same bytes that a value takes, to be read by itself.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) {
    self.bytes = UnsafeBufferPointer(rebasing: bytes[part])
  }

  /// Calls for each member of the object that stands here; what the caller does not read is passed over. For anything
  /// else than an object nothing is called.
  mutating func object(_ member: (inout JSONReader, JSONKey) throws -> Void) throws {
    guard try next() == UInt8(ascii: "{") else { return try skip() }
    try enter()
    if try next() == UInt8(ascii: "}") { return leave() }
    while true {
      guard try next() == UInt8(ascii: "\"") else { throw Fault.malformed }
      let key = JSONKey(bytes, try text())
      guard try next() == UInt8(ascii: ":") else { throw Fault.malformed }
      at += 1
      _ = try next()
      let start = at
      try member(&self, key)
      if at == start { try skip() }
      if try goesOn(until: UInt8(ascii: "}")) { continue }
      return leave()
    }
  }

  /// The same for the elements of an array.
  mutating func array(_ element: (inout JSONReader) throws -> Void) throws {
    guard try next() == UInt8(ascii: "[") else { return try skip() }
    try enter()
    if try next() == UInt8(ascii: "]") { return leave() }
    while true {
      _ = try next()
      let start = at
      try element(&self)
      if at == start { try skip() }
      if try goesOn(until: UInt8(ascii: "]")) { continue }
      return leave()
    }
  }

  /// Passes over one value, and checks it.
  mutating func skip() throws {
    switch try next() {
    case UInt8(ascii: "{"): try object { reader, _ in try reader.skip() }
    case UInt8(ascii: "["): try array { reader in try reader.skip() }
    case UInt8(ascii: "\""): _ = try text()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: _ = try number()
    }
  }

  /// Passes over one value and says where it stood.
  mutating func range() throws -> Range<Int> {
    _ = try next()
    let start = at
    try skip()
    return start..<at
  }

  /// Only white space may follow.
  mutating func end() throws {
    space()
    guard at == bytes.count else { throw Fault.malformed }
  }

  /// The byte that the next value, or a mark, begins with.
  mutating func next() throws -> UInt8 {
    space()
    guard at < bytes.count else { throw Fault.malformed }
    return bytes[at]
  }

  private mutating func space() {
    while at < bytes.count {
      switch bytes[at] {
      case 0x20, 0x0A, 0x0D, 0x09: at += 1
      default: return
      }
    }
  }

  private mutating func enter() throws {
    at += 1
    depth += 1
    guard depth <= Self.mostDepth else { throw Fault.tooDeep }
  }

  private mutating func leave() {
    at += 1
    depth -= 1
  }

  /// After a member: whether another follows.
  private mutating func goesOn(until end: UInt8) throws -> Bool {
    let byte = try next()
    if byte == end { return false }
    guard byte == UInt8(ascii: ",") else { throw Fault.malformed }
    at += 1
    return true
  }

  private mutating func word(_ word: StaticString) throws {
    let count = word.utf8CodeUnitCount
    guard at + count <= bytes.count else { throw Fault.malformed }
    for offset in 0..<count where bytes[at + offset] != word.utf8Start[offset] {
      throw Fault.malformed
    }
    at += count
  }
}
