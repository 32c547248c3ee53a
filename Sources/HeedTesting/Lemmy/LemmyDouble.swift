public import HeedModel
public import HeedNetwork
import Synchronization

/// A Lemmy server as either API tells it.
///
/// Written from published documentation (https://join-lemmy.org/api/v3 and /v4, https://join-lemmy.org/docs), not
/// recorded from servers.
public final class LemmyDouble: Sendable {
  public enum Version: String, Sendable, CaseIterable, CustomStringConvertible {
    case v3, v4
    public var description: String { rawValue }
  }

  public struct Entry: Sendable {
    public var id: Int
    /// 0 for a post, 1 for a comment, 2 for a private message.
    public var kind: Int
    public var post: Int
    public var path: String
    public var by: Int
    public var to: Int?
    public var content: String
    public var at: Int64
    public var updated: Int64?
    public var isDeleted = false
    /// The server of whoever said it, and of where it was said, where that is not this one.
    public var home: String?
    /// It is told to the account.
    public var tells = false
  }

  private struct State {
    var entries: [Int: Entry] = [:]
    var serial = 500
    var tokens: Set<String> = []
    var accepted: [Int] = []
    var wantsCode = false
    var pageSize = 50
  }

  public let host: String
  public let version: Version
  public let password: String
  /// The numbers of two people: us, and somebody.
  public let shop = 7, ana = 8
  private let state = Mutex(State())
  private let clock: any DeskClock

  public init(
    _ version: Version, host: String = "lemmy.example", password: String, clock: any DeskClock
  ) {
    self.host = host
    self.version = version
    self.password = password
    self.clock = clock
  }

  private var now: Int64 { clock.now().milliseconds }

  public func token(_ token: String, isGood: Bool = true) {
    state.withLock { state in
      if isGood { state.tokens.insert(token) } else { state.tokens.remove(token) }
    }
  }
  public func wantCode() { state.withLock { $0.wantsCode = true } }
  public func limit(to size: Int) { state.withLock { $0.pageSize = size } }
  public var accepted: [Entry] {
    state.withLock { state in
      state.accepted.compactMap { state.entries[$0] }.filter { !$0.isDeleted }
    }
  }
  public func entry(_ id: Int) -> Entry? { state.withLock { $0.entries[id] } }

  @discardableResult
  public func post(_ content: String, by: Int? = nil) -> Int {
    let now = now
    let author = by ?? ana
    return state.withLock { state in
      state.serial += 1
      state.entries[state.serial] = Entry(
        id: state.serial, kind: 0, post: state.serial, path: "", by: author, content: content,
        at: now)
      return state.serial
    }
  }

  @discardableResult
  public func comment(
    _ content: String, by: Int? = nil, on post: Int, above: Int? = nil, tells: Bool = true
  )
    -> Int
  {
    let now = now
    let author = by ?? ana
    return state.withLock { state in
      let id = add(content, by: author, on: post, above: above, now, &state)
      state.entries[id]?.tells = tells
      return id
    }
  }

  @discardableResult
  public func message(_ content: String, by: Int? = nil, to: Int? = nil) -> Int {
    let now = now
    let (author, reader) = (by ?? ana, to ?? shop)
    return state.withLock { state in
      state.serial += 1
      state.entries[state.serial] = Entry(
        id: state.serial, kind: 2, post: 0, path: "", by: author, to: reader, content: content,
        at: now, tells: reader == shop)
      return state.serial
    }
  }

  private func add(
    _ content: String, by: Int, on post: Int, above: Int?, _ now: Int64, _ state: inout State
  ) -> Int {
    state.serial += 1
    let front = above.flatMap { state.entries[$0]?.path } ?? "0"
    state.entries[state.serial] = Entry(
      id: state.serial, kind: 1, post: post, path: "\(front).\(state.serial)", by: by,
      content: content, at: now)
    return state.serial
  }

  public func change(_ id: Int, _ change: (inout Entry) -> Void) {
    let now = now
    state.withLock { state in
      guard var entry = state.entries[id] else { return }
      change(&entry)
      entry.updated = now
      state.entries[id] = entry
    }
  }

  public func name(_ id: Int) -> String {
    let kind = ["post", "comment", "private_message"][entry(id)?.kind ?? 0]
    return "https://\(host)/\(kind)/\(id)"
  }

