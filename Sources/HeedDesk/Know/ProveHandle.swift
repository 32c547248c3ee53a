public import HeedModel
import HeedNetwork
import Logging

/// What a browser shows that is about to prove a handle: the same whether or not the desk knows it.
public struct OpenProof: Sendable {
  public var claim: String
  public var code: String
  /// What a page of theirs would point to with `rel=me`.
  public var link: String
  public var endsAt: Instant
  public var isProven: Bool
  /// Whether a letter was asked for: whether one went out is not told.
  public var asksForLetter: Bool
  /// Ours, to which a code can be said.
  public var ours: [Handle]

  public init(
    claim: String, code: String, link: String, endsAt: Instant, isProven: Bool,
    asksForLetter: Bool, ours: [Handle] = []
  ) {
    self.claim = claim
    self.code = code
    self.link = link
    self.endsAt = endsAt
    self.isProven = isProven
    self.asksForLetter = asksForLetter
    self.ours = ours
  }
}

/// The words of a letter with a link: made by whoever knows the visitor's language; `{link}` stands for it.
public struct LetterWords: Sendable {
  public var subject: String
  public var text: String

  public init(subject: String, text: String) {
    self.subject = subject
    self.text = text
  }
}

extension Desk {
  static let proofLife = Duration.minutes(30)
  static let visitLife = Duration.minutes(30)

  /// Begins a proof in a browser. Nothing is looked up: what is answered tells nothing of what is kept.
  /// - Returns: the token of this browser.
  public func beginProof(
    _ typed: String, letter: LetterWords, language: String, from address: String
  ) async throws -> String {
    let now = clock.now()
    try await proofThrottle.admit(.begin, from: address, now: now)
    let claim = ProofCode.claim(typed)
    guard (3...300).contains(claim.utf8.count),
      !Self.trimmed(typed).contains(where: \.isWhitespace)
    else {
      throw Problem(
        .invalid, "Type your handle, your mail address or the address of your page.",
        field: "typed")
    }
    // A name alone is somebody's on every place; who is asked for is told by the place or the page.
    guard claim.dropFirst().dropLast().contains(where: { "@.:".contains($0) }) else {
      throw Problem(
        .invalid,
        """
        That is only a part of a handle. Write it whole, with its place: @ana@bolha.example on \
        Mastodon, Lemmy and forums, @ana.bsky.social on Bluesky, ana@mail.example for mail. For \
        GitHub, Hacker News and other places, write the address of your page there, such as \
        https://github.com/ana.
        """, field: "typed")
    }
    let token = randomness.token()
    let bare = Self.trimmed(typed)
    let mail = bare.lowercased().hasPrefix("mailto:") ? String(bare.dropFirst(7)) : bare
    let sealed = try vault.seal(
      ["claim": bare, "subject": letter.subject, "text": letter.text, "mail": mail],
      for: Owner.proof(Vault.hash(token)))
    try await record.write { [self] tx in
      let digests = try digestsMade(in: tx)
      try tx.insert(
        Proof(
          id: newID(), tokenHash: Vault.hash(token),
          codeDigest: digests.digest("said", [ProofCode.code(of: token, digests)]),
          claimDigest: digests.digest("claim", [claim]), sealedClaim: sealed,
          letterDue: ProofCode.isMail(mail) ? now : nil, language: language, madeAt: now,
          endsAt: now + Self.proofLife))
      try tx.deleteProofsAndVisits(endedAt: now)
    }
    return token
  }

  /// `nil` when there is none in this browser, or its half hour is over.
  public func openProof(token: String) async throws -> OpenProof? {
    let now = clock.now()
    let hash = Vault.hash(token)
    let found = try await record.read { [self] tx -> (Proof, Digests, [Handle])? in
      guard let proof = try tx.proof(tokenHash: hash), proof.endsAt > now,
        let digests = try digests(in: tx)
      else { return nil }
      let accounts = try tx.accounts().filter { $0.removedAt == nil && $0.owner == nil }
      return (proof, digests, try tx.handles(accounts.map(\.handle)))
    }
    guard let (proof, digests, ours) = found else { return nil }
    let typed = try vault.openMap(proof.sealedClaim, for: Owner.proof(hash))
    let code = ProofCode.code(of: token, digests)
    return OpenProof(
      claim: typed["claim"] ?? "", code: code, link: proofLink(code), endsAt: proof.endsAt,
      isProven: proof.provenAt != nil,
      asksForLetter: try await sendsLetters() && ProofCode.isMail(typed["mail"] ?? ""),
      ours: ours)
  }

  /// Whether the desk can send letters at all: the same for every address, known here or not.
  func sendsLetters() async throws -> Bool {
    let names = Set(networks.all.filter { $0 is any LetterSending }.map(\.name))
    guard !names.isEmpty else { return false }
    return try await record.read { tx in
      try tx.accounts().contains {
        names.contains($0.network) && $0.removedAt == nil && $0.owner == nil
      }
    }
  }

  func proofLink(_ code: String) -> String { "\(address.base)/you?proof=\(code)" }

  /// Whether it was proven since: then this browser gets a session of its own, once. Its token is a new one: whoever
  /// planted the first has nothing by it but what they could see before.
  public func checkProof(token: String, from address: String) async throws -> String? {
    let now = clock.now()
    try await proofThrottle.admit(.check, from: address, now: now)
    let hash = Vault.hash(token)
    return try await openVisit(now) { tx in
      guard let proof = try tx.proof(tokenHash: hash), proof.endsAt > now, proof.provenAt != nil,
        let way = proof.way
      else { return nil }
      return (proof, way, proof.handles, proof.identities)
    }
  }

  /// Who holds the link that a letter carried reads that mailbox.
  public func openProofLink(_ link: String, from address: String) async throws -> String? {
    let now = clock.now()
    try await proofThrottle.admit(.link, from: address, now: now)
    let hash = Vault.hash(link)
    return try await openVisit(now) { tx in
      guard let proof = try tx.proof(linkHash: hash), proof.endsAt > now, proof.provenAt == nil,
        !proof.handles.isEmpty
      else { return nil }
      return (proof, .mail, proof.handles, proof.identities)
    }
  }

  private func openVisit(
    _ now: Instant,
    _ find:
      @escaping @Sendable (any RecordReading) throws -> (
        Proof, ProofWay, [ID<Handle>], [String]
      )?
  ) async throws -> String? {
    let token = randomness.token()
    return try await record.write { [self] tx in
      // Of two that try at once, one uses it.
      guard let (proof, way, handles, identities) = try find(tx), try tx.use(proof.id) else {
        return nil
      }
      try tx.insert(
        Visit(
          id: newID(), tokenHash: Vault.hash(token), way: way, handles: handles,
          identities: identities, madeAt: now, endsAt: now + Self.visitLife))
      try tx.append(event(.handleProven, subject: handles.first?.value))
      return token
    }
  }

  /// Who a cookie's token belongs to; `nil` when it is unknown or over.
  public func visit(token: String) async throws -> Visit? {
    let now = clock.now()
    let hash = Vault.hash(token)
    return try await record.read { try $0.visit(tokenHash: hash) }.flatMap {
      $0.endsAt > now ? $0 : nil
    }
  }

  public func endVisit(_ visit: Visit) async throws {
    try await record.write { try $0.deleteVisit(visit.id) }
  }
}
