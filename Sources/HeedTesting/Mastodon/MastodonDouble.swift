public import HeedModel
public import HeedNetwork
import Synchronization

/// A server of the Mastodon API that lives in a test: invented people, one of the manners in
/// which real software deviates, and faults on demand. It holds no connection of its own:
/// `handle` answers a request, `open` a stream, and whoever likes binds both to a socket.
///
/// Its answers are written from the published documentation (https://docs.joinmastodon.org), not
/// recorded.
public final class MastodonDouble: Sendable {
  /// What goes wrong with the next request that fits.
  public enum Fault: Sendable {
    /// Nothing is done and the connection breaks.
    case cutBefore
    /// All is done and the connection breaks.
    case cutAfter
    /// All is done and this status is said.
    case statusAfter(Int)
    /// Nothing is done and this is said.
    case refusal(Int, String, headers: [String: String])
  }

  struct State {
    var world: MastodonWorld
    var faults: [(method: WireRequest.Method, path: String, fault: Fault)] = []
    var requests: [WireRequest] = []
    var applications: [String: MastodonApplication] = [:]
    var codes: [String: MastodonCode] = [:]
    var streams: [UInt64: MastodonStream] = [:]
    var authorizes: String?
    var journal: [Accepted] = []
  }

  public let host: String
  public let manner: MastodonManner
  let clock: any DeskClock
  let state: Mutex<State>

  public init(
    host: String = "social.example", manner: MastodonManner = .mastodon, clock: any DeskClock
  ) {
    self.host = host
    self.manner = manner
    self.clock = clock
    state = Mutex(State(world: MastodonWorld(host: host, manner: manner)))
  }

  /// Adds somebody: `ana@bolha.example`, or `shop` for one of this server's own.
  @discardableResult
  public func person(
    _ acct: String, name: String? = nil, note: String = "", isBot: Bool = false,
    noIndex: Bool = false, indexable: Bool? = nil
  ) -> String {
    state.withLock { state in
      let id = String(100 + state.world.next())
      state.world.people[id] = MastodonWorld.Person(
        id: id, acct: acct, name: name ?? String(acct.prefix { $0 != "@" }), note: note,
        isBot: isBot, noIndex: noIndex, indexable: indexable)
      return id
    }
  }

  /// Lets so many follow somebody.
  public func follow(_ person: String, by followers: Int) {
    state.withLock { $0.world.people[person]?.followers = followers }
  }

  /// A right to act as somebody, as a person would paste it.
  public func token(for person: String) -> String {
    state.withLock { state in
      let token = "token-\(state.world.next())-\(person)"
      state.world.tokens[token] = person
      return token
    }
  }

  /// Takes a right away.
  public func revoke(_ token: String) { state.withLock { $0.world.tokens[token] = nil } }

  /// Says who presses "Authorize" on the sign-in page.
  public func authorizes(as person: String) { state.withLock { $0.authorizes = person } }

  /// Lets somebody say that they moved.
  public func moves(_ person: String, to new: String) {
    state.withLock { state in
      state.world.people[person]?.movedTo = new
      guard manner.tellsMoves else { return }
      for own in state.world.people.values where own.isLocal {
        _ = state.world.notify("move", by: person, to: own.id, post: nil, at: clock.now())
        state.world.notices[state.world.notices.count - 1].target = new
      }
    }
  }

  /// Tells somebody of something by a kind that may be no documentation's.
  public func notify(_ kind: String, by person: String, to told: String, post: String?) {
    state.withLock { state in
      let notice = state.world.notify(kind, by: person, to: told, post: post, at: clock.now())
      publish(notice, &state)
    }
  }

  /// Somebody writes.
  /// - Parameters:
  ///   - at: when it was written elsewhere; it arrives now.
  ///   - isFiltered: the account's filters hold the notification back.
  ///   - uri: its name, if it was written on another double.
  ///   - unseenAnswers: how many answers this server was told of and does not have.
  /// - Returns: this server's id of the post.
  @discardableResult
  public func post(
    by person: String, _ text: String, inReplyTo parent: String? = nil,
    visibility: String = "public", warning: String = "", language: String? = "en",
    quoting quoted: String? = nil, picture: String? = nil, at: Instant? = nil,
    isFiltered: Bool = false, uri: String? = nil, unseenAnswers: Int = 0
  ) -> String {
    state.withLock { state in
      var post = draft(by: person, text, at: at ?? clock.now(), &state)
      if let uri { post.uri = uri }
      if unseenAnswers > 0 { state.world.answers[post.id] = unseenAnswers }
      post.parent = parent
      post.visibility = visibility
      post.warning = warning
      post.language = language
      post.quoted = quoted
      if let picture {
        let medium = MastodonWorld.Medium(
          id: String(state.world.next()), type: "image/png", alternative: picture, asked: 2)
        state.world.media[medium.id] = medium
        post.media = [medium.id]
      }
      store(post, isFiltered: isFiltered, &state)
      return post.id
    }
  }

  /// Somebody passes a post on.
  /// - Returns: this server's id of the boost.
  @discardableResult
  public func boost(_ id: String, by person: String) -> String {
    state.withLock { state in
      var post = draft(by: person, "", at: clock.now(), &state)
      post.boosted = id
      post.uri += "/activity"
      state.world.posts[post.id] = post
      react("reblog", by: person, on: id, &state)
      publish("update", post, &state)
      return post.id
    }
  }

