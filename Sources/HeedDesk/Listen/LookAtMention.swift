import HeedModel
import HeedNetwork
import Logging

/// Somebody who speaks to us, to be asked for evidence of who they are.
struct Speaker: Sendable {
  var network: NetworkName
  var handle: RemoteHandle
}

extension Desk {
  /// Longer than any look takes; after a crash it is due again then.
  static let mentionLease = Duration.minutes(3)
  /// A page that cannot be had is looked for in growing pauses, and let go of then.
  static let mentionTries = 9
  /// For finding, when it is told again, that a page points to us no more. Law 7: no longer than words about us are kept.
  static let keepsMentions = Duration.days(30)
  static let secondLook = Duration.hours(1)
  static let keepsEvidence = Duration.days(7)

  /// One look at a page. Doing it again is harmless.
  /// - Returns: who speaks to us there, if somebody does.
  func look(at mention: Mention) async -> Speaker? {
    do {
      guard let source = try await record.read({ try $0.source(mention.source) }),
        source.removedAt == nil, let network = networks[source.network] as? any TakingMentions
      else {
        try await settle(mention, found: mention.found, tries: 0)
        return nil
      }
      do {
        if mention.found == Self.toTell || mention.found == Self.wasTold {
          if mention.found == Self.toTell, let telling = network as? any TellingPages {
            _ = try await telling.tell(mention.target, that: mention.page)
          }
          try await settle(mention, found: Self.wasTold, tries: 0)
          return nil
        }
        let finding = try await network.look(
          at: RemoteMention(page: mention.page, target: mention.target),
          before: MentionFinding.Kind(stored: mention.found), for: ListeningSource(source))
        if finding.isUnsure, mention.tries == 0 {
          // A site may be away for an hour while somebody works at it.
          try await settle(
            mention, found: mention.found, tries: 1, again: clock.now() + Self.secondLook)
          return nil
        }
        try await keepOurselves(network.ourselves(at: source.asked), network.name)
        let events = try await withoutWhatStands(finding.events, mention)
        if !events.isEmpty {
          try await takeIn([
            Batch(source: source, heard: Heard(events: events), movesCursor: false)
          ])
        }
        try await settle(mention, found: finding.kind.stored, tries: 0)
        return finding.author.map { Speaker(network: network.name, handle: $0) }
      } catch let error as NetworkError {
        try await fail(mention, error)
      }
    } catch {
      // Its lease ends, then it is looked at again.
      logger.error(
        "A mention could not be looked at.",
        metadata: ["mention": "\(mention.id)", "error": "\(LogText.of(error))"])
    }
    return nil
  }

  /// A page may point to several of ours: as long as it does to one of them, what it says stands. The others are looked
  /// at again.
  private func withoutWhatStands(
    _ events: [RemoteEvent], _ mention: Mention
  ) async throws -> [RemoteEvent] {
    let now = clock.now()
    var left: [RemoteEvent] = []
    for event in events {
      guard case .removed(let id) = event else {
        left.append(event)
        continue
      }
      let found = MentionFinding.Kind.post(id).stored
      let others = try await record.write { tx in
        let others = try tx.mentions(found: found).filter { $0.id != mention.id }
        for var other in others where other.dueAt == nil && other.page == mention.page {
          other.dueAt = now
          try tx.update(other)
        }
        return others
      }
      if others.isEmpty { left.append(event) }
    }
    return left
  }

  private func settle(_ mention: Mention, found: String?, tries: Int, again: Instant? = nil)
    async throws
  {
    let now = clock.now()
    try await record.write { tx in
      guard var row = try tx.mention(mention.id) else { return }
      row.lookedAt = again == nil ? now : row.lookedAt
      row.found = found
      row.tries = tries
      // Told again meanwhile: it may have changed after it was looked at.
      row.dueAt = again ?? (row.toldAt > mention.toldAt ? now + .minutes(1) : nil)
      try tx.update(row)
    }
  }

