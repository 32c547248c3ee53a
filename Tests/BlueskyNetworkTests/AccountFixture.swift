import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Synchronization

@testable import BlueskyNetwork

/// Bluesky with an account: `shop.example` is us, `ana.example` speaks to us.
final class AccountFixture: NetworkFixture {
  let clock = ManualClock()
  let double: BlueskyDouble
  let bluesky: BlueskyNetwork
  let shop: String
  let ana: String
  let password: String
  let access: AccountAccess

  var network: any Network { bluesky }
  var account: AccountAccess? { access }
  var secrets: [String] { [password] + access.credentials.all.values.filter { $0.count > 8 } }

  init(messages: Bool = true, showsEdits: Bool = false) async throws {
    double = BlueskyDouble(showsEdits: showsEdits, clock: clock)
    shop = double.person("shop.example", name: "The Bell Shop")
    ana = double.person("ana.example", name: "Ana")
    password = double.appPassword(of: shop, forMessages: messages)
    bluesky = BlueskyNetwork(
      wire: BlueskyWire(double), clock: clock, randomness: SeededRandomness(), jetstream: [])
    let step = try await bluesky.begin(at: "shop.example", desk: Self.lan)
    let signedIn = try await bluesky.finish(step, with: .token(password))
    access = AccountAccess(
      id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
      address: signedIn.handle.address, credentials: signedIn.credentials)
  }

  /// No server could send anybody back here.
  static let lan = DeskAddress(base: "http://desk.lan", isPublic: false)

  func source(_ kind: String, _ target: String = "") -> ListeningSource {
    ListeningSource(id: ID(1), kind: kind, target: target, cursor: nil, account: access)
  }

  var sources: [ListeningSource] { [source("mentions"), source("search", "@shop.example")] }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    return reference(
      double.post(by: ana, "@shop.example " + text, inReplyTo: parent?.remoteID.rawValue))
  }

  func reference(_ address: String) -> RemoteReference {
    RemoteReference(remoteID: RemoteID(address), local: double.cid(of: address))
  }

  func edit(_ post: RemoteReference, to text: String) async throws {
    guard double.showsEdits else { throw NotHere("edits are not shown there") }
    double.edit(post.remoteID.rawValue, "@shop.example " + text)
  }

  func remove(_ post: RemoteReference) async throws { double.delete(post.remoteID.rawValue) }

  func accepted() async throws -> [AcceptedMessage] {
    double.accepted.map { message in
      // Words of warning that are no label stand before the text.
      let parts = message.text.split(separator: "\n\n", maxSplits: 1).map(String.init)
      let hasWarning = message.text.hasPrefix("CW: ")
      return AcceptedMessage(
        id: RemoteID(message.address), text: hasWarning ? parts[1] : message.text,
        warning: hasWarning ? String(parts[0].dropFirst(4)) : message.labels.first,
        language: message.languages.first, visibility: message.isPrivate ? .private : .public,
        parent: message.parent.map { RemoteID($0) }, alternatives: message.alternatives)
    }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    let path =
      switch kind {
      case .sending: "/xrpc/com.atproto.repo.createRecord"
      case .listening: "/xrpc/app.bsky.notification."
      case .rechecking: "/xrpc/"
      }
    let there: BlueskyDouble.Fault =
      switch fault {
      case .cutBeforeAccepting: .cutBefore
      case .cutAfterAccepting: .cutAfter
      case .errorAfterAccepting: .statusAfter(500)
      case .temporarilyDown: .refusal(503, "<html>Back soon</html>", headers: [:])
      case .strangersPage: .refusal(401, "<html>Please sign in</html>", headers: [:])
      case .strangersMissing: .refusal(404, "<html>Not here</html>", headers: [:])
      case .rateLimitedUntil(let wait):
        .refusal(
          429, #"{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}"#,
          headers: Dictionary(NetworkFault.headers(limitedUntil: wait).map { ($0.name, $0.value) })
          {
            $1
          })
      case .rateLimited(let wait):
        .refusal(
          429, #"{"error":"RateLimitExceeded","message":"Rate Limit Exceeded"}"#,
          headers: [
            "RateLimit-Reset": String((clock.now() + wait).milliseconds / 1_000),
            "RateLimit-Limit": "3000",
          ])
      }
    double.fail(path, there)
  }

  func react(to post: RemoteReference, likes: Int, shares: [Int]) async throws {
    for number in 0..<likes {
      double.like(post.remoteID.rawValue, by: double.person("liker\(number).example"))
    }
    for (number, followers) in shares.enumerated() {
      let sharer = double.person("sharer\(number).example")
      double.follow(sharer, by: followers)
      double.repost(post.remoteID.rawValue, by: sharer)
    }
  }

  func withdrawRight() async throws { double.revoke(shop) }
  func streamIsOpen() async throws { throw NotHere("what an account hears is asked for") }
  func cutStreams() async throws { throw NotHere("what an account hears is asked for") }

  func signIn() async throws -> SignedIn {
    let step = try await bluesky.begin(at: "@shop.example", desk: Self.lan)
    return try await bluesky.finish(step, with: .token(double.appPassword(of: shop)))
  }
}
