public import HeedModel
public import HeedNetwork

/// A network without a wire: it hears what a test tells the desk, and sends to a `FarSide`.
public struct FakeNetwork: Network {
  public static let name = NetworkName("fake")
  /// Whom an account of ours is, there.
  public static let shop = RemoteHandle(
    remoteID: RemoteID("shop"), address: "@shop@fake.example", name: "The shop")
  /// What its sign-in gives: planted, to be searched for in what is stored.
  public static let token = "planted-token-9f8e7d6c5b4a"

  public let far: FarSide
  public var can: Capabilities
  /// Burns through where the process that sends is ended.
  let fuse: Fuse
  /// How much later a request comes in that was on its way when the process ended; `nil` when it is lost.
  let late: Duration?
  /// Accounts that speak with another far side.
  let elsewhere: [ID<Account>: FarSide]
  public let name: NetworkName
  public let replyReach: ReplyReach

  public init(
    far: FarSide, named name: NetworkName = Self.name, fuse: Fuse = Fuse(),
    late: Duration? = nil, elsewhere: [ID<Account>: FarSide] = [:], limit: Int = 200,
    reach: ReplyReach = .author
  ) {
    replyReach = reach
    self.far = far
    self.fuse = fuse
    self.late = late
    self.elsewhere = elsewhere
    self.name = name
    can = Capabilities(
      reply: .always, length: .graphemes(limit: limit, address: nil), canEdit: true,
      canDelete: true, visibilities: Visibility.allCases, hasWarning: true, hasLanguage: true,
      mediaTypes: ["image/png", "image/jpeg"], mediaLimit: 2, mediaBytes: 1 << 20,
      keyLife: far.keyLife)
  }

  public var title: Message { "Fake" }
  public func capabilities(of account: AccountAccess?) async throws -> Capabilities { can }
  public func listen(to source: ListeningSource) async throws -> Heard {
    Heard(cursor: source.cursor)
  }
  public func offers(for typed: String) async throws -> [Offer] { [] }

  /// A post of somebody there, as the network would tell it.
  public static func post(
    _ id: String, _ text: String, by author: String = "ana", at: Instant,
    parent: RemoteID? = nil, toUs: Bool = true, visibility: Visibility = .public
  ) -> RemotePost {
    RemotePost(
      reference: RemoteReference(remoteID: RemoteID(id)), author: handle(author),
      publishedAt: at, parent: parent, toUs: toUs, visibility: visibility,
      text: RichText(plain: text))
  }

  public static func handle(_ name: String) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteID(name), address: "@\(name)@fake.example",
      name: name.prefix(1).uppercased() + name.dropFirst())
  }

  /// What we said there, as its stream would tell it.
  public static func echo(_ accepted: FarSide.Accepted, edited: String? = nil) -> RemotePost {
    RemotePost(
      reference: RemoteReference(remoteID: accepted.id), author: shop, publishedAt: accepted.at,
      parent: accepted.parent, visibility: accepted.visibility,
      text: RichText(plain: edited ?? accepted.text))
  }

  private func sent(_ accepted: FarSide.Accepted) -> Sent {
    Sent(reference: RemoteReference(remoteID: accepted.id), at: accepted.at)
  }
}

extension FakeNetwork: Answering {
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    let far = elsewhere[account.id] ?? far
    do { try fuse.step() } catch let burnt as Fuse.Burnt {
      // The process ends with the request on its way: it may still come in.
      if burnt.isFirst, let late { far.comesLater(message, in: late) }
      throw burnt
    }
    let accepted = try far.take(message)
    try fuse.step()
    return sent(accepted)
  }

  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    try fuse.step()
    let far = elsewhere[account.id] ?? far
    switch try far.find(message) {
    case .none: return .cannotTell
    case .some(.none): return try far.absent(message)
    case .some(.some(let there)): return .there(sent(there))
    }
  }
}

extension FakeNetwork: Marking {
  public func mark(
    before message: OutgoingMessage, as account: AccountAccess
  ) async throws -> String? {
    (elsewhere[account.id] ?? far).mark()
  }
}

extension FakeNetwork: Editing, Deleting, MediaTaking {
  public func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    try far.edit(post.remoteID, to: message.text, warning: message.warning)
    return Sent(reference: post, at: message.firstTriedAt)
  }

  public func written(_ post: RemoteReference, as account: AccountAccess) async throws -> String? {
    try await far.written(post.remoteID)
  }

  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    try far.delete(post.remoteID)
  }

  public func upload(_ media: OutgoingMedia, as account: AccountAccess) async throws -> RemoteID {
    try fuse.step()
    return RemoteID("media-\(media.key)")
  }
}

extension FakeNetwork: Counting {
  public var countsAtOnce: Int { 50 }

  public func counts(of posts: [RemoteReference], as account: AccountAccess?) async throws
    -> [RemoteCounts]
  {
    try (account.flatMap { elsewhere[$0.id] } ?? far).counts(of: posts.map(\.remoteID))
  }
}

extension FakeNetwork: HandingOff {
  /// `https://fake.example/p/<id>` names a post; what stands there is what `FarSide.stand` put there.
  public func reference(at address: String) -> RemoteReference? {
    let front = "https://fake.example/p/"
    guard address.hasPrefix(front) else { return nil }
    return RemoteReference(
      remoteID: RemoteID(String(address.dropFirst(front.count))), address: address)
  }

  public func post(
    _ reference: RemoteReference, as account: AccountAccess?, isNamedByOthers: Bool
  ) async throws -> RemotePost {
    guard far.sight != .away else { throw NetworkError(.temporary, "The far side is away.") }
    guard let post = far.standing(reference.remoteID) else {
      throw NetworkError(.gone, "It is no longer on fake.example.")
    }
    return post
  }
}

extension FakeNetwork: SigningIn {
  public func begin(at server: String, desk: DeskAddress) async throws -> SignInStep {
    SignInStep(
      page: nil, pastesCode: false, explanation: "",
      notes: Credentials(["verifier": "planted-verifier-1a2b3c4d"]))
  }

  /// The handle is the shop's, or whose the pasted token names.
  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    let handle: RemoteHandle =
      if case .token(let name) = answer, !name.isEmpty { Self.handle(name) } else { Self.shop }
    return SignedIn(
      server: "fake.example", handle: handle,
      credentials: Credentials(["token": Self.token, "whose": handle.address]),
      offers: [
        Offer(
          network: name, kind: "mentions", target: handle.address, name: "Mentions", asks: "",
          can: "")
      ])
  }
}

extension FakeNetwork: VouchingForAuthors {
  /// It gives out every page itself.
  public func isOwn(_ page: String, of handle: RemoteID) -> Bool { true }
}

extension FakeNetwork: Following {
  public func isOnePerson(kind: String) -> Bool { kind == "profile" }
}

extension FakeNetwork: Hosting {
  public func isPlace(kind: String) -> Bool { true }
}
