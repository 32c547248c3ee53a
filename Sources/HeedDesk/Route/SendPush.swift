import Crypto
import Foundation
public import HeedModel
import HeedNetwork
import Logging

extension Desk {
  static let pushLease = Duration.minutes(2)
  static let mostPushTries = 6
  /// Refusals one after the other after which a browser rests; what concerns its member is mailed meanwhile, if they
  /// chose mail.
  static let mostPushRefusals = 5
  static let pushRest = Duration.days(1)

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
    try await settle(push, await outcome(of: leased, voucher, through: wire))
  }

  private func outcome(of leased: Leased, _ voucher: PushVoucher, through wire: any Wire) async
    -> PushOutcome
  {
    // Nothing can ever be sent to an address or a key that is none.
    guard let browser = PushBrowser(leased.place) else { return .gone }
    let request: WireRequest
    do {
      request = try self.request(leased, to: browser, voucher)
    } catch {
      // What fails here is ours, and not a byte left.
      logger.error("A push was not made.", metadata: ["error": "\(LogText.of(error))"])
      return .later(nil)
    }
    do {
      return PushOutcome(try await wire.send(request), now: clock.now())
    } catch let error as WireError where error.certainlyNotSent {
      return .later(nil)
    } catch {
      // It may have arrived, also where the desk was stopped meanwhile: it is not said a second time. The desk has it all
      // the same.
      return .done
    }
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
      if push.isSending {
        // Whoever sent it is gone, and it may have arrived: never a second time, nor by mail.
        try tx.setPushed(push.bundle, at: now)
        try tx.delete(push.id)
        return nil
      }
      guard let member = try tx.member(push.member),
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
      guard !tellings.isEmpty, !Self.isRefused(browser, now: now) else {
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

  /// Whether it rests because its service refused so often.
  public static func isRefused(_ browser: PushSubscription, now: Instant) -> Bool {
    browser.failures >= mostPushRefusals && browser.restsUntil > now
  }

  /// A newer push of the same thing takes the place of one that a service still keeps (RFC 8030, 5.4).
  private static func topic(_ tellings: [Telling]) -> String {
    let name =
      tellings.count == 1
      ? "\(tellings[0].member) \(tellings[0].kind) \(tellings[0].about)"
      : "\(tellings[0].member) \(tellings[0].id) \(tellings.count)"
    return Base64URL.text(SHA256.hash(data: Data(name.utf8)).prefix(24))
  }

  private func request(_ leased: Leased, to browser: PushBrowser, _ voucher: PushVoucher) throws
    -> WireRequest
  {
    let sealed = try browser.cipher.seal(
      PushPayload.bytes(leased.text, tag: leased.topic), key: randomness.agreementKey(),
      salt: randomness.bytes(16))
    return WireRequest(
      .post, browser.endpoint,
      headers: [
        ("Authorization", try voucher.authorization(for: browser.origin, now: clock.now())),
        ("Content-Encoding", "aes128gcm"), ("Content-Type", "application/octet-stream"),
        ("TTL", String(leased.seconds)), ("Topic", leased.topic), ("Urgency", "normal"),
      ], body: sealed, maximumBytes: 1 << 16)
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
        // Our own clock may be wrong, and then every service refuses: the browser stays, and is asked again tomorrow.
        if browser.failures >= Self.mostPushRefusals { browser.restsUntil = now + Self.pushRest }
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
