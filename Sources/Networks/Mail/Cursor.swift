import HeedModel

/// Where listening goes on in a folder.
struct MailCursor: Sendable, Hashable {
  /// So often the same place may break off a pass, and the next one is careful there, before it is said to be the
  /// server that is ill.
  static let mostDoubt = 3

  var validity: UInt32
  /// The number of the next message to be heard.
  var next: UInt32
  /// The day of the last pass that heard all there was, in days since 1970: where to begin when the folder was numbered
  /// anew.
  var day: Int64
  /// Messages before `next` that the server could not hand out, and that it is asked for again.
  var held: [HeldMail] = []
  /// How often in a row a pass was broken off at `next` and could not be gone on with. Above zero, the next pass asks for
  /// each message by itself.
  var doubt = 0

  init(validity: UInt32, next: UInt32, day: Int64, held: [HeldMail] = [], doubt: Int = 0) {
    self.validity = validity
    self.next = next
    self.day = day
    self.held = held
    self.doubt = doubt
  }

  /// `nil` for what is no cursor of ours.
  init?(_ text: String?) {
    guard let parts = text?.split(separator: " ", omittingEmptySubsequences: false),
      (4...6).contains(parts.count), parts[0] == "mail1", let validity = UInt32(parts[1]),
      let next = UInt32(parts[2]), let day = Int64(parts[3]), (0...1_000_000).contains(day)
    else { return nil }
    let held =
      parts.count > 4
      ? parts[4].split(separator: ",").compactMap { HeldMail($0, day: max(0, day - 6)) } : []
    let doubt = parts.count > 5 ? Int(parts[5]) ?? 0 : 0
    self.init(
      validity: validity, next: next, day: day, held: Array(held.prefix(HeldMail.most)),
      doubt: min(max(doubt, 0), Self.mostDoubt))
  }

  var text: String {
    let doubt = doubt > 0 ? " \(doubt)" : ""
    let held =
      held.isEmpty && doubt.isEmpty ? "" : " " + held.map(\.text).joined(separator: ",")
    return "mail1 \(validity) \(next) \(day)\(held)\(doubt)"
  }
}

/// A message that did not come although it is there.
struct HeldMail: Sendable, Hashable {
  /// In one folder; beyond them those that were asked for most often go.
  static let most = 500
  /// Of one pass.
  static let atOnce = 5
  /// The waits double from a minute to half a day: after some five days it is asked for only when somebody wishes it.
  static let tries = 20
  /// From so many on it is told: what comes at the second try was never missed.
  static let told = 3

  var uid: UInt32
  var tries: Int
  /// When it is asked for again, in minutes since 1970.
  var due: Int64
  /// It came on this day or later, in days since 1970: where to look for it when the folder was numbered anew.
  var day: Int64

  init(uid: UInt32, tries: Int, day: Int64, now: Instant) {
    self.uid = uid
    self.tries = tries
    self.day = day
    due = now.minute + min(1 << Int64(min(tries - 1, 16)), 720)
  }

  init?(_ text: Substring, day: Int64) {
    let parts = text.split(separator: ":")
    guard (3...4).contains(parts.count), let uid = UInt32(parts[0]), let tries = Int(parts[1]),
      let due = Int64(parts[2]), (0...Self.tries + 1).contains(tries)
    else { return nil }
    self.uid = uid
    self.tries = tries
    self.due = due
    self.day = parts.count > 3 ? min(max(Int64(parts[3]) ?? day, 0), 1_000_000) : day
  }

  var text: String { "\(uid):\(tries):\(due):\(day)" }

  /// It is not asked for by itself any more.
  var isLetGo: Bool { tries > Self.tries }
}

extension MailCursor {
  /// Whose time has come.
  func heldNow(_ now: Instant) -> [UInt32] {
    held.filter { !$0.isLetGo && $0.due <= now.minute }.prefix(HeldMail.atOnce).map(\.uid)
  }

  /// How long until one of them is asked for again; `nil` where none is.
  func untilHeld(_ now: Instant) -> Duration? {
    held.filter { !$0.isLetGo }.map(\.due).min().map { .minutes(max(1, $0 - now.minute)) }
  }

  /// Notes what came of asking for some.
  /// - Parameter day: on which those that are new here came, at the earliest.
  mutating func settle(_ asked: [UInt32], unread: [UInt32], day: Int64, now: Instant) {
    let before = Dictionary(held.map { ($0.uid, $0) }) { $1 }
    held.removeAll { asked.contains($0.uid) }
    for uid in unread {
      let known = before[uid]
      let tries = min((known?.tries ?? 0) + 1, HeldMail.tries + 1)
      held.append(HeldMail(uid: uid, tries: tries, day: known?.day ?? day, now: now))
    }
    if held.count > HeldMail.most {
      held = Array(held.sorted { $0.tries < $1.tries }.prefix(HeldMail.most))
    }
  }

  /// All that is set aside is due, however often it was asked for.
  mutating func askAgain() {
    for index in held.indices { (held[index].tries, held[index].due) = (0, 0) }
  }
}

extension Instant {
  var day: Int64 { milliseconds / 86_400_000 }
  var minute: Int64 { milliseconds / 60_000 }
  init(day: Int64) { self.init(seconds: day * 86_400) }
}
