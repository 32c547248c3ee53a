import HeedDesk
import HeedModel

/// `multipart/form-data` (RFC 7578), for forms with a file. Whatever does not fit the form is left out: a body that
/// somebody broke gives fewer fields, never an error.
enum Multipart {
  /// What separates the parts; `nil` where the type names none (RFC 2046, 5.1.1: at most 70 characters).
  static func boundary(in type: String) -> String? {
    for parameter in type.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ !$0.isWhitespace }).lowercased() == "boundary"
      else { continue }
      let boundary = parts[1].filter { $0 != "\"" && !$0.isWhitespace }
      return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }
    return nil
  }

  static func fields(_ bytes: [UInt8], boundary: String) -> FormFields {
    var fields = FormFields()
    // A delimiter begins a line; the first one may begin the body.
    let line = Array("\r\n--\(boundary)".utf8)
    var from: Int
    if bytes.starts(with: line.dropFirst(2)) {
      from = line.count - 2
    } else if let first = delimiter(line, in: bytes, from: 0) {
      from = first + line.count
    } else {
      return fields
    }
    var parts = 0
    while parts < FormFields.most, let end = delimiter(line, in: bytes, from: from) {
      add(bytes[from..<end], to: &fields)
      from = end + line.count
      parts += 1
    }
    return fields
  }

  /// Only where the line ends after it, or the body: a line that merely begins so belongs to its part.
  private static func delimiter(_ line: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var from = start
    while let found = bytes.place(of: line, from: from) {
      let next = bytes[(found + line.count)...].prefix(2)
      if next.elementsEqual(Array("\r\n".utf8)) || next.elementsEqual(Array("--".utf8)) {
        return found
      }
      from = found + 1
    }
    return nil
  }

  private static func add(_ part: ArraySlice<UInt8>, to fields: inout FormFields) {
    let gap = Array("\r\n\r\n".utf8)
    // No part of ours has a head that long.
    let start = Array(part.prefix(4096))
    guard let end = start.place(of: gap) else { return }
    let head = String(decoding: start[..<end], as: UTF8.self)
    let body = part[(part.startIndex + end + gap.count)...]
    let disposition = head.split(whereSeparator: \.isNewline).first {
      $0.lowercased().hasPrefix("content-disposition:")
    }
    guard let disposition, let name = value(of: "name", in: disposition) else { return }
    if let file = value(of: "filename", in: disposition) {
      if !file.isEmpty || !body.isEmpty {
        fields.add(name, FormFields.File(name: file, bytes: Array(body)))
      }
    } else {
      fields.add(name, FormFields.text(body))
    }
  }

  private static func value(of name: String, in disposition: Substring) -> String? {
    guard let start = disposition.firstRange(of: " \(name)=\"") else { return nil }
    return String(disposition[start.upperBound...].prefix { $0 != "\"" })
  }
}
