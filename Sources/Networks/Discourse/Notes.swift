import Foundation
import HeedModel
public import HeedNetwork

/// A forum's web hooks: it tells of each post at once, signed with a secret
/// (https://meta.discourse.org/t/configure-webhooks-that-trigger-on-discourse-events-to-integrate-with-external-services/49045).
extension DiscourseNetwork: TakingNotes {
  /// A hook has no lease, and its first proven note says that it stands.
  public var confirmsByNote: Bool { true }

  public func ask(_ place: NotePlace, callback: String, secret: String) async throws {
    throw NetworkError(.unsupported, "A forum makes hooks only for an account.")
  }

  /// Only the key of an administrator may make a hook; others go on asking.
  public func ask(
    _ place: NotePlace, callback: String, secret: String, as account: AccountAccess?
  ) async throws {
    guard let account, account.credentials["kind"] == "admin" else {
      throw NetworkError(
        .unsupported, "Only an administrator's key can let the forum tell by itself.")
    }
    let forum = try forum(account)
    let hook: [String: any Sendable] = [
      "payload_url": callback, "secret": secret, "content_type": "1",
      "wildcard_web_hook": false, "active": true, "verify_certificate": true,
      "web_hook_event_type_ids": ["2"],
    ]
    try await forum.client.send(
      .post, "/admin/api/web_hooks.json", body: .json(["web_hook": hook]))
  }

  public func confirm(_ query: [String: String], _ place: NotePlace) -> NoteConfirmation {
    .unknown
  }

  public func isProven(
    _ note: InboundNote, code: (_ method: String, _ body: [UInt8]) -> [UInt8]?
  ) -> Bool {
    SignedNote.isProven(
      note.header("X-Discourse-Event-Signature"), body: note.body, methods: ["sha256"], code: code)
  }

  public func read(_ note: InboundNote, for source: ListeningSource) throws -> Heard {
    guard note.header("X-Discourse-Event-Type") == "post" else {
      return Heard(cursor: source.cursor)
    }
    guard let server = PlaceServer(source.target) else {
      throw NetworkError(.refused, "“\(source.target)” names no forum. Add it anew.")
    }
    let told: Told = try forum(server).client.read(
      WireResponse(status: 200, body: note.body, address: server.base))
    let incoming = Incoming(server: server, now: clock.now(), user: nil)
    let name = incoming.reference(told.post).remoteID
    let isGone = told.post.isGone || note.header("X-Discourse-Event") == "post_destroyed"
    // A hook of an administrator tells what is said behind closed doors too. So its words are not taken: that something is
    // new is, and then it is asked for as everybody would.
    return isGone
      ? Heard(events: [.removed(name)], cursor: source.cursor)
      : Heard(cursor: source.cursor, next: told.post.isSaid ? .zero : nil)
  }

  private struct Told: Decodable {
    var post: ForumPost
    init(from decoder: any Decoder) throws { post = try Fields(decoder).needed("post") }
  }
}
