public import HeedModel
public import HeedNetwork
import Synchronization

/// A forum as it tells itself to programs.
///
/// Written from published documentation (https://docs.discourse.org and the specification of user API keys on
/// meta.discourse.org), not recorded from a forum.
public final class DiscourseDouble: Sendable {
  public struct Entry: Sendable {
    public var id: Int
    public var topic: Int
    public var number: Int
    public var by: String
    public var at: Int64
    public var updated: Int64
    public var raw: String
    public var answers: Int?
    public var version = 1
    public var isDeleted = false
    public var isHidden = false
    public var reads = 1
    public var likes = 0
  }

  struct Told: Sendable {
    var id: Int
    var kind: Int
    var post: Int
    var by: String
    var at: Int64
  }

  struct State {
    var posts: [Int: Entry] = [:]
    var serial = 1000
    var topics: [Int: (title: String, isPrivate: Bool)] = [:]
    var notices: [Told] = []
    var keys: Set<String> = []
    /// Keys that people gave away on the forum's own page, with what each may do.
    var given: [String: Set<String>] = [:]
    var isClosed = false
    /// Only who signed in sees anything.
    var isHidden = false
    var staffTopics: Set<Int> = []
    var accepted: [Int] = []
    var holds = false
    var hooks: [String] = []
  }

  public let host: String
  public let user = "shop"
  let state = Mutex(State())
  private let clock: any DeskClock

  public init(host: String = "forum.example", clock: any DeskClock) {
    self.host = host
    self.clock = clock
  }

  private var now: Int64 { clock.now().milliseconds }

  public func key(_ key: String, isGood: Bool = true) {
    state.withLock { state in
      if isGood { state.keys.insert(key) } else { state.keys.remove(key) }
    }
  }
  public func hold() { state.withLock { $0.holds = true } }
  public var hooks: [String] { state.withLock { $0.hooks } }

  public func topic(_ title: String, isPrivate: Bool = false) -> Int {
    state.withLock { state in
      state.serial += 1
      state.topics[state.serial] = (title, isPrivate)
      return state.serial
    }
  }

  /// Numbers that are used up by what nobody sees.
  public func skip(_ count: Int) { state.withLock { $0.serial += count } }

  @discardableResult
  public func say(
    _ raw: String, by: String = "ana", in topic: Int, answering: Int? = nil, tells kind: Int? = 1
  ) -> Int {
    let now = now
    return state.withLock { state in
      let id = write(raw, by: by, in: topic, answering: answering, now, &state)
      if let kind { tell(kind, of: id, by: by, now, &state) }
      return id
    }
  }

  public func tell(_ kind: Int, of post: Int, by: String) {
    let now = now
    state.withLock { tell(kind, of: post, by: by, now, &$0) }
  }

  private func tell(_ kind: Int, of post: Int, by: String, _ now: Int64, _ state: inout State) {
    state.serial += 1
    state.notices.append(Told(id: state.serial, kind: kind, post: post, by: by, at: now))
  }

  private func write(
    _ raw: String, by: String, in topic: Int, answering: Int?, _ now: Int64, _ state: inout State
  ) -> Int {
    state.serial += 1
    let number = state.posts.values.filter { $0.topic == topic }.count + 1
    state.posts[state.serial] = Entry(
      id: state.serial, topic: topic, number: number, by: by, at: now, updated: now, raw: raw,
      answers: answering)
    return state.serial
  }

  public func entry(_ id: Int) -> Entry? { state.withLock { $0.posts[id] } }

  public func change(_ id: Int, _ change: (inout Entry) -> Void) {
    let now = now
    state.withLock { state in
      guard var post = state.posts[id] else { return }
      change(&post)
      post.updated = now
      state.posts[id] = post
    }
  }

  public var accepted: [Entry] {
    state.withLock { state in
      state.accepted.compactMap { state.posts[$0] }.filter { !$0.isDeleted }
    }
  }

