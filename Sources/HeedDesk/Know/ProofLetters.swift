import HeedModel
import HeedNetwork
import Logging
public import ServiceLifecycle

/// Sends the letters by which people prove a mail address. Beside the request that asked for one, so that the time of an
/// answer tells nobody whether the address is known here.
public struct ProofLetters: Service {
  static let look = Duration.seconds(3)
  private let desk: Desk
  private let path: @Sendable (String) -> String

  /// - Parameter path: where the desk takes a link, below its own address.
  public init(desk: Desk, path: @escaping @Sendable (String) -> String) {
    self.desk = desk
    self.path = path
  }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do {
          try await desk.sendProofLetters(path: path)
        } catch {
          desk.logger.error(
            "Letters could not be looked for.", metadata: ["error": "\(LogText.of(error))"])
        }
        try? await desk.clock.sleep(for: Self.look)
      }
    }
  }
}

extension Desk {
  func sendProofLetters(path: @Sendable (String) -> String) async throws {
    let now = clock.now()
    let (due, digests) = try await record.read { [self] tx in
      (try tx.lettersDue(now: now, limit: 20), try self.digests(in: tx))
    }
    for proof in due {
      do {
        try await sendLetter(of: proof, path: path, digests, now)
      } catch {
        logger.notice(
          "A letter that proves an address did not go out.",
          metadata: ["error": "\(LogText.of(error))"])
      }
    }
  }

  /// Only to addresses that the desk knows: it is nobody's tool to write to strangers.
  ///
  /// The letter proves nothing to the browser that asked for it: only who opens the link has shown anything.
  private func sendLetter(
    of proof: Proof, path: @Sendable (String) -> String, _ digests: Digests?, _ now: Instant
  ) async throws {
    let link = randomness.token()
    let typed = try? vault.openMap(proof.sealedClaim, for: Owner.proof(proof.tokenHash))
    let network = networks.all.lazy.compactMap { $0 as? any LetterSending }.first
    let to = typed?["mail"] ?? ""
    // By the mailbox, however it was typed: signs that nobody sees make no other of it.
    let mailbox = network?.person(at: to)
    var isWelcome = false
    if let mailbox {
      let key = digests?.digest("letter", [mailbox.rawValue]) ?? proof.claimDigest
      isWelcome = await proofThrottle.admits(.letter, Hex.text(key), now: now)
    }
    let id = isWelcome ? mailbox : nil
    let name = network?.name
    // Taken before it goes out: of two machines one sends it, and a crash costs a letter, which is asked for again.
    let found = try await record.write { tx -> (ID<Account>, String)? in
      var known: Handle?
      if let id, let name {
        known = try tx.handles(name, remoteIDs: [id]).first.flatMap { $0.isOurs ? nil : $0 }
      }
      let identity = known.flatMap { handle in
        digests.map { Hex.text($0.handle(handle.network, handle.remoteID)) }
      }
      let isTaken = try tx.takeLetter(
        proof.id, linkHash: Vault.hash(link), handles: [known?.id].compactMap { $0 },
        identities: [identity].compactMap { $0 })
      guard isTaken, known != nil,
        let account = try tx.accounts().first(where: {
          $0.network == name && $0.removedAt == nil && $0.owner == nil
        })
      else { return nil }
      return (account.id, try tx.settings().organisation)
    }
    guard let (account, organisation) = found, let network,
      let access = try await access(to: account)
    else { return }
    try await network.send(
      ProofLetter(
        to: to, subject: typed?["subject"] ?? "",
        text: (typed?["text"] ?? "").replacing("{link}", with: address.base + path(link)),
        language: proof.language, key: proof.id.description,
        organisation: organisation.isEmpty ? nil : organisation),
      as: access)
  }
}
