import HeedModel

/// A letter to a member as a proper mail, in ASCII with short lines.
struct LetterComposer {
  private let settings: MemberPost.Settings

  init(_ settings: MemberPost.Settings) { self.settings = settings }

  func compose(_ letter: MemberLetter) -> [UInt8] {
    let boundary = "heed-" + Digest.hex(letter.messageID).prefix(32)
    let from = MailMessage.Address(name: settings.name, address: settings.from)
    let to = MailMessage.Address(name: letter.name, address: letter.address)
    var lines = [
      "From: " + MailComposer.address(from),
      "To: " + MailComposer.address(to),
      "Subject: " + HeaderWords.encoded(letter.subject, after: 9),
      "Date: " + MailComposer.date(letter.at),
      "Message-ID: <\(Self.token(letter.messageID))>",
      // No automaton answers it (RFC 3834).
      "Auto-Submitted: auto-generated",
      // One click ends it (RFC 8058).
      "List-Unsubscribe: <\(Self.token(letter.endAddress))>",
      "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
      "Content-Language: \(Self.token(letter.language).prefix(35))",
      "MIME-Version: 1.0",
    ]
    lines += BothReadings(plain: letter.plain, html: letter.html, boundary: boundary).lines
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  /// Of a header's word, only what cannot end it.
  private static func token(_ text: String) -> String {
    String(
      decoding: text.utf8.filter { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E },
      as: UTF8.self)
  }
}
