import Foundation
public import HeedModel
public import HeedNetwork
import Synchronization

/// A server of the AT Protocol that lives in a test: it keeps accounts, shows what they say, hands on private messages,
/// signs people in, and fails on demand. It holds no connection of its own: `handle` answers a request.
///
/// It plays every part at once: the account's server, the view of all, the directory and the authority. Its answers are
/// written from the published documentation (https://docs.bsky.app, https://atproto.com/specs), not recorded.
public final class BlueskyDouble: Sendable {
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
    var world = BlueskyWorld()
    var faults: [(path: String, fault: Fault)] = []
    var requests: [WireRequest] = []
    var authority = BlueskyAuthority()
    var journal: [Accepted] = []
    /// Accounts that another server keeps by now.
    var moved: [String: String] = [:]
  }

  /// Where everything stands: `pds.example`, or `127.0.0.1:4443`.
  public let host: String
  /// Whether the view shows edits; the official one does not.
  public let showsEdits: Bool
  let clock: any DeskClock
  let state: Mutex<State>

  public init(host: String = "pds.example", showsEdits: Bool = false, clock: any DeskClock) {
    self.host = host
    self.showsEdits = showsEdits
    self.clock = clock
    state = Mutex(State())
  }

  var origin: String { "https://" + host }

  /// Adds somebody.
  /// - Returns: their DID.
  @discardableResult
  public func person(_ handle: String, name: String = "", did: String? = nil) -> String {
    state.withLock { state in
      let number = state.world.next()
      let did = did ?? "did:plc:" + BlueskyWorld.letters(UInt64(number), 24)
      state.world.people[did] = BlueskyWorld.Person(did: did, handle: handle, name: name)
      return did
    }
  }

  /// Lets so many follow somebody.
  public func follow(_ did: String, by followers: Int) {
    state.withLock { $0.world.people[did]?.followers = followers }
  }

  /// A password for programs, as somebody would make it in their settings.
  public func appPassword(of did: String, forMessages: Bool = true) -> String {
    state.withLock { state in
      let word = BlueskyWorld.letters(UInt64(state.world.next()) &* 0x9E37_79B9_7F4A_7C15, 16)
      let parts = stride(from: 0, to: 16, by: 4).map { start in
        String(word.dropFirst(start).prefix(4))
      }
      let password = parts.joined(separator: "-")
      state.world.passwords[password] = .init(did: did, forMessages: forMessages)
      return password
    }
  }

  /// Takes back everything that was given to programs of somebody.
  public func revoke(_ did: String) {
    state.withLock { state in
      state.world.passwords = state.world.passwords.filter { $0.value.did != did }
      state.world.tokens = state.world.tokens.filter { $0.value.did != did }
      state.authority.end(did)
    }
  }

  /// Somebody's document names another server from now on.
  public func move(_ did: String, to server: String) {
    state.withLock { $0.moved[did] = server }
  }

  /// Lets every token for questions end; what exchanges them stays good.
  public func endTokens() {
    state.withLock { state in
      for token in state.world.tokens.keys where state.world.tokens[token]?.kind == .access {
        state.world.tokens[token]?.isOver = true
      }
      state.authority.endAccess()
    }
  }

  /// Somebody writes. Known handles in the text become mentions.
  /// - Returns: the post's address.
  @discardableResult
  public func post(
    by did: String, _ text: String, inReplyTo parent: String? = nil, quoting: String? = nil,
    key: String? = nil
  ) -> String {
    state.withLock { state in
      let record = state.world.record(text, parent: parent, quoting: quoting, at: clock.now())
      let key = key ?? state.world.key(at: clock.now())
      return state.world.keep(record, by: did, key: key, at: clock.now())
    }
  }

  /// Its author changes a record in place.
  public func edit(_ address: String, _ text: String) {
    state.withLock { state in
      guard let post = state.world.posts[address] else { return }
      let record = state.world.record(
        text, parent: post.record.parent, quoting: nil, at: post.createdAt)
      state.world.posts[address]?.record = record
      state.world.posts[address]?.cid = BlueskyWorld.cid(record.rendered)
    }
  }

  public func delete(_ address: String) { state.withLock { $0.world.remove(address) } }

  public func like(_ address: String, by did: String) {
    state.withLock { $0.world.react("like", by: did, on: address, at: clock.now()) }
  }

  public func repost(_ address: String, by did: String) {
    state.withLock { $0.world.react("repost", by: did, on: address, at: clock.now()) }
  }

  /// Somebody writes to somebody else alone.
  /// - Returns: the conversation and the message.
  @discardableResult
  public func message(
    from did: String, to other: String, _ text: String
  ) -> (conversation: String, id: String) {
    state.withLock { state in
      let conversation = state.world.conversation(of: [did, other])
      let id = state.world.say(text, by: did, in: conversation, at: clock.now()).id
      return (conversation, id)
    }
  }

  public func takeAway(message id: String, in conversation: String) {
    state.withLock { $0.world.takeAway(id, in: conversation) }
  }

  /// Those who may answer a post: nobody.
  public func close(_ address: String) {
    state.withLock { $0.world.posts[address]?.isClosed = true }
  }

  public func cid(of address: String) -> String? {
    state.withLock { $0.world.posts[address]?.cid }
  }

  /// A message that a program sent and that stands.
  public struct Accepted: Sendable {
    public var address: String
    public var text: String
    public var languages: [String]
    public var labels: [String]
    public var isPrivate: Bool
    public var parent: String?
    public var root: String?
    public var alternatives: [String]
    /// The whole record as it was sent.
    public var record: String
  }

  /// What programs sent and what stands of it, oldest first.
  public var accepted: [Accepted] {
    state.withLock { state in
      state.journal.filter { message in
        state.world.posts[message.address] != nil || state.world.stands(message: message.address)
      }
    }
  }

  /// Every message that a program sent and that was taken, oldest first.
  public var journal: [Accepted] { state.withLock { $0.journal } }
  /// Everything that was asked.
  public var requests: [WireRequest] { state.withLock { $0.requests } }

  /// Lets the next request whose path begins so go wrong.
  public func fail(_ path: String, _ fault: Fault) {
    state.withLock { $0.faults.append((path, fault)) }
  }

  /// Answers a request.
  /// - Returns: `nil` when the connection breaks without an answer.
  public func handle(_ request: WireRequest) -> WireResponse? {
    let asked = BlueskyAsked(request)
    var response = outcome(asked, request)
    response?.headers.append(("Date", clock.now().headerDate))
    return response
  }

  private func outcome(_ asked: BlueskyAsked, _ request: WireRequest) -> WireResponse? {
    state.withLock { state in
      state.requests.append(request)
      let fault = state.faults.firstIndex { asked.path.hasPrefix($0.path) }.map {
        state.faults.remove(at: $0).fault
      }
      switch fault {
      case .cutBefore: return nil
      case .refusal(let status, let body, let headers):
        return WireResponse(
          status: status, headers: headers.map { ($0.key, $0.value) }, body: Array(body.utf8),
          address: request.address)
      case .cutAfter:
        _ = answer(asked, &state)
        return nil
      case .statusAfter(let status):
        _ = answer(asked, &state)
        return BlueskyAnswer(status, "InternalServerError", "A fault").response(request.address)
      case nil: return answer(asked, &state).response(request.address)
      }
    }
  }
}

