import Foundation
import HeedMarkup
import HeedModel

/// A reply as a proper mail: both readings, what it answers quoted below, threads kept together.
///
/// Everything goes out in ASCII with lines under 78, so that no server on the way has to change it. Nothing of what
/// anybody wrote can end a header line: control characters are taken out before anything is put together.
struct MailComposer {
  struct Letter: Sendable {
    var id: String
    var from: MailMessage.Address
    var to: MailMessage.Address
    var subject: String
    var inReplyTo: String?
    var references: [String]
    var text: String
    var language: String?
    var at: Instant
    /// What it answers, newly said, and the line above it.
    var quoted: (introduction: String, text: RichText)?
    var pictures: [PicturePart] = []
  }

  func compose(_ letter: Letter) -> [UInt8] {
    let boundary = "heed-" + Digest.hex(letter.id).prefix(32)
    var head: [String] = [
      "From: " + Self.address(letter.from),
      "To: " + Self.address(letter.to),
      "Subject: " + HeaderWords.encoded(letter.subject, after: 9),
      "Date: " + Self.date(letter.at),
      "Message-ID: <\(letter.id)>",
    ]
    if let parent = letter.inReplyTo { head.append("In-Reply-To: <\(parent)>") }
    if !letter.references.isEmpty {
      head.append(
        "References: " + letter.references.map { "<\($0)>" }.joined(separator: "\r\n "))
    }
    head.append("MIME-Version: 1.0")
    if let language = LanguageTag.told(letter.language) {
      head.append("Content-Language: \(language)")
    }
    var lines = head
    // Not the beginning of each other: some readers compare no more than that.
    let whole = "heed-w-" + Digest.hex(letter.id).prefix(32)
    if !letter.pictures.isEmpty {
      lines += [
        "Content-Type: multipart/related; type=\"multipart/alternative\";\r\n boundary=\"\(whole)\"",
        "",
        "--\(whole)",
      ]
    }
    lines += BothReadings(plain: plain(letter), html: html(letter), boundary: boundary).lines
    for (number, picture) in letter.pictures.enumerated() {
      lines += ["--\(whole)"] + picture.lines(number, of: letter.id)
    }
    if !letter.pictures.isEmpty { lines += ["--\(whole)--", ""] }
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  private func plain(_ letter: Letter) -> String {
    let told = letter.pictures.map(\.words).filter { !$0.isEmpty }
    let text = ([letter.text.withPlainLineEnds] + told).joined(separator: "\n\n")
    guard let (introduction, quoted) = letter.quoted else { return text }
    let lines = quoted.plain.split(separator: "\n", omittingEmptySubsequences: false)
    let marked = lines.map { $0.isEmpty ? ">" : $0.hasPrefix(">") ? ">" + $0 : "> " + $0 }
    return text + "\n\n" + introduction + "\n" + marked.joined(separator: "\n")
  }

  private func html(_ letter: Letter) -> String {
    let words = HTMLWriter.html(Entities().rich(letter.text))
    var page = "<!DOCTYPE html><html><body>\(words)"
    for (number, picture) in letter.pictures.enumerated() {
      page += picture.markup(number, of: letter.id)
    }
    if let (introduction, quoted) = letter.quoted {
      page += "<p>\(HTMLWriter.escaped(introduction))</p>"
      page += "<blockquote type=\"cite\">\(HTMLWriter.html(quoted))</blockquote>"
    }
    return page + "</body></html>"
  }

  static func address(_ address: MailMessage.Address) -> String {
    let mail = "<\(address.address)>"
    let name = EnvelopeReader.line(address.name)
    guard !name.isEmpty else { return mail }
    if name.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), name.utf8.count < 60 {
      let quoted = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      return "\"\(quoted)\" \(mail)"
    }
    return HeaderWords.encoded(name, after: 6) + "\r\n " + mail
  }

  /// RFC 5322, 3.3, in UTC.
  static func date(_ instant: Instant) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, d MMM yyyy HH:mm:ss '+0000'"
    return formatter.string(from: Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000))
  }
}

/// Words beyond ASCII in a header (RFC 2047).
enum HeaderWords {
  /// - Parameter used: how much of the first line stands before it.
  static func encoded(_ text: String, after used: Int) -> String {
    let line = EnvelopeReader.line(text)
    let isPlain = line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !line.contains("=?")
    if isPlain, line.utf8.count + used < 76 { return line }
    if isPlain, !line.split(separator: " ").contains(where: { $0.utf8.count > 60 }) {
      return folded(line, after: used)
    }
    var words: [String] = []
    var chunk: [UInt8] = []
    for scalar in line.unicodeScalars {
      let bytes = Array(String(scalar).utf8)
      // An encoded word holds whole characters, and 75 letters at most.
      if chunk.count + bytes.count > 42 {
        words.append("=?utf-8?B?\(Data(chunk).base64EncodedString())?=")
        chunk = []
      }
      chunk += bytes
    }
    if !chunk.isEmpty { words.append("=?utf-8?B?\(Data(chunk).base64EncodedString())?=") }
    return words.joined(separator: "\r\n ")
  }

  private static func folded(_ line: String, after used: Int) -> String {
    var result = ""
    var length = used
    for word in line.split(separator: " ") {
      if !result.isEmpty {
        if length + word.utf8.count + 1 > 76 {
          result += "\r\n"
          length = 0
        }
        result += " "
        length += 1
      }
      result += word
      length += word.utf8.count
    }
    return result
  }
}

/// RFC 2045, 6.7.
enum QuotedPrintable {
  static func encoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    var length = 0
    func put(_ bytes: [UInt8]) {
      if length + bytes.count > 75 {
        result += [UInt8(ascii: "="), 0x0D, 0x0A]
        length = 0
      }
      result += bytes
      length += bytes.count
    }
    let unified = text.withPlainLineEnds
    for line in unified.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !result.isEmpty || length > 0 || line.startIndex != unified.utf8.startIndex {
        result += [0x0D, 0x0A]
        length = 0
      }
      for (index, byte) in zip(line.indices, line) {
        let isLast = line.index(after: index) == line.endIndex
        let isBlank = byte == 0x20 || byte == 0x09
        // `From ` and a dot at the start of a line are changed by some servers.
        let isMarked = length == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
        let isPlain =
          (byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "=") && !isMarked)
          || (isBlank && !isLast)
        put(isPlain ? [byte] : [UInt8(ascii: "="), hex[Int(byte >> 4)], hex[Int(byte & 15)]])
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
