import HeedModel
import Logging

extension Desk {
  /// A server may look through the whole mail before it answers.
  static let digestLease = Duration.minutes(10)
  static let mostDigestTries = 8

  /// Sends the mails that are due.
  func sendDigests(by mail: any MemberMail, in words: any MemberWords) async throws {
    let now = clock.now()
    for digest in try await record.read({ try $0.digestsDue(at: now, limit: 20) }) {
      if Task.isCancelled { return }
      try await send(digest, by: mail, in: words)
    }
  }

  private func send(
    _ digest: MailDigest, by mail: any MemberMail, in words: any MemberWords
  ) async throws {
    guard digest.status == .queued else {
      // Whoever sent it is gone, and nobody can tell how far it came: never a second time.
      return try await settle(
        digest.id, .unknown("The desk was stopped while this mail was on its way."))
    }
    let token = randomness.token(bytes: 16)
    guard let (letter, tellings) = try await lease(digest, token: token, in: words) else { return }
    let fate = await mail.send(letter)
    if case .taken = fate {
      logger.info("A mail to a member went out.", metadata: ["tellings": "\(tellings)"])
    }
    try await settle(digest.id, fate)
  }

  /// Becomes `sending`, durably, before the first byte leaves.
  private func lease(_ digest: MailDigest, token: String, in words: any MemberWords) async throws
    -> (MemberLetter, Int)?
  {
    let now = clock.now()
    return try await record.write { tx in
      guard var kept = try tx.digest(digest.id), kept.status == .queued,
        let member = try tx.member(kept.member)
      else { return nil }
      let choices = try tx.choices(of: member.id)
      let viewer = Viewer(member: member.id, role: member.role)
      // What was seen or settled since it was gathered is left out; a mail of nothing is none.
      let tellings = try tx.tellings(in: kept.id, for: viewer).filter {
        try $0.deskAt == nil && $0.pushedAt == nil && tx.holds($0, for: viewer)
      }
      guard !tellings.isEmpty, choices.mail != .never, member.leftAt == nil else {
        try tx.delete(kept.id)
        return nil
      }
      guard try tx.mayBeTold(member, now: now) else {
        kept.dueAt = now + .minutes(5)
        try tx.update(kept)
        return nil
      }
      guard try tx.lease(kept.id, until: now + Self.digestLease) else { return nil }
      kept.status = .sending
      kept.dueAt = now + Self.digestLease
      kept.attempts += 1
      kept.tokenHash = Vault.hash(token)
      try tx.update(kept)
      let text = words.letter(
        try tellings.map { try tx.toldItem($0, for: viewer) }, for: member,
        words: choices.mailWords, endToken: token, now: now)
      let letter = MemberLetter(
        messageID: kept.messageID, name: member.name, address: member.email, subject: text.subject,
        plain: text.plain, html: text.html, language: member.language, at: now,
        endAddress: text.endAddress)
      return (letter, tellings.count)
    }
  }

  private func settle(_ id: ID<MailDigest>, _ fate: LetterFate) async throws {
    let now = clock.now()
    try await record.write { [self] tx in
      guard var digest = try tx.digest(id), digest.status == .sending else { return }
      switch fate {
      case .taken:
        digest.status = .sent
        digest.sentAt = now
        digest.trouble = nil
        try tx.setMailed(id, at: now)
      case .later(let trouble, let after):
        digest.trouble = trouble
        if digest.attempts >= Self.mostDigestTries {
          digest.status = .failed
        } else {
          digest.status = .queued
          let pause = min(Duration.minutes(5) * (1 << min(digest.attempts, 6)), .hours(4))
          digest.dueAt = now + max(after ?? .zero, pause)
        }
      case .refused(let trouble):
        digest.status = .failed
        digest.trouble = trouble
      case .unknown(let trouble):
        digest.status = .unknown
        digest.trouble = trouble
      }
      try tx.update(digest)
      if digest.status == .failed || digest.status == .unknown {
        try tx.append(event(.membersTold))
      }
    }
  }
}