  public func answer(_ request: WireRequest) -> WireResponse {
    let asked = Asked(request)
    let now = now
    return state.withLock { state in
      let key = asked.header("Api-Key") ?? asked.header("User-Api-Key")
      if let key, !mayUse(key, asked, state) {
        return refused(
          403,
          #"{"errors":["You are not permitted to view the requested resource. The API username or key is invalid."],"error_type":"invalid_access"}"#,
          request)
      }
      let isSignedIn = key != nil
      let me = asked.header("Api-Username") ?? user
      switch (asked.method, asked.path.count, asked.path.first ?? "") {
      case (.head, 2, "user-api-key"), (.get, 2, "user-api-key"), (.post, 1, "user-api-key"):
        return page(asked, &state)
      case (.get, 2, "site"):
        return json(["title": "The Bell Forum", "logo_url": "/logo.png"], request)
      case (.get, 2, "session"):
        guard isSignedIn else { return refused(404, "{}", request) }
        return json(
          ["current_user": ["id": 7, "username": .text(me), "name": "The Bell Shop"]], request)
      case (.get, 1, "posts.json"): return latest(asked, isSignedIn, request, state)
      case (.post, 1, "posts.json"): return written(asked, me, now, request, &state)
      case (.post, 3, "admin"):
        state.hooks.append(String(decoding: request.body, as: UTF8.self))
        return json(["web_hook": ["id": 1]], request)
      case (.get, 1, "notifications.json"):
        guard isSignedIn else {
          return refused(403, #"{"error_type":"not_logged_in","errors":["x"]}"#, request)
        }
        return json(notices(asked, state), request)
      case (_, 2, "posts"), (_, 4, "posts"): return one(asked, isSignedIn, now, request, &state)
      case (.get, 2, "t"), (.get, 3, "t"): return topic(asked, isSignedIn, request, state)
      default: return refused(404, #"{"errors":["not found"],"error_type":"not_found"}"#, request)
      }
    }
  }

  private func json(_ value: JSONValue, _ request: WireRequest) -> WireResponse {
    WireResponse(status: 200, body: Array(value.rendered.utf8), address: request.address)
  }

  private func refused(_ status: Int, _ body: String, _ request: WireRequest) -> WireResponse {
    WireResponse(status: status, body: Array(body.utf8), address: request.address)
  }

  private static func time(_ milliseconds: Int64) -> JSONValue {
    .text(Instant(milliseconds: milliseconds).iso8601)
  }

  private func post(_ entry: Entry, _ state: State) -> JSONValue {
    let topic = state.topics[entry.topic]
    // Names become links, as a forum cooks them.
    let words = entry.raw.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("@shop", with: #"<a class="mention" href="/u/shop">@shop</a>"#)
    return [
      "id": .number(String(entry.id)), "topic_id": .number(String(entry.topic)),
      "post_number": .number(String(entry.number)), "topic_slug": "a-topic",
      "topic_title": JSONValue(topic?.title), "username": .text(entry.by), "user_id": 5,
      // Whoever is called the host runs the forum.
      "staff": .flag(entry.by == "host"),
      "name": .text(entry.by.uppercased()), "avatar_template": "/user_avatar/x/{size}/1.png",
      "created_at": Self.time(entry.at), "updated_at": Self.time(entry.updated),
      "cooked": .text("<p>\(words)</p>"), "raw": .text(entry.raw),
      "reply_to_post_number": entry.answers.map { .number(String($0)) } ?? nil,
      "version": .number(String(entry.version)), "post_type": 1,
      "reads": .number(String(entry.reads)),
      "reply_count": .number(
        String(state.posts.values.count { $0.topic == entry.topic && $0.answers == entry.number })),
      "actions_summary": .list(
        entry.likes == 0 ? [] : [["id": 2, "count": .number(String(entry.likes))]]),
      "readers_count": .number(String(entry.reads - 1)),
      "deleted_at": entry.isDeleted ? Self.time(entry.updated) : nil,
      "hidden": .flag(entry.isHidden),
    ]
  }

  private func latest(
    _ asked: Asked, _ isSignedIn: Bool, _ request: WireRequest, _ state: State
  ) -> WireResponse {
    if state.isHidden, !isSignedIn {
      return refused(403, #"{"error_type":"not_logged_in","errors":["x"]}"#, request)
    }
    let last = asked.query["before"].flatMap { Int($0) } ?? state.serial
    let some = state.posts.values.filter { post in
      post.id <= last && post.id > last - 50 && !post.isDeleted
        && state.topics[post.topic]?.isPrivate == false
        && (isSignedIn || !state.staffTopics.contains(post.topic))
    }.sorted { $0.id > $1.id }
    return json(["latest_posts": .list(some.map { post($0, state) })], request)
  }

  /// Only who signed in sees anything.
  public func hideFromStrangers() { state.withLock { $0.isHidden = true } }

  /// Only the forum's own people see that topic.
  public func keep(amongStaff topic: Int) { state.withLock { _ = $0.staffTopics.insert(topic) } }

  private func written(
    _ asked: Asked, _ me: String, _ now: Int64, _ request: WireRequest, _ state: inout State
  ) -> WireResponse {
    guard let body = Body(request), let raw = body["raw"], let topic = body.number("topic_id"),
      state.topics[topic] != nil
    else { return refused(404, #"{"errors":["gone"],"error_type":"not_found"}"#, request) }
    if state.holds { return json(["action": "enqueued", "success": true], request) }
    if raw.count < 2 {
      return refused(422, #"{"errors":["Body is too short (minimum is 2 characters)"]}"#, request)
    }
    let id = write(
      raw, by: me, in: topic, answering: body.number("reply_to_post_number"), now, &state)
    state.accepted.append(id)
    guard let entry = state.posts[id] else { return refused(500, "", request) }
    return json(post(entry, state), request)
  }

  private func notices(_ asked: Asked, _ state: State) -> JSONValue {
    let offset = Int(asked.query["offset"] ?? "0") ?? 0
    let limit = Int(asked.query["limit"] ?? "30") ?? 30
    let some = state.notices.reversed().dropFirst(offset).prefix(limit)
    return [
      "notifications": .list(
        some.map { told in
          let post = state.posts[told.post]
          // An invitation names the place in the topic alone.
          let named: JSONValue = told.kind == 7 ? nil : .number(String(told.post))
          return [
            "id": .number(String(told.id)), "notification_type": .number(String(told.kind)),
            "created_at": Self.time(told.at),
            "topic_id": post.map { .number(String($0.topic)) } ?? nil,
            "post_number": post.map { .number(String($0.number)) } ?? nil,
            "data": [
              "original_post_id": post == nil ? nil : named, "display_username": .text(told.by),
            ],
          ]
        })
    ]
  }

  private func one(
    _ asked: Asked, _ isSignedIn: Bool, _ now: Int64, _ request: WireRequest, _ state: inout State
  ) -> WireResponse {
    let gone = refused(404, #"{"errors":["gone"],"error_type":"not_found"}"#, request)
    let name = asked.path.last?.split(separator: ".").first.map(String.init) ?? ""
    let found: Entry? =
      asked.path.count == 4
      ? state.posts.values.first {
        String($0.topic) == asked.path[2] && String($0.number) == name
      } : Int(name).flatMap { state.posts[$0] }
    guard var entry = found, !entry.isDeleted,
      isSignedIn || state.topics[entry.topic]?.isPrivate == false
    else { return gone }
    switch asked.method {
    case .put:
      guard let raw = Body(request)?.inside("post", "raw") else {
        return refused(400, "{}", request)
      }
      entry.raw = raw
      entry.version += 1
      entry.updated = now
    case .delete: entry.isDeleted = true
    default: break
    }
    state.posts[entry.id] = entry
    return json(asked.method == .put ? ["post": post(entry, state)] : post(entry, state), request)
  }

  private func topic(
    _ asked: Asked, _ isSignedIn: Bool, _ request: WireRequest, _ state: State
  ) -> WireResponse {
    let name = asked.path[1].split(separator: ".").first ?? ""
    guard let id = Int(name), let topic = state.topics[id],
      isSignedIn || !(topic.isPrivate || state.isHidden || state.staffTopics.contains(id))
    else {
      return refused(404, #"{"errors":["gone"],"error_type":"not_found"}"#, request)
    }
    let all = state.posts.values.filter { $0.topic == id && !$0.isDeleted }.sorted { $0.id < $1.id }
    let wanted = Set(asked.queries.filter { $0.name == "post_ids[]" }.compactMap { Int($0.value) })
    let some = asked.path.count == 3 ? all.filter { wanted.contains($0.id) } : Array(all.prefix(20))
    var stream: [(String, JSONValue)] = [("posts", .list(some.map { post($0, state) }))]
    if asked.path.count == 2 {
      stream.append(("stream", .list(all.map { .number(String($0.id)) })))
    }
    return json(
      [
        "id": .number(String(id)), "title": .text(topic.title),
        "archetype": topic.isPrivate ? "private_message" : "regular",
        "post_stream": .object(stream),
      ], request)
  }
}
