import Foundation
public import HeedModel
public import HeedNetwork
import Synchronization

/// GitHub as it tells itself to programs.
///
/// Written from published documentation (https://docs.github.com/rest, https://docs.github.com/graphql), not recorded.
public final class GitHubDouble: Sendable {
  public struct Entry: Sendable {
    public var id: Int
    /// Of the issue or discussion that it begins or stands in.
    public var number: Int
    public var isFirst: Bool
    public var isDiscussion: Bool
    /// The comment above, in discussions.
    public var above: Int?
    public var by: String
    public var body: String
    public var at: Int64
    public var updated: Int64
    public var isEdited = false
    public var isDeleted = false
  }

  struct State {
    var entries: [Int: Entry] = [:]
    var serial = 100
    var number = 0
    var tokens: Set<String> = []
    var accepted: [Int] = []
    var unsearched: Set<Int> = []
    var searchIsCut = false
    var mayReadNotices = true
    /// Tokens are shown nothing of the repository.
    var isHidden = false
    /// What changes of discussions are answered with.
    var forbids: String?
    var hooks: [String] = []
    /// Threads in which only those who run the repository may go on.
    var locked: Set<Int> = []
    /// Pages of issues that were transferred, by the number that they had.
    var moved: [Int: String] = [:]
  }

  public let host: String
  public let repository = "bells/shop"
  public let user = "shop"
  let state = Mutex(State())
  private let clock: any DeskClock

  /// - Parameter host: `github.com`, or a server of one's own, whose APIs stand below `/api`.
  public init(host: String = "github.com", clock: any DeskClock) {
    self.host = host
    self.clock = clock
  }
  private var now: Int64 { clock.now().milliseconds / 1000 }

  public func token(_ token: String, isGood: Bool = true) {
    state.withLock { state in
      if isGood { state.tokens.insert(token) } else { state.tokens.remove(token) }
    }
  }
  public func denyNotices() { state.withLock { $0.mayReadNotices = false } }
  /// The tokens no longer cover the repository: it is as if it were not there.
  public func hide(_ isHidden: Bool = true) { state.withLock { $0.isHidden = isHidden } }
  /// Every change of a discussion fails so: `FORBIDDEN`.
  public func forbidChanges(_ type: String?) { state.withLock { $0.forbids = type } }
  /// Nobody goes on in it but those who run the repository.
  public func lock(_ id: Int) {
    state.withLock { state in _ = state.entries[id].map { state.locked.insert($0.number) } }
  }
  /// It stands in another repository from now on: reading leads there, writing is only told so.
  public func transfer(_ id: Int, to page: String) {
    state.withLock { state in
      if let number = state.entries[id]?.number { state.moved[number] = page }
    }
  }
  public var hooks: [String] { state.withLock { $0.hooks } }
  public var accepted: [Entry] {
    state.withLock { state in
      state.accepted.compactMap { state.entries[$0] }.filter { !$0.isDeleted }
    }
  }

  public func entry(_ id: Int) -> Entry? { state.withLock { $0.entries[id] } }

  @discardableResult
  public func open(_ body: String, by: String = "ana", isDiscussion: Bool = false) -> Int {
    let now = now
    return state.withLock { state in
      state.serial += 1
      state.number += 1
      state.entries[state.serial] = Entry(
        id: state.serial, number: state.number, isFirst: true, isDiscussion: isDiscussion, by: by,
        body: body, at: now, updated: now)
      return state.serial
    }
  }

  @discardableResult
  public func say(_ body: String, by: String = "ana", on first: Int, above: Int? = nil) -> Int {
    let now = now
    return state.withLock { add(body, by: by, on: first, above: above, now, &$0) }
  }