/// A request, taken apart.
struct BlueskyAsked {
  let request: WireRequest
  let path: String
  let host: String
  let fields: [(String, String)]

  init(_ request: WireRequest) {
    self.request = request
    let rest = request.address.drop { $0 != "/" }.dropFirst(2)
    host = String(rest.prefix { $0 != "/" })
    let whole = rest.drop { $0 != "/" }
    path = String(whole.prefix { $0 != "?" })
    fields = Self.fields(String(whole.drop { $0 != "?" }.dropFirst()))
  }

  static func fields(_ text: String) -> [(String, String)] {
    text.split(separator: "&").map { part in
      let halves = part.split(separator: "=", maxSplits: 1).map(String.init)
      let value = halves.count > 1 ? halves[1].replacing("+", with: " ") : ""
      return (halves.first ?? "", value.removingPercentEncoding ?? "")
    }
  }

  func field(_ name: String) -> String? { fields.first { $0.0 == name }?.1 }
  func all(_ name: String) -> [String] { fields.filter { $0.0 == name }.map(\.1) }

  func header(_ name: String) -> String? {
    request.headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  var form: [String: String] {
    Dictionary(Self.fields(String(decoding: request.body, as: UTF8.self))) { first, _ in first }
  }
}

struct BlueskyAnswer: Error {
  var status: Int
  var body: String
  var headers: [(name: String, value: String)] = []
  var type = "application/json"

  init(_ value: JSONValue, status: Int = 200) {
    self.status = status
    body = value.rendered
  }

  init(plain text: String) {
    status = 200
    body = text
    type = "text/plain"
  }

  init(_ status: Int, _ error: String, _ message: String) {
    self.status = status
    let value: JSONValue = ["error": .text(error), "message": .text(message)]
    body = value.rendered
  }

  func response(_ address: String) -> WireResponse {
    WireResponse(
      status: status, headers: [("Content-Type", type)] + headers, body: Array(body.utf8),
      address: address)
  }
}
