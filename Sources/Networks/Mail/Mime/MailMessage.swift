import HeedModel

/// A mail as it was read: plain values, nothing of the library that read it.
struct MailMessage: Sendable, Hashable {
  struct Address: Sendable, Hashable {
    /// As written; empty where there is none.
    var name: String
    /// `local@domain`, the domain in lower case.
    var address: String
  }

  /// A stretch of words; both where the sender gave the same words twice (`multipart/alternative`).
  struct Piece: Sendable, Hashable {
    var plain: String?
    var html: String?
  }

  /// What hangs on a mail and is not shown in it.
  struct Attachment: Sendable, Hashable {
    /// Its place in the walk through the mail, for finding it again.
    var index: Int
    var name: String?
    /// In lower case: `image/png`.
    var type: String
    /// Without `<>`: by which the HTML of the mail may refer to it (RFC 2392).
    var contentID: String?
    /// The sender wanted it to be seen within the words.
    var isInline: Bool
  }

  /// What a mail server says of a mail that we sent (RFC 3464).
  struct Report: Sendable, Hashable {
    /// `delivery-status`, `disposition-notification` (RFC 8098), `feedback-report` (RFC 5965); empty where it is not said.
    var kind = ""
    /// `failed`, `delayed`, `delivered`, `relayed`, `expanded`; empty where it is not said.
    var action = ""
    /// The machine's words on why: `550 5.1.1 unknown user`.
    var reason = ""
    var recipient = ""
    /// The id of the mail that it is about.
    var about: String?
  }

  var messageID: String?
  var inReplyTo: [String] = []
  var references: [String] = []
  var from: [Address] = []
  var sender: [Address] = []
  var replyTo: [Address] = []
  var to: [Address] = []
  var cc: [Address] = []
  var subject = ""
  var date: Instant?
  var pieces: [Piece] = []
  var attachments: [Attachment] = []
  var report: Report?
  /// Whether there was more than the limits let through.
  var wasCut = false
  /// The top level type: `multipart/report`.
  var type = ""
  var headers = MailHeaders()
}

/// The header fields of a mail, names in lower case, in the order of the mail.
struct MailHeaders: Sendable, Hashable {
  /// Fields of one mail, and bytes of one value, that are kept.
  static let mostFields = 300
  static let mostBytes = 16 << 10

  private var fields: [(name: String, value: String)] = []

  mutating func add(_ name: String, _ value: String) {
    guard fields.count < Self.mostFields else { return }
    fields.append((name.lowercased(), String(value.prefix(Self.mostBytes))))
  }

  /// The first of that name, without blanks around it.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value.trimmed }
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
  func has(_ name: String) -> Bool { fields.contains { $0.name == name } }

  static func == (a: Self, b: Self) -> Bool {
    a.fields.elementsEqual(b.fields) { $0.name == $1.name && $0.value == $1.value }
  }
  func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }
}
