public import HeedModel
public import HeedNetwork

/// A network together with its far side, which a test holds in its hand.
///
/// What a far side cannot do is said by throwing `NotHere`; the rule that asked for it is then
/// passed over, in words.
public protocol NetworkFixture: Sendable {
  /// The network under test, bound to this far side.
  var network: any Network { get }
  /// Who we are there; `nil` where no account is needed or possible.
  var account: AccountAccess? { get }
  /// Sources that each hear what `say` says: at least one, without a cursor.
  var sources: [ListeningSource] { get }
  /// Tokens and keys that no error may show.
  var secrets: [String] { get }
  /// Whether messages go only to somebody who spoke first: then each has something that it answers.
  var onlyAnswers: Bool { get }

  /// Lets somebody at the far side say something, now, so that every source hears it. Where nothing
  /// can be said in answer to something, a parent is `NotHere`.
  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference
  /// What a message answers that answers nothing else, at places where nobody speaks out of the blue.
  func ground() async throws -> RemoteReference?
  /// Lets its author change what `say` said.
  func edit(_ post: RemoteReference, to text: String) async throws
  /// Lets its author take away what `say` said.
  func remove(_ post: RemoteReference) async throws
  /// Every message of ours that the far side accepted and that stands now, oldest first.
  func accepted() async throws -> [AcceptedMessage]
  /// Lets people like a post of ours, and others pass it on: each with so many followers, where the far side can say so.
  func react(to post: RemoteReference, likes: Int, shares: [Int]) async throws
  /// Lets the next request of its kind go wrong.
  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws
  /// Withdraws our right to speak.
  func withdrawRight() async throws
  /// Breaks every open stream.
  func cutStreams() async throws
  /// Waits until a stream that was just opened is heard at the far side.
  func streamIsOpen() async throws
  /// Signs in anew as somebody would who sits before the screen.
  func signIn() async throws -> SignedIn
}

extension NetworkFixture {
  public var account: AccountAccess? { nil }
  public var secrets: [String] { [] }
  public var onlyAnswers: Bool { false }
  public func ground() async throws -> RemoteReference? { nil }
  public func edit(_: RemoteReference, to _: String) async throws { throw NotHere("no edits") }
  public func remove(_: RemoteReference) async throws { throw NotHere("no removal") }
  public func accepted() async throws -> [AcceptedMessage] { throw NotHere("takes no messages") }
  public func react(to _: RemoteReference, likes _: Int, shares _: [Int]) async throws {
    throw NotHere("nobody reacts")
  }
  public func strike(_ fault: NetworkFault, on _: NetworkFault.Target) async throws {
    throw NotHere("no fault \(fault)")
  }
  public func withdrawRight() async throws { throw NotHere("no right to withdraw") }
  public func cutStreams() async throws { throw NotHere("no streams") }
  public func streamIsOpen() async throws {}
  public func signIn() async throws -> SignedIn { throw NotHere("no sign-in") }
}

/// What a far side wrote down of a message of ours.
public struct AcceptedMessage: Sendable, Hashable {
  public var id: RemoteID
  public var text: String
  public var key: String?
  public var warning: String?
  public var language: String?
  public var visibility: Visibility?
  public var parent: RemoteID?
  /// Alternative texts of its media, in order.
  public var alternatives: [String]

  public init(
    id: RemoteID, text: String, key: String? = nil, warning: String? = nil,
    language: String? = nil, visibility: Visibility? = nil, parent: RemoteID? = nil,
    alternatives: [String] = []
  ) {
    self.id = id
    self.text = text
    self.key = key
    self.warning = warning
    self.language = language
    self.visibility = visibility
    self.parent = parent
    self.alternatives = alternatives
  }
}

/// Something that goes wrong at the far side, once.
public enum NetworkFault: Sendable, Hashable {
  /// Which kind of request it strikes.
  public enum Target: Sendable { case sending, listening, rechecking }

  case cutBeforeAccepting
  case cutAfterAccepting
  /// A 500, or what the network has for it, although the message was accepted.
  case errorAfterAccepting
  /// A 503, or what the network has for it; nothing was accepted.
  case temporarilyDown
  /// A 401 with a page that is not the place's own voice, as a proxy under maintenance answers; nothing was accepted.
  case strangersPage
  /// The same with a 404, as a proxy answers that lost its way.
  case strangersMissing
  /// Too many requests; nothing was accepted.
  case rateLimited(Duration)
  /// The same, until an instant by the place's own clock, which is years from ours.
  case rateLimitedUntil(Duration)

  /// How a place writes `rateLimitedUntil`: https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3
  public static func headers(limitedUntil wait: Duration) -> [(name: String, value: String)] {
    let theirs = Instant(seconds: 1_500_000_000)
    return [("Date", theirs.headerDate), ("Retry-After", (theirs + wait).headerDate)]
  }

  /// Whether the far side keeps the message all the same.
  public var accepts: Bool { self == .cutAfterAccepting || self == .errorAfterAccepting }
}

/// A far side that cannot do what a rule needs.
public struct NotHere: Error, CustomStringConvertible {
  public var description: String
  public init(_ description: String) { self.description = description }
}