  public func favourite(_ id: String, by person: String) {
    state.withLock { react("favourite", by: person, on: id, &$0) }
  }

  /// Its author rewords a post.
  /// - Returns: the id of the post from now on.
  @discardableResult
  public func edit(_ id: String, _ text: String) -> String {
    state.withLock { change(id, text: text, warning: nil, media: nil, &$0) }
  }

  public func delete(_ id: String) {
    state.withLock { remove(id, &$0) }
  }

  /// A message that a program sent and that stands.
  public struct Accepted: Sendable {
    public var uri: String
    public var text: String
    public var key: String?
    public var warning: String
    public var language: String?
    public var visibility: String
    public var parent: String?
    public var alternatives: [String]
  }

  /// What programs sent and what stands of it, oldest first.
  public var accepted: [Accepted] {
    state.withLock { state in
      state.world.posts.values.filter { $0.key != nil }.sorted { $0.rank < $1.rank }.map {
        state.world.accepted($0)
      }
    }
  }

  /// Every message that a program sent and that was taken, as it was sent, oldest first; a later
  /// edit or deletion takes nothing back here.
  public var journal: [Accepted] { state.withLock { $0.journal } }

  /// The name of a post, by this server's id.
  public func uri(of id: String) -> String? { state.withLock { $0.world.posts[id]?.uri } }
  /// This server's id of a post, by its name.
  public func id(of uri: String) -> String? { state.withLock { $0.world.named(uri)?.id } }
  /// Everything that was asked, streams included, in order.
  public var requests: [WireRequest] { state.withLock { $0.requests } }

  /// Makes the next request that begins so go wrong; several are used up in order.
  public func fail(_ method: WireRequest.Method, _ path: String, _ fault: Fault) {
    state.withLock { $0.faults.append((method, path, fault)) }
  }

  func draft(
    by person: String, _ text: String, at: Instant, _ state: inout State
  ) -> MastodonWorld.Post {
    let rank = state.world.rank(at: at)
    let id = state.world.id(rank: rank)
    let acct = state.world.people[person]?.acct ?? person
    let parts = acct.split(separator: "@")
    let home = parts.count == 2 ? String(parts[1]) : host
    let number = parts.count == 2 ? String(state.world.next()) : id
    let made = state.world.markup(text)
    return MastodonWorld.Post(
      id: id, rank: rank, uri: "https://\(home)/users/\(parts[0])/statuses/\(number)",
      author: person, html: made.html, text: text, createdAt: at, mentions: made.mentions,
      tags: made.tags)
  }

  func store(_ post: MastodonWorld.Post, isFiltered: Bool, _ state: inout State) {
    state.world.posts[post.id] = post
    state.world.ranks[post.id] = post.rank
    if let parent = post.parent { state.world.answers[parent, default: 0] += 1 }
    publish("update", post, &state)
    let notices = state.world.tell(post, at: clock.now(), isFiltered: isFiltered)
    for notice in notices where !notice.isFiltered { publish(notice, &state) }
  }

  private func react(_ kind: String, by person: String, on id: String, _ state: inout State) {
    guard let post = state.world.posts[id], post.author != person else { return }
    if kind == "reblog" {
      state.world.posts[id]?.sharedBy.insert(person)
    } else {
      state.world.posts[id]?.likedBy.insert(person)
    }
    let notice = state.world.notify(kind, by: person, to: post.author, post: id, at: clock.now())
    publish(notice, &state)
  }

  func change(
    _ id: String, text: String, warning: String?, media: [String]?, _ state: inout State
  ) -> String {
    guard var post = state.world.posts[id] else { return id }
    let made = state.world.markup(text)
    (post.html, post.text, post.tags) = (made.html, text, made.tags)
    post.mentions += made.mentions.filter { !post.mentions.contains($0) }
    if let warning { post.warning = warning }
    if let media { post.media = media }
    post.editedAt = clock.now()
    if manner.changesIDs {
      state.world.posts[id] = nil
      post.id = state.world.id(rank: state.world.rank(at: clock.now()))
      for child in state.world.posts.values where child.parent == id {
        state.world.posts[child.id]?.parent = post.id
      }
      for at in state.world.notices.indices where state.world.notices[at].post == id {
        state.world.notices[at].post = post.id
      }
    }
    state.world.posts[post.id] = post
    state.world.ranks[post.id] = post.rank
    publish("status.update", post, &state)
    return post.id
  }

  func remove(_ id: String, _ state: inout State) {
    guard state.world.posts.removeValue(forKey: id) != nil else { return }
    state.world.notices.removeAll { $0.post == id }
    for boost in state.world.posts.values where boost.boosted == id {
      state.world.posts[boost.id] = nil
    }
    publish("delete", payload: id, to: { _ in true }, &state)
  }
}

extension MastodonWorld {
  func accepted(_ post: Post) -> MastodonDouble.Accepted {
    MastodonDouble.Accepted(
      uri: post.uri, text: post.text, key: post.key.flatMap { $0.isEmpty ? nil : $0 },
      warning: post.warning, language: post.language, visibility: post.visibility,
      parent: post.parent.flatMap { posts[$0]?.uri },
      alternatives: post.media.compactMap { media[$0]?.alternative })
  }
}

struct MastodonApplication {
  var secret: String
  var redirect: String
  var rights: String
}

struct MastodonCode {
  var client: String
  var person: String
  var challenge: String?
  var redirect: String
}
