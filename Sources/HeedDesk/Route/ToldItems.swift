public import HeedModel

/// A telling with what it names, as its member may see it.
public struct ToldItem: Sendable {
  public var telling: Telling
  public var conversation: Conversation?
  /// Who speaks with us there.
  public var handle: Handle?
  /// Who handed it over, and the word that they gave with it.
  public var by: Member?
  public var word: String
  /// The newest words that it is about.
  public var post: Post?
  /// Of a spike's topic; `nil` for all that is heard.
  public var topic: Topic?
  public var spike: Spike?
  /// Of a promise that they made.
  public var promise: PromiseRow?
  /// The draft of a colleague that they are asked to look at, or what became of theirs.
  public var look: ID<SecondLook>?
  /// Nothing of what is private leaves the desk, whatever was chosen.
  public var isPublic: Bool

  public init(telling: Telling, isPublic: Bool = true) {
    self.telling = telling
    self.word = ""
    self.isPublic = isPublic
  }
}

/// What the page of those things shows.
public struct ToldPage: Sendable {
  public var items: [ToldItem]
  public var next: String?
  public var unseen: Int
  /// Mails to this member that may not have arrived.
  public var troubled: [MailDigest]
}

extension RecordReading {
  func toldItem(_ telling: Telling, for viewer: Viewer) throws -> ToldItem {
    var item = ToldItem(telling: telling)
    if telling.kind == .spike {
      item.spike = try telling.subject.flatMap { try spike(ID($0)) }
      item.topic = try topics().first { $0.id.value == telling.about }
      return item
    }
    guard let id = telling.conversation, let conversation = try conversation(id, for: viewer) else {
      return item
    }
    item.conversation = conversation
    item.handle = try speaker(of: conversation).flatMap { try handles([$0]).first }
    item.by = try telling.other.flatMap { try member($0) }
    if telling.kind == .handedOver {
      item.word = try handOvers(of: conversation.id, for: viewer).last?.word ?? ""
    }
    if telling.kind == .lookAsked || telling.kind == .lookAnswered {
      // Of a draft nothing leaves its page: neither its words nor whom it is to.
      item.look = telling.subject.map { ID($0) }
      item.isPublic = !conversation.isPrivate
      return item
    }
    if [.promiseDue, .promiseLate, .promiseBroken].contains(telling.kind) {
      item.promise = try promises(in: conversation.id, for: viewer).first {
        $0.id.value == telling.about
      }
      item.handle = item.promise?.handle ?? item.handle
      item.isPublic = !conversation.isPrivate
      return item
    }
    let post = telling.subject.map { ID<Post>($0) } ?? conversation.waitingPost
    item.post = try post.flatMap { try self.post($0, for: viewer)?.post }
    if let said = item.post, said.direction != .ours, let author = said.author {
      item.handle = try handles([author]).first
    }
    item.isPublic =
      !conversation.isPrivate && item.post.map { !$0.visibility.isPrivate } ?? true
    return item
  }
}

extension Desk {
  /// What concerns one; their own list alone.
  public func told(_ page: PageRequest, for viewer: Viewer) async throws -> ToldPage {
    try await record.read { tx in
      let tellings = try tx.tellings(page, for: viewer)
      return ToldPage(
        items: try tellings.rows.map { try tx.toldItem($0, for: viewer) }, next: tellings.next,
        unseen: try tx.unseenTellings(for: viewer),
        troubled: try tx.troubledDigests(of: viewer.member))
    }
  }

  /// The list showed them: no mail and no push tells them once more.
  public func noteShown(_ items: [ToldItem], to viewer: Viewer) async throws {
    let new = items.map(\.telling).filter { $0.deskAt == nil && $0.isOpen }.map(\.id)
    guard !new.isEmpty else { return }
    let now = clock.now()
    try await record.write { try $0.setShown(new, to: viewer.member, at: now) }
  }

  /// - Parameter telling: `nil` for all, and for the mails that may not have arrived.
  public func markToldSeen(_ telling: ID<Telling>?, by viewer: Viewer) async throws {
    let now = clock.now()
    try await record.write { tx in
      try tx.setSeen(telling, by: viewer.member, at: now)
      if telling == nil { try tx.setTroubleSeen(of: viewer.member, at: now) }
    }
  }

  /// Whoever opened the look saw that they were asked.
  public func noteToldSeen(_ look: SecondLook, by viewer: Viewer) async throws {
    let now = clock.now()
    let open = try await record.read { tx in
      try tx.openTellings(about: look.conversation.value).filter {
        $0.member == viewer.member && $0.kind == .lookAsked && $0.subject == look.id.value
      }.map(\.id)
    }
    guard !open.isEmpty else { return }
    try await record.write { tx in
      for telling in open { try tx.setSeen(telling, by: viewer.member, at: now) }
    }
  }

  /// Whoever opened the conversation saw what was told of it; not the draft that they are asked to look at.
  func noteToldSeen(_ id: ID<Conversation>, by viewer: Viewer) async throws {
    let now = clock.now()
    let open = try await record.read { tx in
      let promises = try tx.promises(in: id, for: viewer).map(\.id.value)
      return try ([id.value] + promises).flatMap { try tx.openTellings(about: $0) }.filter {
        $0.member == viewer.member && $0.kind != .lookAsked
      }.map(\.id)
    }
    guard !open.isEmpty else { return }
    try await record.write { tx in
      for telling in open { try tx.setSeen(telling, by: viewer.member, at: now) }
    }
  }
}