  private func add(
    _ body: String, by: String, on first: Int, above: Int?, _ now: Int64, _ state: inout State
  ) -> Int {
    guard let top = state.entries[first] else { return 0 }
    state.serial += 1
    state.entries[state.serial] = Entry(
      id: state.serial, number: top.number, isFirst: false, isDiscussion: top.isDiscussion,
      above: above, by: by, body: body, at: now, updated: now)
    // Every comment moves the time of its thread.
    state.entries[first]?.updated = now
    return state.serial
  }

  public func change(_ id: Int, _ change: (inout Entry) -> Void) {
    let now = now
    state.withLock { state in
      guard var entry = state.entries[id] else { return }
      change(&entry)
      entry.updated = now
      entry.isEdited = true
      state.entries[id] = entry
    }
  }

  public func page(_ id: Int) -> String {
    state.withLock { state in state.entries[id].map { page($0) } ?? "" }
  }

  public func id(of page: String) -> Int? {
    state.withLock { state in state.entries.values.first { self.page($0) == page }?.id }
  }

  public func thread(_ number: Int) -> String {
    state.withLock { state in
      state.entries.values.first { $0.isFirst && $0.number == number }.map { page($0) } ?? ""
    }
  }

  private func page(_ entry: Entry) -> String {
    let kind = entry.isDiscussion ? "discussions" : "issues"
    let mark = entry.isDiscussion ? "discussioncomment" : "issuecomment"
    let thread = "https://\(host)/\(repository)/\(kind)/\(entry.number)"
    return entry.isFirst ? thread : "\(thread)#\(mark)-\(entry.id)"
  }

  public func answer(_ request: WireRequest) -> WireResponse {
    let asked = Asked(request)
    let now = now
    return state.withLock { state in
      let token = asked.header("Authorization").map { String($0.dropFirst(7)) }
      if let token, !state.tokens.contains(token) {
        return json(["message": "Bad credentials"], request, 401)
      }
      guard let path = path(of: asked) else { return json(["message": "Not Found"], request, 404) }
      switch path.first {
      case "user": return json(["login": .text(user), "name": "The Bell Shop"], request)
      case "notifications":
        guard state.mayReadNotices else {
          return json(["message": "Resource not accessible by personal access token"], request, 403)
        }
        return notices(asked, request, state)
      case "search":
        return json(
          [
            "items": .list(search(asked, state)), "incomplete_results": .flag(state.searchIsCut),
          ], request)
      case "graphql": return graph(asked, now, request, &state)
      case "repos" where state.isHidden: return json(["message": "Not Found"], request, 404)
      case "repos" where path.count >= 3 && "\(path[1])/\(path[2])" == repository:
        return self.repository(asked, Array(path.dropFirst(3)), now, request, &state)
      default: return json(["message": "Not Found"], request, 404)
      }
    }
  }

  private var api: String {
    host == "github.com" ? "https://api.github.com" : "https://\(host)/api/v3"
  }

  /// The path inside the API; `nil` for what stands outside.
  private func path(of asked: Asked) -> [String]? {
    if host == "github.com" { return asked.host == "api.github.com" ? asked.path : nil }
    guard asked.host == host, asked.path.first == "api" else { return nil }
    if asked.path == ["api", "graphql"] { return ["graphql"] }
    return asked.path.count > 1 && asked.path[1] == "v3" ? Array(asked.path.dropFirst(2)) : nil
  }

  private func json(
    _ value: JSONValue, _ request: WireRequest, _ status: Int = 200,
    headers: [(name: String, value: String)] = []
  ) -> WireResponse {
    WireResponse(
      status: status, headers: headers, body: Array(value.rendered.utf8), address: request.address)
  }

  static func time(_ seconds: Int64) -> JSONValue {
    .text(Instant(seconds: seconds).iso8601.replacing(".000Z", with: "Z"))
  }