  /// A fault that passes is one of its whole host: nothing of it is looked at for a while.
  private func fail(_ mention: Mention, _ error: NetworkError) async throws {
    guard error.kind == .temporary || error.kind == .rateLimited,
      mention.tries + 1 < Self.mentionTries
    else {
      logger.info(
        "A page that is said to point to us could not be read.",
        metadata: ["mention": "\(mention.id)", "error": "\(LogText.of(error))"])
      return try await settle(mention, found: mention.found, tries: mention.tries + 1)
    }
    let pause = error.retryAfter ?? min(.minutes(1) * (1 << min(mention.tries, 9)), .hours(6))
    let until = clock.now() + pause
    try await settle(mention, found: mention.found, tries: mention.tries + 1, again: until)
    let host = mention.host
    try await record.write { try $0.rest(host: host, until: until) }
  }

  /// What stands on our own site is said by us.
  private func keepOurselves(_ remote: RemoteHandle, _ network: NetworkName) async throws {
    let known = try await record.read { try $0.handles(network, remoteIDs: [remote.remoteID]) }
    guard known.first?.isOurs != true else { return }
    let handle = Handle(
      id: newID(), network: network, remoteID: remote.remoteID, address: remote.address,
      name: remote.name, page: remote.page, isOurs: true)
    try await record.write { tx in
      if var there = try tx.handles(network, remoteIDs: [remote.remoteID]).first {
        there.isOurs = true
        try tx.update(there)
      } else {
        try tx.insert([handle])
      }
    }
  }

  /// Of people who spoke to us, and of nobody else, what their own pages say about whose they are: looked up once a week
  /// at most, kept with where and when.
  func gatherEvidence(of speaker: Speaker) async {
    let now = clock.now()
    do {
      let found = try await record.read { tx -> (Handle, [Evidence])? in
        guard
          let handle = try tx.handles(speaker.network, remoteIDs: [speaker.handle.remoteID]).first,
          handle.person != nil, !handle.isOurs, !handle.optedOut
        else { return nil }
        return (handle, try tx.evidence(of: [handle.id]))
      }
      guard let (handle, before) = found,
        before.allSatisfy({
          $0.kind == .mailAddress || now - $0.seenAt >= Self.keepsEvidence
        }),
        let network = networks[speaker.network] as? any TakingMentions
      else { return }
      let evidence = await network.evidence(of: speaker.handle).map {
        Evidence(
          id: newID(), handle: handle.id, kind: $0.kind, here: $0.here, there: $0.there,
          isMutual: $0.isMutual, seenAt: now)
      }
      guard !evidence.isEmpty else { return }
      try await record.write { tx in
        // Erased while their pages were asked.
        guard try tx.handles([handle.id]).first.map({ !$0.isErased }) ?? false else { return }
        // What they gave themselves where they wrote stays.
        let given = try tx.evidence(of: [handle.id]).filter { $0.kind == .mailAddress }
        try tx.save(given + evidence, of: handle.id)
      }
    } catch {
      logger.info("Evidence could not be kept.", metadata: ["error": "\(LogText.of(error))"])
    }
  }
}

extension Source {
  fileprivate var asked: ListeningSource { ListeningSource(self) }
}

extension MentionFinding.Kind {
  /// As the record keeps it: `post` with its name behind a colon, `nothing`, or `liked` and `shared` with whose it is.
  init?(stored: String?) {
    guard let stored else { return nil }
    if stored.hasPrefix(Self.postMark) {
      self = .post(RemoteID(String(stored.dropFirst(Self.postMark.count))))
    } else if let colon = stored.firstIndex(of: ":"),
      let kind = Reaction.Kind(rawValue: String(stored[..<colon]))
    {
      self = .reaction(kind, by: RemoteID(String(stored[stored.index(after: colon)...])))
    } else {
      self = stored == "post" ? .post(nil) : .nothing
    }
  }

  private static let postMark = "post:"

  var stored: String {
    switch self {
    case .post(let name): name.map { Self.postMark + $0.rawValue } ?? "post"
    case .nothing: "nothing"
    case .reaction(let kind, let by): "\(kind.rawValue):\(by)"
    }
  }
}
