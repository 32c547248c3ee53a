import HeedModel
import HeedNetwork

/// A form with a file in it (https://www.rfc-editor.org/rfc/rfc7578).
struct Multipart: Sendable {
  private let boundary: String
  private(set) var bytes: [UInt8] = []

  var type: String { "multipart/form-data; boundary=" + boundary }

  /// The boundary is random, so that no content can hold it by intent.
  init(file: [UInt8], type: String, fields: [(String, String)], randomness: any Randomness) {
    boundary = "heed-" + randomness.token(bytes: 16)
    for (name, value) in fields {
      open("form-data; name=\"\(name)\"", type: nil)
      bytes += Array(value.utf8)
      bytes += Array("\r\n".utf8)
    }
    open("form-data; name=\"file\"; filename=\"\(Self.name(of: type))\"", type: type)
    bytes += file
    bytes += Array("\r\n--\(boundary)--\r\n".utf8)
  }

  private mutating func open(_ disposition: String, type: String?) {
    bytes += Array("--\(boundary)\r\nContent-Disposition: \(disposition)\r\n".utf8)
    if let type { bytes += Array("Content-Type: \(type)\r\n".utf8) }
    bytes += Array("\r\n".utf8)
  }

  /// Some servers look at the end of the name before they look at the type.
  private static func name(of type: String) -> String {
    let end = type.split(separator: "/").last.map { $0.prefix { $0.isLetter || $0.isNumber } }
    return "medium." + (end == "jpeg" ? "jpg" : end.map(String.init) ?? "bin")
  }
}
