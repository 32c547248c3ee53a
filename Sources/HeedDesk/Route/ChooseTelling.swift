public import HeedModel
import HeedNetwork

/// How one is told, and by which browsers.
public struct TellingWays: Sendable {
  public var choices: TellingChoices
  public var subscriptions: [PushSubscription]
  public var topics: [Topic]
  /// Whether hours were given: nobody is disturbed outside of them.
  public var hasHours: Bool
  /// Whether the desk has a mail server to write to members with.
  public var hasMail: Bool
  /// What a browser needs to take pushes (RFC 8292), in base64url; empty where nothing may go out.
  public var pushKey: String

  public init(
    choices: TellingChoices, subscriptions: [PushSubscription], topics: [Topic], hasHours: Bool,
    hasMail: Bool, pushKey: String
  ) {
    self.choices = choices
    self.subscriptions = subscriptions
    self.topics = topics
    self.hasHours = hasHours
    self.hasMail = hasMail
    self.pushKey = pushKey
  }
}

extension RecordReading {
  /// How somebody is told: as they chose, else as everybody is at first.
  func choices(of member: ID<Member>) throws -> TellingChoices {
    try tellingChoices(of: member) ?? TellingChoices(member: member)
  }
}

extension Desk {
  public func tellingWays(for viewer: Viewer) async throws -> TellingWays {
    let now = clock.now()
    let key = wire == nil ? "" : Base64URL.text(try await pushKey().publicKey)
    let hasMail = memberMail != nil
    return try await record.read { tx in
      let topics = try tx.topics()
      var choices =
        try tx.choices(of: viewer.member)
      if choices.topics == nil { choices.topics = topics.filter(choices.follows).map(\.id) }
      return TellingWays(
        choices: choices,
        subscriptions: try tx.pushSubscriptions(of: viewer.member, now: now), topics: topics,
        hasHours: try tx.profile(of: viewer.member).map { !$0.hours.isEmpty } ?? false,
        hasMail: hasMail, pushKey: key)
    }
  }

  /// Theirs alone to say.
  /// - Throws: `Problem(.invalid)` naming the field.
  public func save(_ choices: TellingChoices, by viewer: Viewer) async throws {
    guard (0..<1440).contains(choices.mailAt) else {
      throw Problem(.invalid, "Give a time of day, such as 9:00.", field: "time")
    }
    let happened = event(.memberChanged, by: viewer.member, subject: viewer.member.value)
    try await record.write { tx in
      var saved = choices
      saved.member = viewer.member
      let known = Set(try tx.topics().map(\.id))
      saved.topics = choices.topics?.filter(known.contains)
      try tx.save(saved)
      try tx.append(happened)
    }
  }

  /// Whether a link that ends mail still opens; says nothing of whose it is.
  public func endsMail(token: String) async throws -> Bool {
    try await record.read { try $0.digest(tokenHash: Vault.hash(token)) } != nil
  }

  /// Ends mail to the member whose mail the link came in; following it again is harmless (RFC 8058).
  /// - Returns: false where the link is none of ours, or too old.
  public func endMail(token: String) async throws -> Bool {
    let hash = Vault.hash(token)
    guard try await record.read({ try $0.digest(tokenHash: hash) }) != nil else { return false }
    return try await record.write { [self] tx in
      guard let digest = try tx.digest(tokenHash: hash) else { return false }
      var choices =
        try tx.choices(of: digest.member)
      guard choices.mail != .never else { return true }
      choices.mail = .never
      try tx.save(choices)
      try tx.append(event(.memberChanged, by: digest.member, subject: digest.member.value))
      return true
    }
  }
}