  public func answer(_ request: WireRequest) -> WireResponse {
    let asked = Asked(request)
    let now = now
    return state.withLock { state in
      guard asked.path.count > 2, asked.path[0] == "api", asked.path[1] == version.rawValue else {
        return WireResponse(status: 404, body: Array("<html>".utf8), address: request.address)
      }
      let token = asked.header("Authorization").map { String($0.dropFirst(7)) }
      if let token, !state.tokens.contains(token) {
        return refused(401, "incorrect_login", request)
      }
      let path = asked.path.dropFirst(2).joined(separator: "/")
      switch path {
      case "site":
        var fields: [(String, JSONValue)] = [
          ("site_view", ["site": ["name": "The Bell Lemmy"]]),
          ("version", version == .v4 ? "1.0.0" : "0.19.11"),
        ]
        if version == .v3, token != nil { fields.append(("my_user", me)) }
        return json(.object(fields), request)
      case "account" where version == .v4 && token != nil: return json(me, request)
      case "user/unread_count" where token != nil: return json(["replies": 0], request)
      case "user/login", "account/auth/login": return login(request, state)
      case "post", "comment", "private_message", "comment/delete", "private_message/delete":
        return one(path, asked, now, request, &state)
      case "comment/list", "post/list", "user/replies", "user/mention", "private_message/list",
        "account/notification/list":
        if let community = asked.query["community_name"], community != "bells" {
          return refused(404, "couldnt_find_community", request)
        }
        return list(path, asked, request, state)
      default: return refused(404, "not_found", request)
      }
    }
  }

  private var me: JSONValue { ["local_user_view": ["person": person(shop)]] }

  private func json(_ value: JSONValue, _ request: WireRequest) -> WireResponse {
    WireResponse(status: 200, body: Array(value.rendered.utf8), address: request.address)
  }

