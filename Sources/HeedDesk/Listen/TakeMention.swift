import Crypto
import HeedModel
public import HeedNetwork

extension Desk {
  /// Two addresses, and what XML is put around them.
  public static let mostMentionBytes = 16 << 10
  /// Rows that wait to be looked at; beyond them nothing more is taken, so that a flood fills no disk.
  static let mostMentions = 100_000

  /// Somebody tells that their page points to one of ours. It is kept as a row and looked at later, whoever told it; ten
  /// at once are one row.
  /// - Parameter sender: the address of the other side, as far as the desk can know.
  public func takeMention(_ note: InboundNote, by way: MentionWay, from sender: String) async throws
    -> MentionReply
  {
    guard let network = networks.all.lazy.compactMap({ $0 as? any TakingMentions }).first else {
      return MentionReply(status: 404, type: "text/plain", text: "nobody listens here\n")
    }
    return network.reply(try await outcome(note, way, sender, network), by: way)
  }

  private func outcome(
    _ note: InboundNote, _ way: MentionWay, _ sender: String, _ network: any TakingMentions
  ) async throws -> MentionOutcome {
    let now = clock.now()
    guard await mentionThrottle.admits(sender, now: now) else { return .tooMany }
    let told: RemoteMention
    switch network.read(note, by: way) {
    case .mention(let mention): told = mention
    case .malformed: return .malformed
    case .unknownCall: return .unknownCall
    case .noPage: return .noPage
    }
    let sources = try await record.read { try $0.sources() }
    let source = sources.first {
      $0.network == network.name && $0.pausedAt == nil && $0.removedAt == nil
        && network.covers(told.target, ListeningSource($0))
    }
    guard let source else { return .notOurs }
    let mention = Mention(
      id: newID(), source: source.id, page: told.page, target: told.target,
      host: Self.host(of: told.page), toldAt: now, dueAt: now)
    let key = Array(SHA256.hash(data: Array("\(told.page)\n\(told.target)".utf8)))
    return try await record.write { tx in
      let isKnown = try tx.mention(key: key) != nil
      guard try isKnown || tx.mentionsWaiting() < Self.mostMentions else { return .full }
      _ = try tx.take(mention, key: key)
      return .taken
    }
  }

  static func host(of page: String) -> String {
    String(page.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" && $0 != "?" })
  }
}

extension ListeningSource {
  init(_ source: Source) {
    self.init(id: source.id, kind: source.kind, target: source.target, cursor: source.cursor)
  }
}

/// How many mentions one address may tell: sixty a minute. An IPv6 address counts with its /64.
actor MentionThrottle {
  static let most = 60
  static let window = Duration.minutes(1)
  static let addresses = 10_000

  private var told: [String: (since: Instant, count: Int)] = [:]

  func admits(_ address: String, now: Instant) -> Bool {
    let key = SignInThrottle.key(address)
    var entry = told[key] ?? (now, 0)
    // A window that lies ahead was opened by a clock that was set back since.
    if now - entry.since >= Self.window || entry.since > now { entry = (now, 0) }
    guard entry.count < Self.most else { return false }
    entry.count += 1
    if told.count >= Self.addresses, told[key] == nil {
      told = told.filter { now - $0.value.since < Self.window }
      // So many at once are no people: the oldest have to begin anew.
      if told.count >= Self.addresses { told = [:] }
    }
    told[key] = entry
    return true
  }
}
