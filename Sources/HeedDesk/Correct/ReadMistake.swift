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
  /// What its form for new words holds, where it can be changed in place.
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
  /// What the form for new words holds, where it can be changed in place.
  public var toEdit: String?

  public init(ways: [FixWay], capabilities: Capabilities?, toEdit: String? = nil) {
    self.ways = ways
    self.capabilities = capabilities
    self.toEdit = toEdit
  }
}

extension Desk {
  /// - Throws: `Problem(.notFound)` for what is not there or not theirs to see, without telling which.
  public func mistake(_ id: ID<Mistake>, for viewer: Viewer) async throws -> KeptMistake {
    let found = try await record.read { [self] tx in
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
      let account = post.flatMap { post in accounts.first { $0.handle == post.post.author } }
      let locals = try Dictionary(
        ([post].compactMap { $0 } + stands.ours).map(\.post).compactMap { post in
          try accounts.first { $0.handle == post.author }
            .flatMap { try tx.localReference(of: post.id, account: $0.id) }
            .map { (post.id, $0) }
        }
      ) { $1 }
      let around = try stands.ours.map { row in
        Around(
          row: row, account: accounts.first { $0.handle == row.post.author },
          parent: try row.post.parent.flatMap { try tx.post($0, for: viewer)?.post })
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
      let parent = post?.post.parent.flatMap { id in place.thread.first { $0.id == id }?.post }
      return (view, account, parent, around, locals)
    }
    let (account, parent) = (found.1, found.2)
    var view = found.0
    // Each place is asked once for all of its posts.
    var known: [ID<Account>: Capabilities] = [:]
    for one in ([account] + found.3.map(\.account)).compactMap({ $0 }) where known[one.id] == nil {
      known[one.id] = try await capabilities(of: one)
    }
    for one in found.3 {
      view.standing[one.row.id] = try await fixPlace(
        one, local: found.4[one.row.id], known, by: viewer)
    }
    view.capabilities = account.flatMap { known[$0.id] }
    view.ways = ways(
      toFix: view.post?.post, local: view.post.flatMap { found.4[$0.id] }, by: viewer,
      writer: view.post?.member, account: account, view.capabilities, parent: parent)
    view.toEdit = try await toEdit(view.post?.post, view.ways)
    view.exposure = try await exposure(of: view.story, in: view.post?.post, by: viewer)
    return view
  }

  /// A post of ours with what its ways of mending hang on.
  private struct Around: Sendable {
    var row: PostRow
    var account: Account?
    var parent: Post?
  }

  private func fixPlace(
    _ one: Around, local: String?, _ known: [ID<Account>: Capabilities], by viewer: Viewer
  ) async throws -> FixPlace {
    let capabilities = one.account.flatMap { known[$0.id] }
    let ways = ways(
      toFix: one.row.post, local: local, by: viewer, writer: one.row.member, account: one.account,
      capabilities, parent: one.parent)
    return FixPlace(
      ways: ways, capabilities: capabilities,
      toEdit: try await toEdit(one.row.post, ways))
  }

  private func toEdit(_ post: Post?, _ ways: [FixWay]) async throws -> String? {
    guard let post, ways.contains(where: { $0.way == .edit && $0.unless == nil }) else {
      return nil
    }
    return try await wordsToEdit(post)
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
