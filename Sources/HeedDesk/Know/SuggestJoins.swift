public import HeedModel
import HeedNetwork

/// A handle that may be held by somebody whom we know, with what they gave that says so.
public struct JoinSuggestion: Sendable, Hashable {
  /// The handle of theirs that it would be joined to.
  public var mine: Handle
  public var other: Handle
  public var evidence: JoinEvidence
}

extension Desk {
  /// Handles of others that may be this person's, each with its evidence; none twice, and none that was joined or
  /// declined on the same kind of evidence before. Both ends are handles with words that the viewer may see.
  public func joinSuggestions(for person: ID<Person>, by viewer: Viewer) async throws
    -> [JoinSuggestion]
  {
    let networks = networks
    return try await record.read { try JoinSearch(person, viewer, networks, $0).suggestions() }
  }
}

/// Looks for handles of one human on what they gave themselves.
struct JoinSearch {
  static let most = 20
  private let person: ID<Person>
  private let viewer: Viewer
  private let networks: Networks
  private let tx: any RecordReading
  private let mine: [Handle]
  private let told: [HandleJoin]
  private let given: [Evidence]

  init(
    _ person: ID<Person>, _ viewer: Viewer, _ networks: Networks, _ tx: any RecordReading
  ) throws {
    let mine = try tx.handles(of: person, for: viewer)
    try self.init(
      person, holding: mine, joined: try tx.joins(of: mine.map(\.id)), viewer, networks, tx)
  }

  /// - Parameters:
  ///   - mine: the person's handles with words that the viewer may see.
  ///   - told: all joins of these, those that ended or were declined included.
  init(
    _ person: ID<Person>, holding mine: [Handle], joined told: [HandleJoin], _ viewer: Viewer,
    _ networks: Networks, _ tx: any RecordReading
  ) throws {
    self.person = person
    self.viewer = viewer
    self.networks = networks
    self.tx = tx
    self.mine = mine
    self.told = told
    given = try tx.evidence(of: mine.map(\.id))
  }

  /// - Parameter again: one that was declined or parted: then only it, if what it stands on is still there.
  func suggestions(again: HandleJoin? = nil) throws -> [JoinSuggestion] {
    var found = try links() + sites() + mailAddresses() + moves()
    if let again {
      found = found.filter {
        again.connects($0.mine.id, $0.other.id) && again.evidence.kind == $0.evidence.kind
      }
    }
    var known: Set<ID<Handle>> = []
    return try found.filter { suggestion in
      try isOffered(suggestion, again: again != nil) && known.insert(suggestion.other.id).inserted
    }.prefix(Self.most).map { $0 }
  }

  /// Whether it may be said at all, and was not decided before.
  private func isOffered(_ found: JoinSuggestion, again: Bool) throws -> Bool {
    let other = found.other
    guard let theirs = other.person, theirs != person, !other.isOurs, !other.isBot,
      !found.mine.isOurs, !found.mine.isBot, try tx.handle(other.id, for: viewer) != nil
    else { return false }
    return !told.contains {
      ($0.isStanding || !again) && $0.connects(found.mine.id, other.id)
        && $0.evidence.kind == found.evidence.kind
    }
  }

  /// The page of one points to the other's page, and back.
  private func links() throws -> [JoinSuggestion] {
    let mutual = given.filter { $0.kind == .relMe && $0.isMutual }
    let there = try mutual.flatMap { seen -> [JoinSuggestion] in
      guard let one = mine.first(where: { $0.id == seen.handle }) else { return [] }
      return try tx.handles(withPages: [seen.there]).filter(networks.ownsItsPage).map {
        JoinSuggestion(
          mine: one, other: $0,
          evidence: JoinEvidence(.links, here: seen.here, there: seen.there))
      }
    }
    let here = try mine.filter(networks.ownsItsPage).flatMap { one -> [JoinSuggestion] in
      let seen = try tx.evidence(pointingTo: [one.page].compactMap { $0 }).filter {
        $0.kind == .relMe && $0.isMutual && $0.handle != one.id
      }
      return try pairs(seen, with: one) { JoinEvidence(.links, here: $0.here, there: $0.there) }
    }
    return there + here
  }

  /// Both have links both ways with one page.
  private func sites() throws -> [JoinSuggestion] {
    try given.filter { $0.kind == .relMe && $0.isMutual }.flatMap {
      mutual -> [JoinSuggestion] in
      guard let one = mine.first(where: { $0.id == mutual.handle }) else { return [] }
      let seen = try tx.evidence(pointingTo: [mutual.there]).filter {
        $0.kind == .relMe && $0.isMutual && $0.handle != one.id
      }
      return try pairs(seen, with: one) { JoinEvidence(.site, here: $0.here, there: $0.there) }
    }
  }

  /// The address itself is not repeated: one of the two may have given it in confidence.
  private func mailAddresses() throws -> [JoinSuggestion] {
    let mails = given.filter { $0.kind == .mailAddress }
    return try mine.flatMap { one -> [JoinSuggestion] in
      var addresses = mails.filter { $0.handle == one.id }.map(\.there)
      if one.network == Self.mail { addresses.append(one.address.lowercased()) }
      guard !addresses.isEmpty else { return [] }
      let writers = try tx.handles(addressed: addresses).filter {
        $0.network == Self.mail && $0.id != one.id
      }
      let seen = try tx.evidence(pointingTo: addresses).filter {
        $0.kind == .mailAddress && $0.handle != one.id
      }
      let evidence = JoinEvidence(.mailAddress)
      return writers.map { JoinSuggestion(mine: one, other: $0, evidence: evidence) }
        + (try pairs(seen, with: one) { _ in evidence })
    }
  }

  private static let mail = NetworkName("mail")

  private func moves() throws -> [JoinSuggestion] {
    let to = try tx.handles(mine.compactMap(\.movedTo))
    let from = try tx.handles(movedTo: mine.map(\.id))
    let evidence = JoinEvidence(.moved)
    return mine.flatMap { one in
      (to.filter { $0.id == one.movedTo } + from.filter { $0.movedTo == one.id }).map {
        JoinSuggestion(mine: one, other: $0, evidence: evidence)
      }
    }
  }

  private func pairs(
    _ seen: [Evidence], with one: Handle, _ evidence: (Evidence) -> JoinEvidence
  ) throws -> [JoinSuggestion] {
    let others = Dictionary(try tx.handles(seen.map(\.handle)).map { ($0.id, $0) }) { $1 }
    return seen.compactMap { seen in
      others[seen.handle].map { JoinSuggestion(mine: one, other: $0, evidence: evidence(seen)) }
    }
  }
}

extension Networks {
  /// In a comment's form, in a feed and on a page of their own people type whatever page they like as theirs, and a server
  /// may name any page as that of its people, somebody else's too: only what is known to be theirs counts.
  func ownsItsPage(_ handle: Handle) -> Bool {
    guard let page = handle.page, let network = self[handle.network] as? any PageKnowing else {
      return false
    }
    return network.isOwn(page, of: handle.remoteID)
  }
}
