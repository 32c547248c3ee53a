import HeedModel

/// Where listening goes on in a folder.
struct MailCursor: Sendable, Hashable {
  var validity: UInt32
  /// The number of the next message to be heard.
  var next: UInt32
  /// The day of the last pass, in days since 1970: where to begin when the folder was numbered anew.
  var day: Int64
  /// Messages before `next` that the server could not hand out, and that it is asked for again.
  var held: [HeldMail] = []

  init(validity: UInt32, next: UInt32, day: Int64, held: [HeldMail] = []) {
    self.validity = validity
    self.next = next
    self.day = day
    self.held = held
  }

  /// `nil` for what is no cursor of ours.
  init?(_ text: String?) {
    guard let parts = text?.split(separator: " ", omittingEmptySubsequences: false),
      (4...5).contains(parts.count), parts[0] == "mail1", let validity = UInt32(parts[1]),
      let next = UInt32(parts[2]), let day = Int64(parts[3]), (0...1_000_000).contains(day)
    else { return nil }
    let held = parts.count == 5 ? parts[4].split(separator: ",").compactMap(HeldMail.init) : []
    self.init(
      validity: validity, next: next, day: day, held: Array(held.prefix(HeldMail.most)))
  }

  var text: String {
    let held = held.isEmpty ? "" : " " + held.map(\.text).joined(separator: ",")
    return "mail1 \(validity) \(next) \(day)\(held)"
  }
}

/// A message that did not come although it is there.
struct HeldMail: Sendable, Hashable {
  /// In one folder; beyond them those that were asked for most often go.
  static let most = 50
  /// Of one pass.
  static let atOnce = 5
  /// The waits double from a minute to half a day: it is let go after some five days.
  static let tries = 20

  var uid: UInt32
  var tries: Int
  /// When it is asked for again, in minutes since 1970.
  var due: Int64

  init(uid: UInt32, tries: Int, now: Instant) {
    self.uid = uid
    self.tries = tries
    due = now.milliseconds / 60_000 + min(1 << Int64(min(tries - 1, 16)), 720)
  }

  init?(_ text: Substring) {
    let parts = text.split(separator: ":")
    guard parts.count == 3, let uid = UInt32(parts[0]), let tries = Int(parts[1]),
      let due = Int64(parts[2]), (0...Self.tries).contains(tries)
    else { return nil }
    self.uid = uid
    self.tries = tries
    self.due = due
  }

  var text: String { "\(uid):\(tries):\(due)" }
}

extension MailCursor {
  /// Whose time has come.
  func heldNow(_ now: Instant) -> [UInt32] {
    held.filter { $0.due <= now.milliseconds / 60_000 }.prefix(HeldMail.atOnce).map(\.uid)
  }

  /// Notes what came of asking for some.
  mutating func settle(_ asked: [UInt32], unread: [UInt32], now: Instant) {
    let before = Dictionary(held.map { ($0.uid, $0.tries) }) { $1 }
    held.removeAll { asked.contains($0.uid) }
    for uid in unread {
      let tries = (before[uid] ?? 0) + 1
      if tries <= HeldMail.tries { held.append(HeldMail(uid: uid, tries: tries, now: now)) }
    }
    if held.count > HeldMail.most {
      held = Array(held.sorted { $0.tries < $1.tries }.prefix(HeldMail.most))
    }
  }
}

extension Instant {
  var day: Int64 { milliseconds / 86_400_000 }
  init(day: Int64) { self.init(seconds: day * 86_400) }
}
