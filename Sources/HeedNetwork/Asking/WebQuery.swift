import Foundation

/// Percent-encoding by the rules of forms, which every server reads in queries too.
package enum WebQuery {
  package static func encode(_ fields: [(String, String)]) -> String {
    fields.map { segment($0.0) + "=" + segment($0.1) }.joined(separator: "&")
  }

  package static func segment(_ text: String) -> String {
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: out.append(byte)
      default: out += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The value of a field in an address.
  package static func value(_ name: String, in address: String) -> String? {
    guard let question = address.firstIndex(of: "?") else { return nil }
    for field in address[address.index(after: question)...].split(separator: "&") {
      let halves = field.split(separator: "=", maxSplits: 1)
      if halves.count == 2, halves[0] == name {
        let spaced = halves[1].replacing("+", with: " ")
        return String(spaced).removingPercentEncoding
      }
    }
    return nil
  }
}
