import Crypto
import HeedModel
public import HeedNetwork
import Logging

/// How a note, or a question about notes, is answered. Programs read it.
public struct NoteAnswer: Sendable, Equatable {
  public var status: Int
  public var text: String

  public init(_ status: Int, _ text: String = "") {
    self.status = status
    self.text = text
  }

  static let unknown = NoteAnswer(404, "Nothing is asked for here.\n")
  /// The same for every note, whatever became of it: nobody can probe for the secret.
  static let taken = NoteAnswer(202)
}

extension Desk {
  /// More than any hub sends: the largest feed that is read at all.
  public static let mostNoteBytes = 8 << 20
  /// A lease that a hub does not name, and the shortest that is worth its renewals.
  static let noteLease = Duration.days(10)
  static let leastNoteLease = Duration.minutes(10)
  /// For places that tell until somebody ends it there.
  static let standingLease = Duration.days(3650)

  /// Whether something was asked for at this address: asked before a byte of a note is read.
  public func expectsNotes(at token: String) async throws -> Bool {
    let hash = Vault.hash(token)
    return try await record.read { try $0.noteSubscription(tokenHash: hash) } != nil
  }

  /// A place asks whether the desk meant what it asked for.
  public func confirmNotes(_ query: [String: String], at token: String) async throws -> NoteAnswer {
    let hash = Vault.hash(token)
    let found = try await record.read { tx in
      try tx.noteSubscription(tokenHash: hash).map { ($0, try tx.source($0.source)) }
    }
    guard let (subscription, source) = found, let source, source.removedAt == nil,
      let network = networks[source.network] as? any TakingNotes
    else { return .unknown }
    let now = clock.now()
    switch network.confirm(query, NotePlace(subscription)) {
    case .unknown: return .unknown
    case .denied:
      try await record.write { tx in
        guard var denied = try tx.noteSubscription(tokenHash: hash) else { return }
        denied.confirmedAt = nil
        denied.nextAt = now + .days(1)
        try tx.update(denied)
      }
      return NoteAnswer(200)
    case .echo(let challenge, let told):
      let lease = max(told ?? Self.noteLease, Self.leastNoteLease)
      try await record.write { tx in
        guard var confirmed = try tx.noteSubscription(tokenHash: hash) else { return }
        confirmed.confirmedAt = now
        confirmed.endsAt = now + lease
        // Early enough for a hub that is away for a day.
        confirmed.nextAt = now + lease * 4 / 5
        confirmed.tries = 0
        try tx.update(confirmed)
        // The one before it was waited for no longer than this.
        for old in try tx.noteSubscriptions(of: source.id) where old.id < confirmed.id {
          try tx.delete(old.id)
        }
      }
      return NoteAnswer(200, challenge)
    }
  }

  /// Takes a note in. Its signature is proven first; one that was taken in before is dropped, also of ten at once.
  public func takeNote(_ note: InboundNote, at token: String) async throws -> NoteAnswer {
    let hash = Vault.hash(token)
    let found = try await record.read { tx in
      try tx.noteSubscription(tokenHash: hash).map { ($0, try tx.source($0.source)) }
    }
    let now = clock.now()
    guard let (subscription, source) = found, let source,
      let network = networks[source.network] as? any TakingNotes
    else { return .unknown }
    let isAwaited = subscription.confirmedAt == nil && network.confirmsByNote
    guard source.removedAt == nil, source.pausedAt == nil,
      isAwaited || subscription.confirmedAt != nil && subscription.endsAt.map({ now < $0 }) ?? false
    else {
      // A hub that is told so stops by itself.
      return NoteAnswer(410)
    }
    guard let secret = try? vault.open(subscription.sealedSecret, for: Owner.notes(subscription.id))
    else { return .taken }
    guard network.isProven(note, code: { Self.code($0, $1, key: secret) }) else {
      logger.info("A note was not signed as agreed.", metadata: ["source": "\(source.id)"])
      return .taken
    }
    if isAwaited { try await confirm(tokenHash: hash, at: now) }
    do {
      let heard = try network.read(
        note,
        for: ListeningSource(
          id: source.id, kind: source.kind, target: source.target, cursor: source.cursor))
      let batch = Batch(
        source: source, heard: heard,
        note: NoteMark(
          subscription: subscription.id, digest: Array(SHA256.hash(data: note.body))))
      for part in batch.parts(of: Intake.most) { try await takeIn([part]) }
    } catch {
      // The next question to the place brings what it meant.
      logger.info(
        "A note could not be read.",
        metadata: ["source": "\(source.id)", "error": "\(LogText.of(error))"])
      try await askSoon(source.id)
    }
    return .taken
  }

  /// Where the place asks no question, its first proven note says that it means to tell.
  private func confirm(tokenHash: [UInt8], at now: Instant) async throws {
    try await record.write { tx in
      guard var subscription = try tx.noteSubscription(tokenHash: tokenHash) else { return }
      subscription.confirmedAt = now
      subscription.endsAt = now + Self.standingLease
      subscription.nextAt = now + Self.standingLease
      subscription.tries = 0
      try tx.update(subscription)
    }
  }

  private func askSoon(_ id: ID<Source>) async throws {
    let now = clock.now()
    try await record.write { tx in
      guard var source = try tx.source(id), source.nextAt > now + .minutes(1) else { return }
      source.nextAt = now + .minutes(1)
      try tx.update(source)
    }
  }

  /// The keyed hashes that WebSub (https://www.w3.org/TR/websub/#signature-validation) and other places know.
  private static func code(_ method: String, _ body: [UInt8], key: [UInt8]) -> [UInt8]? {
    let key = SymmetricKey(data: key)
    return switch method {
    case "sha1": Array(HMAC<Insecure.SHA1>.authenticationCode(for: body, using: key))
    case "sha256": Array(HMAC<SHA256>.authenticationCode(for: body, using: key))
    case "sha384": Array(HMAC<SHA384>.authenticationCode(for: body, using: key))
    case "sha512": Array(HMAC<SHA512>.authenticationCode(for: body, using: key))
    default: nil
    }
  }

  /// Keeps in mind that a source's place can tell by itself; whoever subscribes does the rest.
  func noteOffer(_ place: NotePlace?, of source: Source, now: Instant, _ tx: any RecordWriting)
    throws
  {
    guard isReachable, let place, networks[source.network] is any TakingNotes else { return }
    let known = try tx.noteSubscriptions(of: source.id)
    if known.contains(where: { NotePlace($0) == place }) { return }
    // The feed names another hub: what the old one says does not count any more.
    for old in known { try tx.delete(old.id) }
    try tx.insert(try newSubscription(place, of: source.id, now: now).row)
  }

  func newSubscription(_ place: NotePlace, of source: ID<Source>, now: Instant) throws
    -> (row: NoteSubscription, secret: String)
  {
    let id: ID<NoteSubscription> = newID()
    let secret = randomness.token()
    return (
      NoteSubscription(
        id: id, source: source, place: place.address, subject: place.subject,
        sealedSecret: try vault.seal(Array(secret.utf8), for: Owner.notes(id)),
        tokenHash: Vault.hash(Self.noteToken(secret)), nextAt: now), secret
    )
  }

  /// The last part of the address that a place is given: follows from the secret and does not give it away.
  static func noteToken(_ secret: String) -> String {
    Hex.text(Vault.hash("notes:" + secret))
  }
}

extension NotePlace {
  init(_ subscription: NoteSubscription) {
    self.init(address: subscription.place, subject: subscription.subject)
  }
}
