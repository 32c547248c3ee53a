import Foundation
import HeedModel
public import HeedNetwork

/// What can be listened to; stored as `Source.kind`.
enum Kind: String, Sendable {
  /// Answers, mentions and private messages of an account.
  case inbox
  /// Posts and comments of one community; the target is `server/name`.
  case community
  /// Posts and comments of one server's own people; the target is the server.
  case local
}

extension LemmyNetwork {
  public func listen(to source: ListeningSource) async throws -> Heard {
    guard let kind = Kind(rawValue: source.kind) else {
      throw NetworkError(.unsupported, "Lemmy has nothing called “\(source.kind)” to hear.")
    }
    let server: LemmyServer
    var lists: [(name: String, path: String, query: [(String, String)])]
    switch kind {
    case .inbox:
      guard let account = source.account else {
        throw NetworkError(.signedOut, "This needs an account. Sign in, then listen again.")
      }
      server = try await self.server(account)
      lists = Self.inbox(server)
    case .community, .local:
      let halves = source.target.split(separator: "/").map(String.init)
      let isCommunity = kind == .community
      guard let place = PlaceServer(halves.first ?? ""), !isCommunity || halves.count == 2 else {
        throw NetworkError(.refused, "“\(source.target)” names no place. Add it anew.")
      }
      if let account = source.account, PlaceServer(account.server) == place {
        server = try await self.server(account)
      } else {
        server = try await self.server(place)
      }
      let scope =
        isCommunity
        ? [("community_name", halves[1])]
        : [("type_", server.version == .v4 ? "local" : "Local")]
      lists = [("c", "/comment/list", scope), ("p", "/post/list", scope)]
    }
    return try await listen(server, lists, from: source.cursor, toUs: kind == .inbox)
  }

  private static func inbox(
    _ server: LemmyServer
  ) -> [(name: String, path: String, query: [(String, String)])] {
    let all = [("unread_only", "false")]
    switch server.version {
    // One list has it all: https://github.com/LemmyNet/lemmy/blob/main/crates/routes (v4).
    case .v4: return [("n", "/account/notification/list", all + [("type_", "all")])]
    case .v3:
      return [
        ("r", "/user/replies", all), ("m", "/user/mention", all),
        ("d", "/private_message/list", all),
      ]
    }
  }

  /// Each list is walked by itself; a fault in one keeps what the others brought.
  private func listen(
    _ server: LemmyServer, _ lists: [(name: String, path: String, query: [(String, String)])],
    from text: String?, toUs: Bool
  ) async throws -> Heard {
    var cursors = Cursors(text)
    var heard = Heard()
    var fault: (any Error)?
    for list in lists {
      do {
        let before = WalkCursor(cursors.lists[list.name])
        let outcome = try await walk(server, list.path, list.query, toUs: toUs).pass(from: before)
        let events = outcome.events.map { Self.restored($0, seen: before?.seen ?? [:]) }
        heard.events += cursors.threaded(events, on: server.server)
        cursors.lists[list.name] = outcome.cursor.text
        if let next = outcome.next { heard.next = min(heard.next ?? next, next) }
      } catch {
        fault = fault ?? error
      }
    }
    if let fault, heard.events.isEmpty { throw fault }
    if let fault { heard.next = (fault as? NetworkError)?.retryAfter ?? .seconds(60) }
    heard.cursor = cursors.text
    return heard
  }

  /// What this server said to be gone, and shows again.
  private static func restored(_ event: RemoteEvent, seen: [String: String]) -> RemoteEvent {
    guard case .post(var post) = event, seen[post.reference.remoteID.rawValue] == gone else {
      return event
    }
    post.isRestored = true
    return .post(post)
  }

  /// The wording of what is gone.
  private static let gone = "gone"

  private func walk(
    _ server: LemmyServer, _ path: String, _ query: [(String, String)], toUs: Bool
  ) -> Walk<View> {
    let intake = intake(server)
    return Walk(
      clock: clock,
      fetch: { below in
        var asked = query + [("limit", "50"), ("sort", server.newest)]
        switch server.version {
        // Pages have numbers: what is new pushes the rest down, never up.
        case .v3: asked.append(("page", below ?? "1"))
        case .v4: if let below { asked.append(("page_cursor", below)) }
        }
        let views: Views = try await server.client.get(path, asked).value
        let number = below.flatMap { Int($0) } ?? 1
        return Walk.Page(
          entries: views.views.items.map { view in
            let said = view.said
            return Walk.Entry(
              id: said.page, at: Dates.instant(said.published),
              wording: said.isGone
                ? Self.gone
                : String(StableHash.of(said.title ?? "", said.url ?? "", said.content), radix: 36),
              item: view)
          },
          below: server.version == .v4
            ? views.next : views.views.count < 50 ? nil : String(number + 1),
          count: views.views.count)
      },
      take: { views in
        var events: [RemoteEvent] = views.filter(\.said.isGone).map {
          .removed(RemoteID($0.said.page))
        }
        events += try await intake.posts(views, toUs: toUs).map { .post($0) }
        return events
      })
  }
}

/// Where several lists go on, by name.
struct Cursors: Codable, Sendable {
  struct Last: Codable, Sendable {
    var id: Int
    var name: String
  }

  var lists: [String: String] = [:]
  /// The newest private message between us and somebody, by the server's number of them.
  private var messages: [String: Last]?

  static let mostPeople = 500

  /// One that cannot be read counts as none: that brings doubles and loses nothing.
  init(_ text: String?) {
    guard let text, let read = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else {
      return
    }
    self = read
  }

  /// Private messages stand in no thread there: each answers the one before it between the same two.
  mutating func threaded(_ events: [RemoteEvent], on server: PlaceServer) -> [RemoteEvent] {
    events.map { event in
      guard case .post(var post) = event, let local = LocalName(post.reference, on: server),
        local.kind == .message, let with = local.with
      else { return event }
      var last = messages ?? [:]
      let before = last[String(with)]
      // One that was known before and reads differently now stands where it stood.
      guard local.id > before?.id ?? 0 else { return event }
      post.parent = before.map { RemoteID($0.name) }
      last[String(with)] = Last(id: local.id, name: post.reference.remoteID.rawValue)
      if last.count > Self.mostPeople, let oldest = last.min(by: { $0.value.id < $1.value.id }) {
        last[oldest.key] = nil
      }
      messages = last
      return .post(post)
    }
  }

  var text: String? {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
  }
}
