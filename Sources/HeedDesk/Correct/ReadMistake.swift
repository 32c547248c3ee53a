public import HeedModel
public import HeedNetwork

/// A mistake with all that stands beside it.
public struct KeptMistake: Sendable {
  public var story: MistakeStory
  /// Ours that is wrong.
  public var post: PostRow?
  /// Theirs that told us.
  public var told: PostRow?
  public var ways: [FixWay]
  public var capabilities: Capabilities?
  /// What its form for new words holds, where it can be changed in place; `nil` where it was changed since, until the place
  /// is asked for the form that is opened.
  public var toEdit: String?
  public var stands: WhereItStands
  /// Of each other post of ours in which it stands, how it can be mended there.
  public var standing: [ID<Post>: FixPlace] = [:]
  public var touched: Touched
  public var aftermath: Aftermath
  /// Who saw it, where it stood in a post of ours.
  public var exposure: MistakeExposure?
  /// The mistake that this post was to mend.
  public var mends: ID<Mistake>?
  /// Other mistakes of the same post, in the order marked.
  public var others: [MistakeStory]
  public var published: [PublishedCorrection]
  /// Whether corrections are public here, and this one may be.
  public var mayPublish: Bool
  /// The newest reply of ours in its conversation.
  public var lastReply: ID<Reply>?

  public init(
    story: MistakeStory, post: PostRow?, told: PostRow?, ways: [FixWay],
    capabilities: Capabilities?, stands: WhereItStands, touched: Touched, aftermath: Aftermath,
    mends: ID<Mistake>?, others: [MistakeStory], published: [PublishedCorrection],
    mayPublish: Bool, lastReply: ID<Reply>?
  ) {
    self.story = story
    self.post = post
    self.told = told
    self.ways = ways
    self.capabilities = capabilities
    self.stands = stands
    self.touched = touched
    self.aftermath = aftermath
    self.mends = mends
    self.others = others
    self.published = published
    self.mayPublish = mayPublish
    self.lastReply = lastReply
  }
}

/// How one place can be mended, by its own network and by who looks.
public struct FixPlace: Sendable {
  public var ways: [FixWay]
  /// `nil` where the account is not connected.
  public var capabilities: Capabilities?
  /// The same as `KeptMistake.toEdit`.
  public var toEdit: String?

  public init(ways: [FixWay], capabilities: Capabilities?, toEdit: String? = nil) {
    self.ways = ways
    self.capabilities = capabilities
    self.toEdit = toEdit
  }
}

extension Desk {
  /// - Parameter editing: a post of ours whose form for new words is open. Where it was changed since it was sent, its place
  ///   is asked how it is written there; no other place is.
  /// - Throws: `Problem(.notFound)` for what is not there or not theirs to see, without telling which.
  public func mistake(
    _ id: ID<Mistake>, editing: ID<Post>? = nil, for viewer: Viewer
  ) async throws -> KeptMistake {
    let (found, mine, others) = try await record.read { [self] tx in
      let mistake = try kept(id, for: viewer, tx)
      let story = try tx.story(of: mistake)
      let place = try MistakePlace(story, for: viewer, tx)
      let post = place.post
      let stands = try whereItStands(place, for: viewer, tx)
      let quotes = try post.map { try self.quotes(of: $0.id, story, for: viewer, tx) } ?? []
      let touched = try touched(by: place, quotes: quotes, for: viewer, tx)
      let others = try tx.mistakes(in: [mistake.post].compactMap { $0 }, for: viewer)
        .filter { $0.id != id }
      let accounts = try tx.accounts()
      func reading(_ row: PostRow, below parent: Post?) throws -> Around {
        let account = accounts.first { $0.handle == row.post.author }
        return Around(
          row: row, account: account, parent: parent,
          local: try account.flatMap { try tx.localReference(of: row.id, account: $0.id) },
          written: try asWritten(row.post, tx))
      }
      let mine = try post.map { post in
        try reading(post, below: place.thread.first { $0.id == post.post.parent }?.post)
      }
      let alike = try stands.ours.map { row in
        try reading(row, below: try row.post.parent.flatMap { try tx.post($0, for: viewer)?.post })
      }
      let isPublic = try self.isPublic(mistake, tx)
      let view = KeptMistake(
        story: story, post: post, told: place.told, ways: [], capabilities: nil, stands: stands,
        touched: touched,
        aftermath: try aftermath(
          of: place, touched: touched, quotes: stands.quotes, for: viewer, tx),
        mends: try mistake.post.flatMap {
          try tx.corrections(deliveredAs: [$0]).first?.mistake
        },
        others: try tx.stories(of: others),
        published: try tx.publishedCorrections(of: id),
        mayPublish: try tx.settings().publishesCorrections && isPublic,
        lastReply: post == nil ? nil : place.replies.last?.id)
      return (view, mine, alike)
    }
    var view = found
    // Each place is asked once for all of its posts.
    var known: [ID<Account>: Capabilities] = [:]
    for one in ([mine] + others).compactMap({ $0?.account }) where known[one.id] == nil {
      known[one.id] = try await capabilities(of: one)
    }
    for one in others {
      view.standing[one.row.id] = try await fixPlace(one, known, editing, by: viewer)
    }
    let own = try await fixPlace(mine, known, editing, by: viewer)
    (view.ways, view.capabilities, view.toEdit) = (own.ways, own.capabilities, own.toEdit)
    view.exposure = try await exposure(of: view.story, in: view.post?.post, by: viewer)
    return view
  }

