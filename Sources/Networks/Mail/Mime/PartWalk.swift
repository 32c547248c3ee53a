import CGMime
import HeedModel

/// Walks through the parts of a mail: which of them are its words, which hang on it.
///
/// Words are text parts without a file name that are not called attachments. Of alternatives both readings are kept;
/// the choice is made where they are shown. What stands in an attached mail is that mail's, not this one's.
struct PartWalk {
  let limits: MimeReader.Limits
  private(set) var pieces: [MailMessage.Piece] = []
  private(set) var attachments: [MailMessage.Attachment] = []
  private(set) var report: MailMessage.Report?
  private(set) var wasCut = false
  /// Which attachment's bytes are wanted.
  var wanted: (index: Int, limit: Int)?
  private(set) var found: (bytes: [UInt8], type: String)?
  private var seen = 0
  private var text = 0

  init(limits: MimeReader.Limits) { self.limits = limits }

  mutating func visit(_ object: UnsafeMutablePointer<GMimeObject>, depth: Int = 0) {
    seen += 1
    guard depth < limits.depth, seen <= limits.parts else {
      wasCut = true
      return
    }
    let raw = UnsafeMutableRawPointer(object)
    if MimeLibrary.is(raw, g_mime_multipart_get_type()) {
      let multipart = raw.assumingMemoryBound(to: GMimeMultipart.self)
      switch Self.type(of: object) {
      case "multipart/alternative": alternatives(multipart, depth: depth)
      case "multipart/report":
        if report == nil {
          let kind = g_mime_object_get_content_type_parameter(object, "report-type")
          report = MailMessage.Report(kind: MimeLibrary.string(kind)?.lowercased() ?? "")
        }
        children(multipart, depth: depth)
      case "multipart/signed":
        // What is signed comes first; the signature is for programs (RFC 1847, 2.1).
        if let first = g_mime_multipart_get_part(multipart, 0) { visit(first, depth: depth + 1) }
      default: children(multipart, depth: depth)
      }
    } else if MimeLibrary.is(raw, g_mime_message_part_get_type()) {
      attachedMail(raw.assumingMemoryBound(to: GMimeMessagePart.self), object)
    } else if MimeLibrary.is(raw, g_mime_part_get_type()) {
      leaf(raw.assumingMemoryBound(to: GMimePart.self), object)
    }
  }

  private mutating func children(
    _ multipart: UnsafeMutablePointer<GMimeMultipart>, depth: Int
  ) {
    for index in 0..<g_mime_multipart_get_count(multipart) {
      guard seen < limits.parts else {
        wasCut = true
        return
      }
      if let child = g_mime_multipart_get_part(multipart, index) { visit(child, depth: depth + 1) }
    }
  }

  /// The same words twice: one piece. A second text of the same kind is more words.
  private mutating func alternatives(
    _ multipart: UnsafeMutablePointer<GMimeMultipart>, depth: Int
  ) {
    let before = pieces.count
    children(multipart, depth: depth)
    let made = pieces[before...]
    guard made.count > 1 else { return }
    let plain = made.compactMap(\.plain)
    let html = made.compactMap(\.html)
    pieces.removeSubrange(before...)
    pieces.append(
      MailMessage.Piece(
        plain: plain.isEmpty ? nil : plain.joined(separator: "\n"),
        html: html.isEmpty ? nil : html.joined(separator: "\n")))
  }

  private mutating func leaf(
    _ part: UnsafeMutablePointer<GMimePart>, _ object: UnsafeMutablePointer<GMimeObject>
  ) {
    let type = Self.type(of: object)
    let disposition = MimeLibrary.string(g_mime_object_get_disposition(object))?.lowercased()
    let name = MimeLibrary.string(g_mime_part_get_filename(part)).map(Self.fileName)
    if type == "message/delivery-status" || type == "message/disposition-notification" {
      return read(report: part)
    }
    if type == "text/rfc822-headers" || type == "message/rfc822-headers" {
      return read(headers: part)
    }
    let isText = type == "text/plain" || type == "text/html" || type == "text/enriched"
    guard isText, disposition != "attachment", name == nil || (pieces.isEmpty && disposition == nil)
    else {
      return attach(part, object, type: type, name: name, isInline: disposition == "inline")
    }
    guard let content = g_mime_part_get_content(part), text < limits.text else {
      wasCut = wasCut || text >= limits.text
      return
    }
    let (bytes, isWhole) = MimeLibrary.decoded(content, limit: limits.text - text)
    text += bytes.count
    wasCut = wasCut || !isWhole
    let charset = MimeLibrary.string(g_mime_object_get_content_type_parameter(object, "charset"))
    let words = MailCharset.text(of: bytes, declared: charset, isHTML: type == "text/html")
      .withPlainLineEnds
    if type == "text/html" {
      pieces.append(.init(plain: nil, html: words))
    } else {
      let format = MimeLibrary.string(g_mime_object_get_content_type_parameter(object, "format"))
      let deletes = MimeLibrary.string(g_mime_object_get_content_type_parameter(object, "delsp"))
      let isFlowed = format?.lowercased() == "flowed"
      pieces.append(
        .init(
          plain: isFlowed
            ? FlowedText.unfolded(words, deletesSpace: deletes?.lowercased() == "yes") : words,
          html: nil))
    }
  }

