public import HeedModel
import Synchronization

/// Makes records for tests: each has an id of its own, and everything that a test does not name is
/// plain.
public struct Maker: Sendable {
  public let network = NetworkName("practice")
  /// When the tests' world begins; seconds of other instants count from here.
  public let start = Instant(seconds: 1_778_000_000)
  private let serial = Serial()

  public init() {}

  public func at(_ seconds: Int64) -> Instant { start + .seconds(seconds) }

  public func id<Noun>(_ seconds: Int64 = 0, of _: Noun.Type = Noun.self) -> ID<Noun> {
    ID(IDLayout.id(at: at(seconds), tail: serial.next()))
  }

  public func word(_ mark: String) -> String { "\(mark)-\(serial.next())" }

  public func member(_ name: String = "Ana", _ role: Role = .member) -> Member {
    Member(
      id: id(), name: name, initials: String(name.prefix(2)), email: "\(word("m"))@desk.example",
      role: role, joinedAt: start)
  }

  public func viewer(_ member: Member) -> Viewer { Viewer(member: member.id, role: member.role) }

  public func handle(_ name: String = "Rui", person: ID<Person>? = nil) -> Handle {
    let word = word("h")
    return Handle(
      id: id(), network: network, remoteID: RemoteID(word), address: "@\(word)@there.example",
      name: name, person: person)
  }

  public func account(of handle: Handle) -> Account {
    Account(
      id: id(), network: network, server: "there.example", handle: handle.id, addedAt: start)
  }

  public func source(_ kind: String = "tag") -> Source {
    Source(
      id: id(), network: network, kind: kind, target: word("t"), name: "A source", addedAt: start,
      nextAt: start)
  }

  public func topic(_ name: String = "Shop") -> Topic {
    Topic(id: id(), name: name, query: "shop", addedBy: nil, addedAt: start, changedAt: start)
  }

  public func conversation(
    _ seconds: Int64 = 0, state: ConversationState = .waiting, with handle: Handle? = nil,
    account: Account? = nil, isPrivate: Bool = false
  ) -> Conversation {
    Conversation(
      id: id(seconds), network: network, account: account?.id, handle: handle?.id,
      isPrivate: isPrivate, state: state,
      waitingSince: state == .waiting ? at(seconds) : nil,
      rank: state == .waiting ? at(seconds).milliseconds : nil, lastPostAt: at(seconds))
  }

  public func post(
    _ seconds: Int64 = 0, by author: Handle?, _ conversation: ID<Conversation>? = nil,
    _ direction: Direction = .aboutUs, _ words: String = "Is the shop open?",
    visibility: Visibility = .public, parent: ID<Post>? = nil
  ) -> Post {
    let id = id(seconds, of: Post.self)
    return Post(
      id: id, network: network, remoteID: RemoteID(word("p")), author: author?.id,
      conversation: conversation ?? ID(id.value), parent: parent, direction: direction,
      visibility: visibility, receivedAt: at(seconds),
      text: author == nil ? RichText() : RichText(plain: words).normalised)
  }

  public func reply(
    _ seconds: Int64 = 0, by member: Member, in conversation: Conversation, to post: ID<Post>,
    from account: Account, _ words: String = "Until six."
  ) -> Reply {
    Reply(
      id: id(seconds), conversation: conversation.id, inReplyTo: post, member: member.id,
      account: account.id, text: words, signedText: words + " ^AN", visibility: .public,
      writtenAt: at(seconds), delivery: Delivery(key: word("k"), dueAt: at(seconds)))
  }

  public func event(
    _ kind: EventKind = .postsHeard, _ seconds: Int64 = 0, by member: ID<Member>? = nil,
    in conversation: ID<Conversation>? = nil, subject: Int64? = nil
  ) -> Event {
    Event(
      id: id(seconds), kind: kind, member: member, conversation: conversation, subject: subject)
  }
}

/// Counts up, so that nothing made here is ever the same.
private final class Serial: Sendable {
  private let last = Atomic<Int64>(0)

  func next() -> Int64 { last.add(1, ordering: .relaxed).newValue }
}

extension RecordWriting {
  public func insert(_ member: Member) throws {
    try insert(member, secrets: MemberSecrets(passwordHash: "none"))
  }

  public func insert(_ account: Account, answerers: [Member] = []) throws {
    try insert(account, credentials: [1], answerers: answerers.map(\.id))
  }

  public func insert(_ posts: Post..., terms: [String] = []) throws {
    try insert(posts.map { NewPost(post: $0, terms: terms) })
  }
}