  /// A post of ours with what its ways of mending hang on.
  private struct Around: Sendable {
    var row: PostRow
    var account: Account?
    var parent: Post?
    var local: String?
    /// As it was sent, while nobody changed it.
    var written: String?
  }

  /// - Parameter one: `nil` for a page.
  private func fixPlace(
    _ one: Around?, _ known: [ID<Account>: Capabilities], _ editing: ID<Post>?, by viewer: Viewer
  ) async throws -> FixPlace {
    let capabilities = one?.account.flatMap { known[$0.id] }
    let ways = ways(
      toFix: one?.row.post, local: one?.local, by: viewer, writer: one?.row.member,
      account: one?.account, capabilities, parent: one?.parent)
    var place = FixPlace(ways: ways, capabilities: capabilities)
    guard let one, ways.contains(where: { $0.way == .edit && $0.unless == nil }) else {
      return place
    }
    place.toEdit = one.written
    if one.written == nil, one.row.id == editing {
      place.toEdit = try await wordsToEdit(one.row.post)
    }
    return place
  }

  /// - Parameter isOpen: only those that are not fixed.
  public func mistakes(_ page: PageRequest, isOpen: Bool = false, for viewer: Viewer) async throws
    -> Page<MistakeStory>
  {
    try await record.read { tx in
      let found =
        try isOpen ? tx.openMistakes(page, for: viewer) : tx.mistakes(page, for: viewer)
      return Page(rows: try tx.stories(of: found.rows), next: found.next)
    }
  }

  /// Notes which are fixed, so that counting the open ones stays cheap. Called by the janitor.
  func settleMistakes() async throws {
    try await record.write { _ = try $0.settleMistakes() }
  }

  /// Mistakes in posts of a thread, and which posts of it are corrections of which mistake.
  func scars(in posts: [ID<Post>], for viewer: Viewer, _ tx: any RecordReading) throws -> (
    mistakes: [ID<Post>: [MistakeStory]], mends: [ID<Post>: ID<Mistake>]
  ) {
    let stories = try tx.stories(of: try tx.mistakes(in: posts, for: viewer))
    let mending = try tx.corrections(deliveredAs: posts).filter {
      try tx.mistake($0.mistake, for: viewer) != nil
    }
    return (
      Dictionary(
        grouping: stories.filter { $0.mistake.post != nil },
        by: { $0.mistake.post ?? ID(0) }),
      Dictionary(
        mending.compactMap { one in one.sending?.post.map { ($0, one.mistake) } }
      ) { $1 }
    )
  }

  private static let shownBesidePeople = 5
  private static let mostQuotes = 500

  /// Those until it was mended: whoever quoted it later carried no wrong words.
  private func quotes(
    of post: ID<Post>, _ story: MistakeStory, for viewer: Viewer, _ tx: any RecordReading
  ) throws -> [PostRow] {
    try tx.quotes(of: post, until: story.fixedAt, limit: Self.mostQuotes, for: viewer)
  }

  /// Our mistakes that touched somebody: they told us, were told it, answered, liked it or passed it on.
  func mistakes(touching handles: [ID<Handle>], for viewer: Viewer, _ tx: any RecordReading) throws
    -> [MistakeStory]
  {
    let theirs = Set(handles)
    let near = try tx.mistakes(near: handles, limit: 4 * Self.shownBesidePeople, for: viewer)
    var found: [MistakeStory] = []
    for story in try tx.stories(of: near) where found.count < Self.shownBesidePeople {
      let place = try MistakePlace(story, for: viewer, tx)
      let quotes = try place.post.map { try self.quotes(of: $0.id, story, for: viewer, tx) }
      let touched = try touched(by: place, quotes: quotes ?? [], for: viewer, tx)
      let isTheirs = (touched.answerers.map(\.handle.id) + touched.known.map(\.handle.id))
        .contains(where: theirs.contains)
      if isTheirs { found.append(story) }
    }
    return found
  }
}
