public import HeedModel
public import HeedNetwork
import Synchronization

/// Hacker News as its two open places tell it.
///
/// Written from published documentation (https://github.com/HackerNews/API, https://hn.algolia.com/api), not recorded
/// from the places.
public final class HackerNewsDouble: Sendable {
  public struct Entry: Sendable {
    public var id: Int
    public var by: String
    public var at: Int64
    public var text: String
    public var title: String?
    public var url: String?
    public var parent: Int?
    public var isDeleted = false
    public var isDead = false
  }

  private struct State {
    var items: [Int: Entry] = [:]
    var serial = 40_000_000
    /// The search lags behind: it does not show these yet.
    var unseen: Set<Int> = []
    var pageSize: Int?
  }

  private let state = Mutex(State())
  private let clock: any DeskClock

  public init(clock: any DeskClock) { self.clock = clock }

  @discardableResult
  public func say(
    _ text: String, by: String = "ana", title: String? = nil, url: String? = nil,
    parent: Int? = nil
  ) -> Int {
    let at = clock.now().milliseconds / 1000
    return state.withLock { state in
      state.serial += 1
      state.items[state.serial] = Entry(
        id: state.serial, by: by, at: at, text: text, title: title, url: url, parent: parent)
      return state.serial
    }
  }

  public func change(_ id: Int, _ change: (inout Entry) -> Void) {
    state.withLock { state in
      if var item = state.items[id] {
        change(&item)
        state.items[id] = item
      }
    }
  }

  public func hide(_ id: Int, _ isHidden: Bool) {
    state.withLock { state in
      if isHidden { state.unseen.insert(id) } else { state.unseen.remove(id) }
    }
  }

  /// The search gives no more than this at once, whatever it was asked for.
  public func limit(to size: Int) { state.withLock { $0.pageSize = size } }

  public func answer(_ request: WireRequest) -> WireResponse {
    let asked = Asked(request)
    return state.withLock { state in
      switch (asked.host, asked.path.first) {
      case ("hn.algolia.com", "api"): return json(search(asked, state), request)
      case ("hacker-news.firebaseio.com", "v0"):
        let name = asked.path.last?.split(separator: ".").first ?? ""
        return json(Int(name).flatMap { state.items[$0] }.map { item($0, state) } ?? nil, request)
      default: return WireResponse(status: 404, address: request.address)
      }
    }
  }

  private func json(_ value: JSONValue, _ request: WireRequest) -> WireResponse {
    WireResponse(
      status: 200, headers: [("content-type", "application/json")],
      body: Array(value.rendered.utf8), address: request.address)
  }

  private func item(_ entry: Entry, _ state: State) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("id", .number(String(entry.id))), ("time", .number(String(entry.at))),
      ("type", entry.title == nil ? "comment" : "story"),
    ]
    if let parent = entry.parent { fields.append(("parent", .number(String(parent)))) }
    let kids = state.items.values.filter { $0.parent == entry.id }.map(\.id).sorted(by: >)
    if !kids.isEmpty { fields.append(("kids", .list(kids.map { .number(String($0)) }))) }
    if entry.isDeleted { return .object(fields + [("deleted", true)]) }
    if entry.isDead { fields.append(("dead", true)) }
    fields += [("by", .text(entry.by)), ("text", .text(entry.text))]
    if let title = entry.title { fields.append(("title", .text(title))) }
    if let url = entry.url { fields.append(("url", .text(url))) }
    return .object(fields)
  }

  private func search(_ asked: Asked, _ state: State) -> JSONValue {
    let tags = (asked.query["tags"] ?? "").split(separator: ",").map(String.init)
    let author = tags.first { $0.hasPrefix("author_") }.map { String($0.dropFirst(7)) }
    let story = tags.first { $0.hasPrefix("story_") }.flatMap { Int($0.dropFirst(6)) }
    let words = (asked.query["query"] ?? "").filter { $0 != "\"" }.lowercased()
    let isByAddress = asked.query["restrictSearchableAttributes"] == "url"
    let until = asked.query["numericFilters"].flatMap {
      Int64($0.replacing("created_at_i<=", with: ""))
    }
    let size = min(Int(asked.query["hitsPerPage"] ?? "20") ?? 20, state.pageSize ?? 1000)
    let found = state.items.values.filter { entry in
      let text = isByAddress ? entry.url ?? "" : "\(entry.title ?? "") \(entry.text)"
      return !entry.isDeleted && !entry.isDead && !state.unseen.contains(entry.id)
        && entry.at <= until ?? .max && author.map { $0 == entry.by } ?? true
        && story.map { root(entry, state) == $0 && entry.parent != nil } ?? true
        && text.lowercased().contains(words)
    }.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
    let hits = found.prefix(size).map { entry -> JSONValue in
      let isStory = entry.title != nil
      return [
        "objectID": .text(String(entry.id)), "author": .text(entry.by),
        "created_at_i": .number(String(entry.at)), "title": JSONValue(entry.title),
        "url": JSONValue(entry.url), "story_text": isStory ? .text(entry.text) : nil,
        "comment_text": isStory ? nil : .text(entry.text),
        "parent_id": entry.parent.map { .number(String($0)) } ?? nil,
        "story_id": .number(String(root(entry, state))),
        "_tags": [isStory ? "story" : "comment", .text("author_\(entry.by)")],
      ]
    }
    return ["hits": .list(hits), "nbHits": .number(String(found.count)), "page": 0]
  }

  private func root(_ entry: Entry, _ state: State) -> Int {
    var entry = entry
    while let parent = entry.parent, let above = state.items[parent] { entry = above }
    return entry.id
  }
}