  private mutating func attachedMail(
    _ part: UnsafeMutablePointer<GMimeMessagePart>, _ object: UnsafeMutablePointer<GMimeObject>
  ) {
    guard let inner = g_mime_message_part_get_message(part) else { return }
    if report != nil {
      let header = UnsafeMutableRawPointer(inner).assumingMemoryBound(to: GMimeObject.self)
      let id = MimeLibrary.string(g_mime_object_get_header(header, "Message-ID")) ?? ""
      if report?.about == nil { report?.about = MessageIDs.read(id).first }
      return
    }
    let subject = MimeLibrary.string(g_mime_message_get_subject(inner)).map(EnvelopeReader.line)
    append(
      .init(
        index: seen, name: subject.flatMap { $0.isEmpty ? nil : Self.fileName($0) + ".eml" },
        type: "message/rfc822", contentID: nil, isInline: false))
    if let wanted, wanted.index == seen {
      let whole = UnsafeMutableRawPointer(inner).assumingMemoryBound(to: GMimeObject.self)
      if let text = MimeLibrary.owned(g_mime_object_to_string(whole, nil)) {
        found = (Array(text.utf8.prefix(wanted.limit)), "message/rfc822")
      }
    }
  }

  private mutating func attach(
    _ part: UnsafeMutablePointer<GMimePart>, _ object: UnsafeMutablePointer<GMimeObject>,
    type: String, name: String?, isInline: Bool
  ) {
    let id = MimeLibrary.string(g_mime_part_get_content_id(part))
    // What only proves a signature or opens a cipher says nothing to a reader.
    guard
      ![
        "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature",
      ]
      .contains(type)
    else { return }
    append(
      .init(
        index: seen, name: name, type: type, contentID: id.map(EnvelopeReader.line),
        isInline: isInline || id != nil))
    if let wanted, wanted.index == seen, let content = g_mime_part_get_content(part) {
      let (bytes, isWhole) = MimeLibrary.decoded(content, limit: wanted.limit)
      if isWhole { found = (bytes, type) }
    }
  }

  private mutating func append(_ attachment: MailMessage.Attachment) {
    guard attachments.count < limits.attachments else {
      wasCut = true
      return
    }
    attachments.append(attachment)
  }

  /// The fields of a report for machines (RFC 3464, 2.3); the first that says something counts.
  private mutating func read(report part: UnsafeMutablePointer<GMimePart>) {
    guard let content = g_mime_part_get_content(part) else { return }
    var report = report ?? MailMessage.Report()
    let words = String(decoding: MimeLibrary.decoded(content, limit: 64 << 10).bytes, as: UTF8.self)
    for (name, value) in Self.fields(words) {
      switch name {
      case "action" where report.action.isEmpty: report.action = value.lowercased()
      case "diagnostic-code" where report.reason.isEmpty, "status" where report.reason.isEmpty:
        report.reason = Self.afterType(value)
      case "final-recipient" where report.recipient.isEmpty,
        "original-recipient" where report.recipient.isEmpty:
        report.recipient = MailAddress.canonical(Self.afterType(value))
      case "original-message-id": report.about = report.about ?? MessageIDs.read(value).first
      default: continue
      }
    }
    self.report = report
  }

  private mutating func read(headers part: UnsafeMutablePointer<GMimePart>) {
    guard let content = g_mime_part_get_content(part) else { return }
    let words = String(decoding: MimeLibrary.decoded(content, limit: 64 << 10).bytes, as: UTF8.self)
    let id = Self.fields(words).first { $0.name == "message-id" }
    var report = report ?? MailMessage.Report()
    report.about = report.about ?? id.flatMap { MessageIDs.read($0.value).first }
    self.report = report
  }

  /// `rfc822; ana@example` without what says of which kind it is.
  private static func afterType(_ value: String) -> String {
    guard let mark = value.firstIndex(of: ";") else { return value }
    return String(value[value.index(after: mark)...]).trimmed
  }

  private static func fields(_ text: String) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    for line in text.split(whereSeparator: \.isNewline).prefix(500) {
      if line.first == " " || line.first == "\t", !fields.isEmpty {
        fields[fields.count - 1].value += " " + line.trimmed
      } else if let colon = line.firstIndex(of: ":") {
        fields.append((line[..<colon].lowercased(), line[line.index(after: colon)...].trimmed))
      }
    }
    return fields
  }

  static func type(of object: UnsafeMutablePointer<GMimeObject>) -> String {
    guard let type = g_mime_object_get_content_type(object) else { return "text/plain" }
    return MimeLibrary.owned(g_mime_content_type_get_mime_type(type))?.lowercased() ?? "text/plain"
  }

  /// A name alone: no path, nothing that a file system or a header takes for more than letters.
  static func fileName(_ name: String) -> String {
    let line = EnvelopeReader.line(name)
    let last = line.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? line
    let kept = last.filter { !"\"<>|:*?".contains($0) }
    return String(kept.drop { $0 == "." || $0 == " " }.prefix(150))
  }
}
