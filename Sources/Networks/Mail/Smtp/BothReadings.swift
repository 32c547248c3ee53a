/// One text in two readings, plain and with markup, as the part of a mail (RFC 2046, 5.1.4): whoever reads it chooses.
struct BothReadings {
  var plain: String
  var html: String
  /// Stands in neither of them: it comes from a digest.
  var boundary: String

  /// The part with its head, in lines.
  var lines: [String] {
    var lines = ["Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"", ""]
    for (type, text) in [("plain", plain), ("html", html)] {
      lines += [
        "--\(boundary)", "Content-Type: text/\(type); charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable", "", QuotedPrintable.encoded(text),
      ]
    }
    return lines + ["--\(boundary)--", ""]
  }
}
