import Crypto
import Foundation
import HeedModel
import HeedNetwork
import Logging

extension Desk {
  static let pushLease = Duration.minutes(2)
  static let mostPushTries = 6
  /// Refusals one after the other after which an address is given up.
  static let mostPushRefusals = 5

  /// Sends the pushes that are due.
  func sendPushes(through wire: any Wire, in words: any MemberWords) async throws {
    let now = clock.now()
    let due = try await record.read { try $0.pushesDue(at: now, limit: 50) }
    guard !due.isEmpty else { return }
    let voucher = try await pushVoucher()
    await withDiscardingTaskGroup { group in
      for push in due {
        group.addTask {
          do {
            try await send(push, voucher, through: wire, in: words)
          } catch {
            logger.error("A push failed.", metadata: ["error": "\(LogText.of(error))"])
          }
        }
      }
    }
  }

  private func send(
    _ push: Push, _ voucher: PushVoucher, through wire: any Wire, in words: any MemberWords
  ) async throws {
    guard let leased = try await lease(push, in: words) else { return }
    let outcome: PushOutcome
    do {
      let request = try request(leased, voucher)
      outcome = PushOutcome(try await wire.send(request), now: clock.now())
    } catch let error as WireError {
      // Where it may have arrived it is not said a second time; the desk has it all the same.
      outcome = error.certainlyNotSent ? .later(nil) : .done
    } catch {
      // Its keys are none: nothing can ever be sent there.
      outcome = .gone
    }
    try await settle(push, outcome)
  }

  private struct Leased: Sendable {
    var place: [String: String]
    var text: PushText
    var topic: String
    var seconds: Int
  }

  /// Marked as being sent, durably, before the first byte leaves.
  private func lease(_ push: Push, in words: any MemberWords) async throws -> Leased? {
    let now = clock.now()
    return try await record.write { [self] tx in
      // Whoever sent it is gone: never a second time.
      guard !push.isSending, let member = try tx.member(push.member),
        let browser = try tx.pushSubscriptions(of: push.member, now: now).first(where: {
          $0.id == push.subscription
        }), let place = try? vault.openMap(browser.sealed, for: Owner.push(browser.placeHash))
      else {
        try tx.delete(push.id)
        return nil
      }
      let viewer = Viewer(member: member.id, role: member.role)
      let tellings = try tx.tellings(in: push.bundle, for: viewer).filter {
        try $0.deskAt == nil && $0.digest == nil && tx.holds($0, for: viewer)
      }
      guard !tellings.isEmpty else {
        try tx.delete(push.id)
        return nil
      }
      let mayBeTold = try tx.mayBeTold(member, now: now)
      guard mayBeTold, browser.restsUntil <= now else {
        var later = push
        later.dueAt = max(now + .minutes(5), browser.restsUntil)
        try tx.update(later)
        return nil
      }
      guard try tx.lease(push.id, until: now + Self.pushLease) else { return nil }
      let choices = try tx.choices(of: member.id)
      let text = words.push(
        try tellings.map { try tx.toldItem($0, for: viewer) }, for: member,
        words: choices.pushWords)
      // Beyond their hours it would come too late.
      let left = try tx.minutesLeft(member, now: now).map { max(60, $0 * 60) }
      return Leased(
        place: place, text: text, topic: Self.topic(tellings), seconds: left ?? 12 * 3600)
    }
  }

  /// A newer push of the same thing takes the place of one that a service still keeps (RFC 8030, 5.4).
  private static func topic(_ tellings: [Telling]) -> String {
    let name =
      tellings.count == 1
      ? "\(tellings[0].member) \(tellings[0].kind) \(tellings[0].about)"
      : "\(tellings[0].member) \(tellings[0].id) \(tellings.count)"
    return Base64URL.text(SHA256.hash(data: Data(name.utf8)).prefix(24))
  }

  private func request(_ leased: Leased, _ voucher: PushVoucher) throws -> WireRequest {
    guard let endpoint = leased.place["endpoint"], let address = URL(string: endpoint),
      let scheme = address.scheme, let host = address.host,
      let key = leased.place["key"].flatMap(Base64URL.bytes),
      let secret = leased.place["secret"].flatMap(Base64URL.bytes)
    else { throw CryptoKitError.incorrectParameterSize }
    let origin = "\(scheme)://\(host)" + (address.port.map { ":\($0)" } ?? "")
    let sealed = try PushCipher(browserKey: key, secret: secret).seal(
      Self.payload(leased.text, tag: leased.topic), key: randomness.agreementKey(),
      salt: randomness.bytes(16))
    return WireRequest(
      .post, endpoint,
      headers: [
        ("Authorization", try voucher.authorization(for: origin, now: clock.now())),
        ("Content-Encoding", "aes128gcm"), ("Content-Type", "application/octet-stream"),
        ("TTL", String(leased.seconds)), ("Topic", leased.topic), ("Urgency", "normal"),
      ], body: sealed, maximumBytes: 1 << 16)
  }

  /// What `worker.js` reads.
  static func payload(_ text: PushText, tag: String) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(
      try encoder.encode([
        "title": String(text.title.prefix(120)), "body": String(text.body.prefix(300)),
        "path": text.path, "tag": tag,
      ]))
  }

  private func settle(_ push: Push, _ outcome: PushOutcome) async throws {
    let now = clock.now()
    try await record.write { tx in
      guard var browser = try tx.pushSubscription(push.subscription) else {
        return try tx.delete(push.id)
      }
      switch outcome {
      case .done:
        browser.failures = 0
        try tx.save(browser)
        try tx.setPushed(push.bundle, at: now)
        try tx.delete(push.id)
      case .gone: try tx.delete(browser.id)
      case .refused:
        browser.failures += 1
        if browser.failures >= Self.mostPushRefusals { return try tx.delete(browser.id) }
        try tx.save(browser)
        try tx.delete(push.id)
      case .later(let after):
        let tries = push.attempts + 1
        if tries >= Self.mostPushTries { return try tx.delete(push.id) }
        browser.restsUntil = now + max(after ?? .zero, .seconds(30) * (1 << min(tries, 8)))
        try tx.save(browser)
        var later = push
        later.isSending = false
        later.attempts = tries
        later.dueAt = browser.restsUntil
        try tx.update(later)
      }
    }
  }
}

/// What a push service made of it (RFC 8030, 5 and 7.3).
enum PushOutcome: Sendable, Equatable {
  case done
  /// The browser takes no more: told by 404 and 410.
  case gone
  case later(Duration?)
  case refused

  init(_ response: WireResponse, now: Instant) {
    switch response.status {
    case 200..<300: self = .done
    case 404, 410: self = .gone
    case 429, 500..<600:
      self = .later(Patience.told(by: response, now: now))
    default: self = .refused
    }
  }
}