  private func refused(_ status: Int, _ error: String, _ request: WireRequest) -> WireResponse {
    WireResponse(
      status: status, body: Array(#"{"error":"\#(error)"}"#.utf8), address: request.address)
  }

  private func login(_ request: WireRequest, _ state: State) -> WireResponse {
    guard let body = Body(request), body["password"] == password else {
      return refused(401, "incorrect_login", request)
    }
    if state.wantsCode {
      guard let code = body["totp_2fa_token"] else {
        return refused(400, "missing_totp_token", request)
      }
      guard code == "123456" else { return refused(400, "incorrect_totp_token", request) }
    }
    return json(["jwt": state.tokens.first.map { .text($0) } ?? nil], request)
  }

  private func person(_ id: Int) -> JSONValue {
    let name = id == shop ? "shop" : id == ana ? "ana" : "rui"
    let page = "https://\(host)/u/\(name)"
    return [
      "id": .number(String(id)), "name": .text(name), "bot_account": false,
      version == .v4 ? "ap_id" : "actor_id": .text(page),
    ]
  }

  private func time(_ milliseconds: Int64) -> JSONValue {
    .text(Instant(milliseconds: milliseconds).iso8601)
  }

  private func said(_ entry: Entry) -> JSONValue {
    let kind = ["post", "comment", "private_message"][entry.kind]
    let isNew = version == .v4
    var fields: [(String, JSONValue)] = [
      ("id", .number(String(entry.id))),
      ("ap_id", .text("https://\(entry.home ?? host)/\(kind)/\(entry.id)")),
      (entry.kind == 0 ? "body" : "content", .text(entry.content)),
      (isNew ? "published_at" : "published", time(entry.at)),
      ("deleted", .flag(entry.isDeleted)), ("removed", false),
    ]
    if let updated = entry.updated {
      fields.append((isNew ? "updated_at" : "updated", time(updated)))
    }
    if entry.kind == 0 { fields.append(("name", "A post")) }
    if entry.kind == 1 {
      fields += [("path", .text(entry.path)), ("post_id", .number(String(entry.post)))]
    }
    return .object(fields)
  }

  private func view(_ entry: Entry, _ state: State) -> JSONValue {
    switch entry.kind {
    case 0:
      return [
        "post": said(entry), "creator": person(entry.by),
        "community": [
          "name": "bells", "actor_id": .text("https://\(entry.home ?? host)/c/bells"),
        ],
        // The shop runs the community.
        "creator_is_moderator": .flag(entry.by == shop),
      ]
    case 1:
      return [
        "comment": said(entry), "creator": person(entry.by),
        "community": [
          "name": "bells", "ap_id": .text("https://\(entry.home ?? host)/c/bells"),
        ],
        "post": state.entries[entry.post].map(said) ?? nil,
      ]
    default:
      return [
        "private_message": said(entry), "creator": person(entry.by),
        "recipient": person(entry.to ?? 0),
      ]
    }
  }

  private func list(
    _ path: String, _ asked: Asked, _ request: WireRequest, _ state: State
  ) -> WireResponse {
    let isNotices = path == "account/notification/list"
    var all = state.entries.values.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
    switch path {
    case "comment/list":
      all = all.filter { $0.kind == 1 && !$0.isDeleted }
      if let post = asked.query["post_id"].flatMap({ Int($0) }) {
        all = all.filter { $0.post == post }
      }
      if let above = asked.query["parent_id"] {
        all = all.filter { $0.path.split(separator: ".").contains(Substring(above)) }
      }
    case "post/list": all = all.filter { $0.kind == 0 && !$0.isDeleted }
    case "user/replies": all = all.filter { $0.kind == 1 && $0.tells }
    case "user/mention": all = []
    case "private_message/list": all = all.filter { $0.kind == 2 }
    default: all = all.filter(\.tells)
    }
    let size = min(Int(asked.query["limit"] ?? "10") ?? 10, state.pageSize)
    let start =
      version == .v4
      ? asked.query["page_cursor"].flatMap { Int($0.dropFirst()) } ?? 0
      : (min(max(Int(asked.query["page"] ?? "1") ?? 1, 1), 1_000_000) - 1) * size
    let views = all.dropFirst(max(start, 0)).prefix(size).map { entry -> JSONValue in
      isNotices ? ["notification": ["id": 1], "data": view(entry, state)] : view(entry, state)
    }
    if version == .v4 {
      let next = start + size
      return json(
        ["items": .list(views), "next_page": next < all.count ? .text("c\(next)") : nil], request)
    }
    let names = [
      "comment/list": "comments", "post/list": "posts", "user/replies": "replies",
      "user/mention": "mentions", "private_message/list": "private_messages",
    ]
    return json(.object([(names[path] ?? "items", .list(views))]), request)
  }

  private func one(
    _ path: String, _ asked: Asked, _ now: Int64, _ request: WireRequest, _ state: inout State
  ) -> WireResponse {
    let body = Body(request)
    let kind =
      path.hasPrefix("post") ? "post" : path.hasPrefix("comment") ? "comment" : "private_message"
    func told(_ id: Int) -> WireResponse {
      guard let entry = state.entries[id] else { return refused(404, "not_found", request) }
      return json(.object([("\(kind)_view", view(entry, state))]), request)
    }
    switch asked.method {
    case .get:
      guard let id = asked.query["id"].flatMap({ Int($0) }), let entry = state.entries[id],
        !entry.isDeleted
      else { return refused(version == .v4 ? 404 : 400, "couldnt_find_\(kind)", request) }
      return told(id)
    case .post where !path.hasSuffix("delete"):
      guard let content = body?["content"] else { return refused(400, "unknown", request) }
      if kind == "private_message" {
        state.serial += 1
        state.entries[state.serial] = Entry(
          id: state.serial, kind: 2, post: 0, path: "", by: shop,
          to: body?.number("recipient_id"), content: content, at: now)
      } else {
        guard let post = body?.number("post_id"), state.entries[post]?.isDeleted == false else {
          return refused(404, "couldnt_find_post", request)
        }
        _ = add(content, by: shop, on: post, above: body?.number("parent_id"), now, &state)
      }
      state.accepted.append(state.serial)
      return told(state.serial)
    default:
      guard let id = body?.number("\(kind)_id"), var entry = state.entries[id] else {
        return refused(404, "couldnt_find_\(kind)", request)
      }
      if let content = body?["content"] { entry.content = content }
      if let isDeleted = body?.flag("deleted") { entry.isDeleted = isDeleted }
      entry.updated = now
      state.entries[id] = entry
      return told(id)
    }
  }
}
