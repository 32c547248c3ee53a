import CGMime
import HeedModel

/// Reads a mail of any shape; never fails. What makes no sense is left out, what is too much is cut.
struct MimeReader {
  /// Where reading ends.
  struct Limits: Sendable {
    /// Of the raw mail; what stands behind it is not read.
    var bytes = 8 << 20
    /// How deep parts may stand in each other.
    var depth = 20
    var parts = 300
    /// Of one text, decoded.
    var text = 1 << 20
    var attachments = 50
    var addresses = 200
  }

  var limits = Limits()

  /// - Parameter isCut: the mail goes on behind these bytes.
  func read(_ raw: [UInt8], isCut: Bool = false) -> MailMessage {
    MimeLibrary.makeReady()
    var message = MailMessage()
    let bytes = NestingLimit(depth: limits.depth).tamed(Array(raw.prefix(limits.bytes)))
    message.wasCut = isCut || raw.count > limits.bytes
    guard let stream = MimeLibrary.stream(bytes) else { return message }
    defer { g_object_unref(stream) }
    guard let parser = g_mime_parser_new_with_stream(stream) else { return message }
    defer { g_object_unref(parser) }
    g_mime_parser_set_respect_content_length(parser, 0)
    guard let parsed = g_mime_parser_construct_message(parser, Self.options) else { return message }
    defer { g_object_unref(parsed) }
    let envelope = EnvelopeReader(limits: limits)
    envelope.read(parsed, into: &message)
    if let root = g_mime_message_get_mime_part(parsed) {
      var walk = PartWalk(limits: limits)
      walk.visit(root)
      message.type = PartWalk.type(of: root)
      message.pieces = walk.pieces
      message.attachments = walk.attachments
      message.wasCut = message.wasCut || walk.wasCut
      message.report = walk.report
    }
    return message
  }

  /// What stands in the head of a mail alone: who wrote it to whom, when, about what. Nothing of its body is looked at,
  /// however large that is.
  func head(_ raw: [UInt8]) -> MailMessage {
    let end = NestingLimit.endOfHead(in: raw.prefix(limits.bytes))
    return read(Array(raw[..<end]))
  }

  /// The bytes of one attachment, as `MailMessage.Attachment.index` names it; `nil` when it is not there.
  func attachment(_ index: Int, in raw: [UInt8], limit: Int) -> (bytes: [UInt8], type: String)? {
    MimeLibrary.makeReady()
    let bytes = NestingLimit(depth: limits.depth).tamed(raw)
    guard let stream = MimeLibrary.stream(bytes) else { return nil }
    defer { g_object_unref(stream) }
    guard let parser = g_mime_parser_new_with_stream(stream) else { return nil }
    defer { g_object_unref(parser) }
    guard let parsed = g_mime_parser_construct_message(parser, Self.options) else { return nil }
    defer { g_object_unref(parsed) }
    guard let root = g_mime_message_get_mime_part(parsed) else { return nil }
    var walk = PartWalk(limits: limits)
    walk.wanted = (index, limit)
    walk.visit(root)
    return walk.found
  }

  /// Made once and never changed. Words without a character set are taken for UTF-8, else for windows-1252.
  nonisolated(unsafe) static let options: OpaquePointer? = {
    MimeLibrary.makeReady()
    let options = g_mime_parser_options_new()
    var names: [UnsafePointer<CChar>?] = [
      UnsafePointer(strdup("utf-8")), UnsafePointer(strdup("windows-1252")), nil,
    ]
    g_mime_parser_options_set_fallback_charsets(options, &names)
    for name in names { free(UnsafeMutableRawPointer(mutating: name)) }
    return options
  }()
}
