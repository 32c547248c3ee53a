/// A piece of what an IMAP server answers (RFC 3501, 9).
enum ImapValue: Sendable, Hashable {
  case atom(String)
  case string([UInt8])
  case list([ImapValue])

  /// An atom or a string as text; `nil` for lists.
  var text: String? {
    switch self {
    case .atom(let text): text
    case .string(let bytes): String(decoding: bytes, as: UTF8.self)
    case .list: nil
    }
  }

  var bytes: [UInt8]? {
    switch self {
    case .atom(let text): text.uppercased() == "NIL" ? nil : Array(text.utf8)
    case .string(let bytes): bytes
    case .list: nil
    }
  }

  var number: UInt32? { text.flatMap { UInt32($0) } }
  var items: [ImapValue]? { if case .list(let items) = self { items } else { nil } }
}

/// One answer: a line, with the literals that it announced.
struct ImapResponse: Sendable {
  /// `*`, `+`, or the tag of the command that it ends.
  var tag: String
  /// The first word in capitals: `OK`, `NO`, `FETCH`, `SEARCH`, …
  var name: String
  /// Before the name, in answers about one message.
  var number: UInt32?
  /// What stands in `[…]` behind `OK`, `NO`, `BAD`, `BYE`: `UIDVALIDITY 12`.
  var code: String = ""
  /// What it says to people.
  var text: String = ""
  var values: [ImapValue] = []

  var isStatus: Bool { ["OK", "NO", "BAD", "BYE", "PREAUTH"].contains(name) }
}

/// Reads one answer of pieces that are already complete. A server may send anything; what makes no sense is a fault.
struct ImapParser {
  enum Piece {
    case text([UInt8])
    case literal([UInt8])
  }
  /// How deep lists may stand in each other.
  static let deepest = 50

  private var pieces: [Piece]
  private var piece = 0
  private var index = 0

  static func parse(_ pieces: [Piece]) throws(ImapFault) -> ImapResponse {
    var parser = ImapParser(pieces: pieces)
    return try parser.response()
  }

  private init(pieces: [Piece]) { self.pieces = pieces }

  private mutating func response() throws(ImapFault) -> ImapResponse {
    let tag = word()
    guard !tag.isEmpty else { throw .senseless }
    if tag == "+" { return ImapResponse(tag: tag, name: "+", text: rest()) }
    skipBlanks()
    var name = word().uppercased()
    var response = ImapResponse(tag: tag, name: name)
    if let number = UInt32(name) {
      skipBlanks()
      name = word().uppercased()
      response = ImapResponse(tag: tag, name: name, number: number)
    }
    guard !name.isEmpty else { throw .senseless }
    if response.isStatus {
      skipBlanks()
      if peek() == UInt8(ascii: "[") {
        step()
        response.code = until(UInt8(ascii: "]"))
      }
      response.text = rest().trimmed
      return response
    }
    response.values = try values(depth: 0)
    return response
  }

  private mutating func values(depth: Int) throws(ImapFault) -> [ImapValue] {
    guard depth < Self.deepest else { throw .senseless }
    var values: [ImapValue] = []
    while true {
      skipBlanks()
      guard let byte = peek() else {
        if case .literal(let bytes)? = current {
          values.append(.string(bytes))
          piece += 1
          index = 0
          continue
        }
        guard piece < pieces.count else {
          if depth > 0 { throw .senseless }
          return values
        }
        piece += 1
        index = 0
        continue
      }
      switch byte {
      case UInt8(ascii: "("):
        step()
        values.append(.list(try self.values(depth: depth + 1)))
      case UInt8(ascii: ")"):
        step()
        guard depth > 0 else { throw .senseless }
        return values
      case UInt8(ascii: "\""): values.append(.string(try quoted()))
      default: values.append(.atom(word()))
      }
    }
  }

  private var current: Piece? { piece < pieces.count ? pieces[piece] : nil }

  private func peek() -> UInt8? {
    guard case .text(let bytes)? = current, index < bytes.count else { return nil }
    return bytes[index]
  }

  private mutating func step() { index += 1 }
  private mutating func skipBlanks() { while peek() == 0x20 { step() } }

  private mutating func quoted() throws(ImapFault) -> [UInt8] {
    step()
    var bytes: [UInt8] = []
    while let byte = peek() {
      step()
      if byte == UInt8(ascii: "\"") { return bytes }
      if byte == UInt8(ascii: "\\"), let escaped = peek() {
        step()
        bytes.append(escaped)
      } else {
        bytes.append(byte)
      }
    }
    throw .senseless
  }

  /// Up to a blank or a parenthesis; what stands in brackets belongs to what names a part of a mail:
  /// `BODY[HEADER.FIELDS (DATE)]`. A flag may hold a bracket that is never closed (RFC 3501, 9, ATOM-CHAR).
  private mutating func word() -> String {
    var bytes: [UInt8] = []
    var brackets = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "["), brackets > 0 || Self.isPart(bytes) { brackets += 1 }
      if byte == UInt8(ascii: "]"), brackets > 0 { brackets -= 1 }
      let ends = byte == 0x20 || byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")")
      if ends, brackets == 0 { break }
      bytes.append(byte)
      step()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isPart(_ word: [UInt8]) -> Bool {
    // Asked at each bracket, of words as long as a server likes.
    word.count <= 11
      && ["BODY", "BODY.PEEK", "BINARY", "BINARY.PEEK", "BINARY.SIZE"].contains(
        String(decoding: word, as: UTF8.self).uppercased())
  }

  private mutating func until(_ end: UInt8) -> String {
    var bytes: [UInt8] = []
    while let byte = peek(), byte != end {
      bytes.append(byte)
      step()
    }
    step()
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func rest() -> String {
    guard case .text(let bytes)? = current, index < bytes.count else { return "" }
    defer { index = bytes.count }
    return String(decoding: bytes[index...], as: UTF8.self)
  }
}

/// What a server did that no server should.
enum ImapFault: Error, Sendable { case senseless, tooLong, ended }
