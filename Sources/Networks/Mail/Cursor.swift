import HeedModel

/// Where listening goes on in a folder.
struct MailCursor: Sendable, Hashable {
  var validity: UInt32
  /// The number of the next message to be heard.
  var next: UInt32
  /// The day of the last pass, in days since 1970: where to begin when the folder was numbered anew.
  var day: Int64
  /// The message that the server has and did not give, and how often it was asked for.
  var held: Held?

  struct Held: Sendable, Hashable {
    var uid: UInt32
    var tries: Int
  }

  init(validity: UInt32, next: UInt32, day: Int64, held: Held? = nil) {
    self.validity = validity
    self.next = next
    self.day = day
    self.held = held
  }

  /// `nil` for what is no cursor of ours.
  init?(_ text: String?) {
    guard let parts = text?.split(separator: " ", omittingEmptySubsequences: false),
      parts.count == 4 || parts.count == 6, parts[0] == "mail1", let validity = UInt32(parts[1]),
      let next = UInt32(parts[2]), let day = Int64(parts[3]), (0...1_000_000).contains(day)
    else { return nil }
    self.init(validity: validity, next: next, day: day)
    if parts.count == 6, let uid = UInt32(parts[4]), let tries = Int(parts[5]), tries > 0 {
      held = Held(uid: uid, tries: tries)
    }
  }

  var text: String {
    "mail1 \(validity) \(next) \(day)" + (held.map { " \($0.uid) \($0.tries)" } ?? "")
  }
}

extension Instant {
  var day: Int64 { milliseconds / 86_400_000 }
  init(day: Int64) { self.init(seconds: day * 86_400) }
}
