import Foundation

/// RFC 4648, 5, without padding: as browsers and tokens write bytes.
package enum Base64URL {
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    Data(Array(bytes)).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }

  /// `nil` for what is none; padding is taken.
  package static func bytes(_ text: String) -> [UInt8]? {
    var plain = text.replacing("-", with: "+").replacing("_", with: "/").replacing("=", with: "")
    while plain.utf8.count % 4 != 0 { plain += "=" }
    return Data(base64Encoded: plain).map { Array($0) }
  }
}
