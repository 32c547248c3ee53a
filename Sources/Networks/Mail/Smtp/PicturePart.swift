import Foundation
import HeedMarkup
import HeedNetwork

/// A picture within a mail (RFC 2387, 2392): shown where its reader shows pictures, told in words where not.
struct PicturePart: Sendable {
  var bytes: [UInt8]
  var type: String
  var alternative: String

  init?(_ medium: OutgoingMedia) {
    guard MailNetwork.pictures.contains(medium.type) else { return nil }
    (bytes, type, alternative) = (medium.bytes, medium.type, medium.alternative)
  }

  /// What stands in its place in plain words.
  var words: String {
    let line = EnvelopeReader.line(alternative)
    return line.isEmpty ? "" : "[\(line)]"
  }

  func name(_ number: Int) -> String {
    "picture-\(number + 1).\(type == "image/jpeg" ? "jpg" : String(type.dropFirst(6)))"
  }

  static func contentID(_ number: Int, of id: String) -> String { "\(number + 1).\(id)" }

  func markup(_ number: Int, of id: String) -> String {
    let address = HTMLWriter.escaped("cid:" + Self.contentID(number, of: id))
    return "<p><img src=\"\(address)\" alt=\"\(HTMLWriter.escaped(alternative))\"></p>"
  }

  /// The part with its head, in lines.
  func lines(_ number: Int, of id: String) -> [String] {
    var lines = [
      "Content-Type: \(type); name=\"\(name(number))\"",
      "Content-ID: <\(Self.contentID(number, of: id))>",
      "Content-Disposition: inline; filename=\"\(name(number))\"",
    ]
    let words = EnvelopeReader.line(alternative)
    if !words.isEmpty {
      // On lines of their own: beside the name of the field the first encoded word would be too long for one.
      lines += ["Content-Description:", " " + HeaderWords.encoded(words, after: 1)]
    }
    lines += ["Content-Transfer-Encoding: base64", ""]
    let text = Data(bytes).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    return lines + [text]
  }
}
