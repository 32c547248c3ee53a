import CGMime
import Foundation
import HeedModel

/// Reads who wrote a mail to whom, when, about what, and what it answers.
struct EnvelopeReader {
  var limits: MimeReader.Limits

  func read(_ parsed: UnsafeMutablePointer<GMimeMessage>, into message: inout MailMessage) {
    let object = UnsafeMutableRawPointer(parsed).assumingMemoryBound(to: GMimeObject.self)
    message.headers = headers(of: object)
    message.from = addresses(g_mime_message_get_from(parsed))
    message.sender = addresses(g_mime_message_get_sender(parsed))
    message.replyTo = addresses(g_mime_message_get_reply_to(parsed))
    message.to = addresses(g_mime_message_get_to(parsed))
    message.cc = addresses(g_mime_message_get_cc(parsed))
    message.subject = Self.line(MimeLibrary.string(g_mime_message_get_subject(parsed)) ?? "")
    message.messageID = MessageIDs.read(message.headers["message-id"] ?? "").first
    message.inReplyTo = MessageIDs.read(message.headers["in-reply-to"] ?? "")
    message.references = MessageIDs.read(
      message.headers.all("references").joined(separator: " "))
    message.date = date(of: parsed, message.headers)
  }

  private func headers(of object: UnsafeMutablePointer<GMimeObject>) -> MailHeaders {
    var headers = MailHeaders()
    guard let list = g_mime_object_get_header_list(object) else { return headers }
    for index in 0..<min(g_mime_header_list_get_count(list), Int32(MailHeaders.mostFields)) {
      guard let header = g_mime_header_list_get_header_at(list, index),
        let name = MimeLibrary.string(g_mime_header_get_name(header))
      else { continue }
      let value =
        MimeLibrary.string(g_mime_header_get_value(header))
        ?? MimeLibrary.string(g_mime_header_get_raw_value(header)) ?? ""
      headers.add(name, value)
    }
    return headers
  }

  /// By the mail's own date, else by the last server that had it in its hands.
  private func date(
    of parsed: UnsafeMutablePointer<GMimeMessage>, _ headers: MailHeaders
  ) -> Instant? {
    if headers.has("date"), let date = g_mime_message_get_date(parsed) {
      let seconds = g_date_time_to_unix(date)
      if seconds > 0 { return Instant(seconds: Int64(seconds)) }
    }
    for line in headers.all("received") {
      guard let mark = line.lastIndex(of: ";"),
        let date = Self.date(String(line[line.index(after: mark)...]))
      else { continue }
      return date
    }
    return nil
  }

  /// As mails write it (RFC 5322, 3.3); `nil` before 1970.
  static func date(_ text: String) -> Instant? {
    guard let date = g_mime_utils_header_decode_date(text) else { return nil }
    defer { g_date_time_unref(date) }
    let seconds = g_date_time_to_unix(date)
    return seconds > 0 ? Instant(seconds: Int64(seconds)) : nil
  }

  func addresses(
    _ list: UnsafeMutablePointer<InternetAddressList>?
  ) -> [MailMessage.Address] {
    var result: [MailMessage.Address] = []
    collect(list, depth: 0, into: &result)
    return result
  }

  private func collect(
    _ list: UnsafeMutablePointer<InternetAddressList>?, depth: Int,
    into result: inout [MailMessage.Address]
  ) {
    guard let list, depth < 4 else { return }
    for index in 0..<internet_address_list_length(list) {
      guard result.count < limits.addresses,
        let entry = internet_address_list_get_address(list, index)
      else { return }
      let raw = UnsafeMutableRawPointer(entry)
      if MimeLibrary.is(raw, internet_address_group_get_type()) {
        let group = raw.assumingMemoryBound(to: InternetAddressGroup.self)
        collect(internet_address_group_get_members(group), depth: depth + 1, into: &result)
        continue
      }
      guard MimeLibrary.is(raw, internet_address_mailbox_get_type()) else { continue }
      let mailbox = raw.assumingMemoryBound(to: InternetAddressMailbox.self)
      let address = MimeLibrary.string(internet_address_mailbox_get_addr(mailbox)) ?? ""
      let name = MimeLibrary.string(internet_address_get_name(entry)) ?? ""
      guard !address.isEmpty || !name.isEmpty else { continue }
      result.append(.init(name: Self.line(name), address: MailAddress.canonical(address)))
    }
  }

  /// One line without controls.
  static func line(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(2_000) {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: continue
      default: result.append(scalar)
      }
    }
    return String(result).trimmed
  }
}

/// Ids of mails, without their `<>` (RFC 5322, 3.6.4).
enum MessageIDs {
  static let most = 100
  private static let longest = 500

  /// Every id in a field: what stands in `<>`, else each word with an `@` in it, for some programs leave the marks out.
  static func read(_ field: String) -> [String] {
    var ids: [String] = []
    var rest = field[...]
    while let open = rest.firstIndex(of: "<"), ids.count < most {
      rest = rest[rest.index(after: open)...]
      guard let close = rest.firstIndex(of: ">") else { break }
      if let id = sane(rest[..<close]) { ids.append(id) }
      rest = rest[close...]
    }
    if ids.isEmpty {
      for word in field.split(whereSeparator: { $0.isWhitespace || $0 == "," }).prefix(most)
      where word.contains("@") {
        if let id = sane(word.drop { $0 == "<" }.prefix { $0 != ">" }) { ids.append(id) }
      }
    }
    return ids
  }

  /// Folded lines may have put blanks inside; controls are refused, for an id goes into headers and commands again.
  static func sane(_ text: some StringProtocol) -> String? {
    let id = String(text.filter { !$0.isWhitespace })
    guard !id.isEmpty, id.utf8.count <= longest, id.utf8.allSatisfy(isOfID) else { return nil }
    return id
  }
}

extension MessageIDs {
  private static func isOfID(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != 0x7F && byte != UInt8(ascii: "<") && byte != UInt8(ascii: ">")
  }
}

/// Addresses of mail, in the one form that is compared.
enum MailAddress {
  /// The domain in lower case: the local part is its host's own affair, though in practice nobody tells `Ana` from `ana`.
  static func canonical(_ address: String) -> String {
    let text = EnvelopeReader.line(address).filter { !$0.isWhitespace }
    guard let at = text.lastIndex(of: "@") else { return String(text.prefix(320)) }
    return String(text[..<at].prefix(250)) + text[at...].lowercased().prefix(256)
  }

  /// For comparing: wholly in lower case.
  static func key(_ address: String) -> String { canonical(address).lowercased() }

  /// Something that mail can be sent to: one `@`, a host with a dot or a literal, nothing that ends a line or a command.
  static func isUsable(_ address: String) -> Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, address.utf8.count <= 320 else {
      return false
    }
    return address.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value != 0x7F && !"<>\"(),:;\\[]".unicodeScalars.contains($0)
    } && !address.hasPrefix("-")
  }

  /// As every server takes it: a domain in other letters has a name in plain ones, too (RFC 5891).
  static func plain(_ address: String) -> String {
    guard let at = address.lastIndex(of: "@") else { return address }
    let domain = String(address[address.index(after: at)...])
    guard !domain.utf8.allSatisfy({ $0 < 0x80 }) else { return address }
    var place = URLComponents()
    place.scheme = "https"
    place.host = domain
    guard let encoded = place.encodedHost, encoded.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x25 })
    else { return address }
    return address[...at] + encoded.lowercased()
  }

  static func domain(_ address: String) -> String {
    address.lastIndex(of: "@").map { String(address[address.index(after: $0)...]).lowercased() }
      ?? ""
  }
}

extension StringProtocol {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
