import Foundation
import HeedModel
public import HeedNetwork

/// A repository's web hooks: GitHub tells of each comment at once, signed with a secret
/// (https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries).
extension GitHubNetwork: TakingNotes {
  /// A hook has no lease; its first proven note, a ping, says that it stands.
  public var confirmsByNote: Bool { true }

  public func ask(_ place: NotePlace, callback: String, secret: String) async throws {
    throw NetworkError(.unsupported, "GitHub makes hooks only for an account.")
  }

  /// Only a token that may change hooks can make one; with a smaller right the desk goes on asking.
  public func ask(
    _ place: NotePlace, callback: String, secret: String, as account: AccountAccess?
  ) async throws {
    guard let account else {
      throw NetworkError(.unsupported, "GitHub makes hooks only for an account.")
    }
    let there = try self.place(account)
    let parts = place.subject.split(separator: "/").map(String.init)
    guard parts.count == 2, parts.allSatisfy(ThreadName.isName) else {
      throw NetworkError(.refused, "“\(place.subject)” names no repository. Add it anew.")
    }
    let configuration: [String: any Sendable] = [
      "url": callback, "secret": secret, "content_type": "json", "insecure_ssl": "0",
    ]
    let events = ["issues", "issue_comment", "discussion", "discussion_comment"]
    try await there.client.send(
      .post, "/repos/\(place.subject)/hooks",
      body: .json([
        "name": "web", "active": true, "events": events, "config": configuration,
      ]))
  }

  public func confirm(_ query: [String: String], _ place: NotePlace) -> NoteConfirmation {
    .unknown
  }

  public func isProven(
    _ note: InboundNote, code: (_ method: String, _ body: [UInt8]) -> [UInt8]?
  ) -> Bool {
    SignedNote.isProven(
      note.header("X-Hub-Signature-256"), body: note.body, methods: ["sha256"], code: code)
  }

  /// A note has the words as Markdown alone, so it only says that something is new; the place is asked at once for how it
  /// reads. What was deleted is told by the note itself.
  public func read(_ note: InboundNote, for source: ListeningSource) throws -> Heard {
    let event = note.header("X-GitHub-Event") ?? ""
    guard ["issues", "issue_comment", "discussion", "discussion_comment"].contains(event) else {
      return Heard(cursor: source.cursor)
    }
    let (place, repository) = try repository(source.target, nil)
    let told: Told = try place.client.read(
      WireResponse(status: 200, body: note.body, address: place.server.base))
    // Signed by somebody who knows the secret of another repository's hook it would not be here; still nobody may speak
    // of what is not theirs.
    guard told.repository.lowercased() == repository.lowercased() else {
      return Heard(cursor: source.cursor)
    }
    if told.action == "deleted", let name = told.page.flatMap(ThreadName.init),
      name.server == place.server,
      "\(name.owner)/\(name.repository)".lowercased() == repository.lowercased()
    {
      return Heard(events: [.removed(name.remoteID)], cursor: source.cursor)
    }
    return Heard(cursor: source.cursor, next: .zero)
  }

  private struct Told: Decodable {
    var action: String
    var repository: String
    var page: String?

    init(from decoder: any Decoder) throws {
      let fields = try Fields(decoder)
      action = fields.text("action") ?? ""
      let repository: Repository = try fields.needed("repository")
      self.repository = repository.name
      let page: Page? = fields.one("comment") ?? fields.one("issue") ?? fields.one("discussion")
      self.page = page?.address
    }
  }

  private struct Page: Decodable {
    var address: String
    init(from decoder: any Decoder) throws {
      address = try Fields(decoder).neededText("html_url")
    }
  }
}