  private func html(_ body: String) -> JSONValue {
    let words = body.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(
        "@shop", with: #"<a class="user-mention" href="https://\#(host)/shop">@shop</a>"#)
    return .text("<p>\(words)</p>")
  }

  func json(_ entry: Entry) -> JSONValue { json(entry, at: nil) }

  func json(_ entry: Entry, at moved: String?) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("id", .number(String(entry.id))), ("html_url", .text(moved ?? page(entry))),
      ("user", ["login": .text(entry.by), "type": "User"]), ("body", .text(entry.body)),
      // Whoever is called the host runs the repository.
      ("author_association", entry.by == "host" ? "MEMBER" : "NONE"),
      ("body_html", html(entry.body)), ("created_at", Self.time(entry.at)),
      ("updated_at", Self.time(entry.updated)),
    ]
    if entry.isFirst {
      fields += [("number", .number(String(entry.number))), ("title", "A thread")]
    }
    return .object(fields)
  }

  private func repository(
    _ asked: Asked, _ rest: [String], _ now: Int64, _ request: WireRequest, _ state: inout State
  ) -> WireResponse {
    let gone = json(["message": "Not Found"], request, 404)
    switch (asked.method, rest.count, rest.first, rest.dropFirst().first) {
    case (.get, 0, _, _): return json(["full_name": .text(repository)], request)
    case (.post, 1, "hooks", _):
      state.hooks.append(String(decoding: request.body, as: UTF8.self))
      return json(["id": 1], request, 201)
    case (.get, 1, "issues", _):
      return json(.list(list(asked, state) { $0.isFirst && !$0.isDiscussion }), request)
    case (.get, 2, "issues", "comments"):
      return json(.list(list(asked, state) { !$0.isFirst && !$0.isDiscussion }), request)
    case (_, 3, "issues", "comments"):
      guard let id = Int(rest[2]), var entry = state.entries[id], !entry.isDeleted, !entry.isFirst
      else { return gone }
      if asked.method == .patch {
        entry.body = Body(request)?["body"] ?? ""
        entry.updated = max(now, entry.at + 1)
      }
      if asked.method == .delete { entry.isDeleted = true }
      state.entries[id] = entry
      return asked.method == .delete
        ? WireResponse(status: 204, address: request.address) : json(json(entry), request)
    case (.get, 2, "issues", let number?), (.get, 3, "issues", let number?),
      (.post, 3, "issues", let number?):
      guard
        let first = state.entries.values.first(where: {
          $0.isFirst && !$0.isDiscussion && String($0.number) == number && !$0.isDeleted
        })
      else { return gone }
      let moved = state.moved[first.number]
      if rest.count == 2 { return json(json(first, at: moved), request) }
      if asked.method == .post, let moved {
        return json(["message": "Moved Permanently"], request, 301, headers: [("Location", moved)])
      }
      if asked.method == .post, state.locked.contains(first.number) {
        let message: JSONValue = "Unable to create comment because issue is locked."
        return json(["message": message], request, 403)
      }
      if asked.method == .post {
        let id = add(
          Body(request)?["body"] ?? "", by: user, on: first.id, above: nil, now, &state)
        state.accepted.append(id)
        return state.entries[id].map { json(json($0), request, 201) } ?? gone
      }
      return json(
        .list(
          list(asked, state) { !$0.isFirst && !$0.isDiscussion && $0.number == first.number }),
        request)
    default: return gone
    }
  }

  private func list(
    _ asked: Asked, _ state: State, _ fits: (Entry) -> Bool
  ) -> [JSONValue] {
    let since = asked.query["since"] ?? ""
    let isDescending = asked.query["direction"] == "desc"
    let size = Int(asked.query["per_page"] ?? "30") ?? 30
    let page = Int(asked.query["page"] ?? "1") ?? 1
    let all = state.entries.values.filter { entry in
      guard case .text(let updated) = Self.time(entry.updated) else { return false }
      return fits(entry) && !entry.isDeleted && updated >= since
    }.sorted { ($0.updated, $0.id) < ($1.updated, $1.id) }
    let ordered = isDescending ? all.reversed() : all
    return ordered.dropFirst((page - 1) * size).prefix(size).map(json)
  }

  func threads(_ state: State) -> [Entry] {
    state.entries.values.filter { $0.isFirst && !$0.isDeleted }.sorted {
      ($0.updated, $0.id) < ($1.updated, $1.id)
    }
  }

  private func notices(
    _ asked: Asked, _ request: WireRequest, _ state: State
  ) -> WireResponse {
    let last = String(threads(state).last?.updated ?? 0)
    let headers = [(name: "Last-Modified", value: last), (name: "X-Poll-Interval", value: "90")]
    if asked.header("If-Modified-Since") == last, asked.query["per_page"] != "1" {
      return WireResponse(status: 304, headers: headers, address: request.address)
    }
    let since = asked.query["since"] ?? ""
    let some = threads(state).filter {
      guard case .text(let updated) = Self.time($0.updated) else { return false }
      return updated >= since
    }
    let size = min(Int(asked.query["per_page"] ?? "50") ?? 50, 50)
    let page = Int(asked.query["page"] ?? "1") ?? 1
    return json(
      .list(
        some.reversed().dropFirst((page - 1) * size).prefix(size).map { entry in
          // Discussions have no address in this API.
          let address = "\(api)/repos/\(repository)/issues/\(entry.number)"
          return [
            "id": .text(String(entry.id)), "reason": "mention",
            "updated_at": Self.time(entry.updated),
            "repository": ["full_name": .text(repository)],
            "subject": [
              "url": entry.isDiscussion ? nil : .text(address),
              "type": entry.isDiscussion ? "Discussion" : "Issue",
            ],
          ]
        }), request, headers: headers)
  }

  // MARK: The other API

  private func said(_ entry: Entry, _ rest: [(String, JSONValue)] = []) -> JSONValue {
    .object(
      [
        ("id", .text("N\(entry.id)")), ("url", .text(page(entry))), ("body", .text(entry.body)),
        ("bodyHTML", html(entry.body)), ("createdAt", Self.time(entry.at)),
        ("lastEditedAt", entry.isEdited ? Self.time(entry.updated) : nil),
        ("author", ["__typename": "User", "login": .text(entry.by)]),
      ] + rest)
  }

  private func discussion(
    _ entry: Entry, _ state: State, before: String? = nil
  ) -> JSONValue {
    let inside = state.entries.values.filter {
      $0.isDiscussion && !$0.isFirst && $0.number == entry.number && !$0.isDeleted
    }.sorted { $0.id < $1.id }
    let replies = Dictionary(grouping: inside.filter { $0.above != nil }) { $0.above }
    let comments = above(inside.filter { $0.above == nil }, before: before) { comment in
      let below = above(replies[comment.id] ?? [], before: nil) { said($0) }
      return said(comment, [("replies", below)])
    }
    return said(
      entry,
      [
        ("number", .number(String(entry.number))), ("title", "A discussion"),
        ("updatedAt", Self.time(entry.updated)), ("comments", comments),
      ])
  }

  /// The last fifty, or those above the word for where they began.
  private func above(
    _ all: [Entry], before: String?, _ told: (Entry) -> JSONValue
  ) -> JSONValue {
    let end = before.flatMap { Int($0) } ?? all.count
    let start = max(end - 50, 0)
    return [
      "pageInfo": ["hasPreviousPage": .flag(start > 0), "startCursor": .text(String(start))],
      "nodes": .list(all[start..<end].map(told)),
    ]
  }

  private func graph(
    _ asked: Asked, _ now: Int64, _ request: WireRequest, _ state: inout State
  ) -> WireResponse {
    guard let body = Body(request), let query = body["query"] else {
      return json([:], request, 400)
    }
    // What fails leaves `null` in its place and says why beside it.
    func failed(
      _ field: String, _ type: String = "NOT_FOUND", _ message: String = "Could not resolve"
    ) -> WireResponse {
      json(
        [
          "data": .object([(field, nil)]),
          "errors": [["type": .text(type), "message": .text(message)]],
        ], request)
    }
    let mutations = ["addDiscussionComment", "updateDiscussionComment", "deleteDiscussionComment"]
    if let asked = mutations.first(where: { query.contains($0) }), let type = state.forbids {
      return failed(asked, type)
    }
    if state.isHidden { return failed("repository") }
    let input = Self.input(request)
    func entry(_ id: String?) -> Entry? {
      id.flatMap { Int($0.dropFirst()) }.flatMap { state.entries[$0] }.flatMap {
        $0.isDeleted ? nil : $0
      }
    }
    if query.contains("addDiscussionComment") {
      guard let top = entry(input["discussionId"]) else { return failed("addDiscussionComment") }
      guard !state.locked.contains(top.number) else {
        return failed("addDiscussionComment", "UNPROCESSABLE", "Discussion is locked")
      }
      let above = entry(input["replyToId"])?.id
      let id = add(input["body"] ?? "", by: user, on: top.id, above: above, now, &state)
      state.accepted.append(id)
      return json(
        ["data": ["addDiscussionComment": ["comment": state.entries[id].map { said($0) } ?? nil]]],
        request)
    }
    if query.contains("updateDiscussionComment") {
      guard var changed = entry(input["commentId"]) else {
        return failed("updateDiscussionComment")
      }
      changed.body = input["body"] ?? ""
      changed.isEdited = true
      state.entries[changed.id] = changed
      return json(["data": ["updateDiscussionComment": ["comment": said(changed)]]], request)
    }
    if query.contains("deleteDiscussionComment") {
      guard let gone = entry(input["id"]) else { return failed("deleteDiscussionComment") }
      state.entries[gone.id]?.isDeleted = true
      return json(["data": ["deleteDiscussionComment": ["comment": ["id": "x"]]]], request)
    }
    if query.contains("node(") {
      guard let comment = entry(input["id"]) else { return failed("node") }
      let replies = state.entries.values.filter { $0.above == comment.id && !$0.isDeleted }
        .sorted { $0.id < $1.id }
      let found = above(replies, before: input["before"]) { said($0) }
      return json(["data": ["node": ["replies": found]]], request)
    }
    let all = threads(state).filter(\.isDiscussion)
    if query.contains("discussions(") {
      let start = input["after"].flatMap { Int($0) } ?? 0
      let page = all.reversed().dropFirst(start).prefix(10)
      let end = start + page.count
      return json(
        [
          "data": [
            "repository": [
              "discussions": [
                "pageInfo": [
                  "hasNextPage": .flag(end < all.count), "endCursor": .text(String(end)),
                ],
                "nodes": .list(page.map { discussion($0, state) }),
              ]
            ]
          ]
        ], request)
    }
    guard let one = all.first(where: { $0.number == body.numberInside("variables", "number") })
    else {
      return json(
        [
          "data": ["repository": ["discussion": nil]],
          "errors": [["type": "NOT_FOUND", "message": "Could not resolve"]],
        ], request)
    }
    let found = discussion(one, state, before: input["before"])
    return json(["data": ["repository": ["discussion": found]]], request)
  }

  private static func input(_ request: WireRequest) -> [String: String] {
    // The only object below `variables` that mutations have.
    let text = String(decoding: request.body, as: UTF8.self)
    var fields: [String: String] = [:]
    for name in ["discussionId", "replyToId", "commentId", "id", "body", "after", "before"] {
      guard let start = text.range(of: "\"\(name)\":\"")?.upperBound else { continue }
      var value = ""
      var isEscaped = false
      for character in text[start...] {
        if isEscaped {
          value.append(character == "n" ? "\n" : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          break
        } else {
          value.append(character)
        }
      }
      fields[name] = value
    }
    return fields
  }
}
