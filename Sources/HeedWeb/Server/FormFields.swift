import HeedModel
import Hummingbird
import NIOCore

/// What a form sent, by name; files apart.
struct FormFields: Sendable {
  struct File: Sendable {
    var name: String
    var bytes: [UInt8]
  }

  /// More than any form of the desk has; a body of a million empty pairs is cut off here.
  static let most = 1000

  private(set) var values: [String: [String]] = [:]
  private(set) var files: [String: File] = [:]

  subscript(name: FieldName) -> String { values[name.rawValue]?.last ?? "" }
  func all(_ name: FieldName) -> [String] { values[name.rawValue] ?? [] }
  func has(_ name: FieldName) -> Bool { values[name.rawValue] != nil }
  func file(_ name: FieldName) -> File? { files[name.rawValue] }
  func id<Noun>(_ name: FieldName, of _: Noun.Type = Noun.self) -> ID<Noun>? { ID(self[name]) }
  func instant(_ name: FieldName) -> Instant? {
    Int64(self[name]).map { Instant(milliseconds: $0) }
  }
  func number(_ name: FieldName) -> Int? { Int(self[name].filter { !$0.isWhitespace }) }
  /// What counts of a name that came more than once: the last.
  var lastValues: [String: String] { values.compactMapValues(\.last) }

  mutating func add(_ name: String, _ value: String) { values[name, default: []].append(value) }
  mutating func add(_ name: String, _ file: File) { files[name] = file }

  /// Forms only: what another site can make a browser send without asking is a form too, so the token is what counts.
  /// - Throws: `Problem(.invalid)` for every other type, and for more than the desk takes.
  static func read(_ request: Request, takesFiles: Bool) async throws -> FormFields {
    let type = request.headers[.contentType] ?? ""
    let kind = type.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
    let boundary = takesFiles && kind == "multipart/form-data" ? Multipart.boundary(in: type) : nil
    guard kind == "application/x-www-form-urlencoded" || boundary != nil else {
      throw Problem(.invalid, "Only the desk's own forms are taken here.")
    }
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: takesFiles ? 20 << 20 : 1 << 20)
    } catch {
      throw Problem(.invalid, "That is too large to be taken.", cause: error)
    }
    return if let boundary {
      Multipart.fields(Array(body.readableBytesView), boundary: boundary)
    } else {
      urlEncoded(body.readableBytesView)
    }
  }

  /// `application/x-www-form-urlencoded`, as https://url.spec.whatwg.org/#urlencoded-parsing reads it.
  static func urlEncoded(_ bytes: some Sequence<UInt8>) -> FormFields {
    var fields = FormFields()
    for pair in Array(bytes).split(separator: UInt8(ascii: "&"), maxSplits: most).prefix(most) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      fields.add(decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
    }
    return fields
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: "+") {
        out.append(UInt8(ascii: " "))
      } else if byte == UInt8(ascii: "%"), at + 2 < bytes.endIndex,
        let high = Hex.digit(bytes[at + 1]), let low = Hex.digit(bytes[at + 2])
      {
        out.append(high << 4 | low)
        at += 2
      } else {
        out.append(byte)
      }
      at += 1
    }
    return text(out)
  }

  /// Lines end by one newline, and NUL means nothing in a form.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    var out: [UInt8] = []
    var last: UInt8 = 0
    for byte in bytes where byte != 0 {
      let isReturn = byte == UInt8(ascii: "\r")
      if !(byte == UInt8(ascii: "\n") && last == UInt8(ascii: "\r")) {
        out.append(isReturn ? UInt8(ascii: "\n") : byte)
      }
      last = byte
    }
    return String(decoding: out, as: UTF8.self)
  }
}
