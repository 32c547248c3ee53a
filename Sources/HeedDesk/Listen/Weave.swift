import HeedModel
import HeedNetwork
import HeedTopics

/// Weaves what was heard into the record, within one transaction: doubles, threads, edits, removals, in any order.
///
/// The order in which a thread's posts, edits and removals arrive must not show afterwards (RELIABILITY row 11). So a
/// parent that is not there yet is a placeholder, a removal that comes before its post is remembered as one, and an
/// older wording never replaces a newer one.
///
/// New posts and authors are put aside and written together: as soon as anything else is asked of the transaction, or at
/// the end. So whatever reads the record finds all that was woven.
final class Weave {
  let desk: Desk
  private let record: any RecordWriting
  private let loom = Loom()
  /// Of the batch that is being taken.
  private(set) var source: Source?
  let network: NetworkName
  let settings: Settings
  let topics: TopicBook.Snapshot
  let now: Instant

  var posts: [RemoteID: Post] = [:]
  var handles: [RemoteID: Handle] = [:]
  /// Authors of what is being woven who were erased, and when.
  var erasedAt: [RemoteID: Instant] = [:]
  /// Posts that stand without what an erasure took out of them, and since when.
  var blankedAt: [ID<Post>: Instant] = [:]
  /// Authors of whom a legal hold has everything stay, as far as that was asked.
  var held: [ID<Handle>: Bool] = [:]
  var ours: [ID<Handle>: Handle] = [:]
  /// Conversations that the desk keeps, as they stand; `nil` for threads that it does not keep.
  var kept: [ID<Conversation>: Conversation?] = [:]
  /// Whether somebody took up what was said about us there; asked once for each.
  private var takenUp: [ID<Conversation>: Bool] = [:]
  /// People whose new posts are being kept: they may be erased at this very moment.
  var spoke: Set<ID<Handle>> = []
  /// Authors who are known by another address than before.
  private var renamed: Set<RemoteID> = []
  /// Those whose state has to be derived anew.
  var touched: [ID<Conversation>: ID<Post>?] = [:]
  /// What the batch that is being taken brought so far.
  var brought = Brought()
  /// Posts whose words their authors took away.
  var gone: [ID<Post>] = []
  private var heardAboutUs: ID<Post>?
  private let accounts: [Account]
  /// What people call us.
  private(set) lazy var ourNames = CalledByName(
    names: [settings.organisation] + ours.values.map(\.name))
  /// Ids made here, and those for posts that are yet to be woven.
  let sourceNames: SourceNames
  private var made: Set<ID<Post>> = []
  private var reserved: [RemoteID: ID<Post>] = [:]

  init(
    desk: Desk, tx: any RecordWriting, network: NetworkName, settings: Settings,
    topics: TopicBook.Snapshot, now: Instant
  ) throws {
    self.desk = desk
    record = tx
    accounts = try tx.accounts()
    sourceNames = SourceNames(tx)
    self.network = network
    self.settings = settings
    self.topics = topics
    self.now = now
  }

  /// The transaction, with all that was put aside written to it.
  var tx: any RecordWriting {
    get throws {
      try loom.write(to: record)
      return record
    }
  }

  /// What a batch brought into the record.
  struct Brought {
    /// Something was new.
    var isNew = false
    /// When the newest was said of what the record had already: another place had brought it.
    var knownUntil: Instant?
  }

  func take(_ batch: Batch) throws -> Brought {
    source = batch.source
    brought = Brought()
    for event in batch.read ?? [] { try take(event) }
    return brought
  }

  func insert(_ post: NewPost) { loom.posts.append(post) }

  func note(localReference: String, of post: ID<Post>, account: ID<Account>) {
    loom.references.append((localReference, post, account))
  }

  /// Reads all that the events name, in few statements.
  func load(_ events: [Desk.ReadEvent]) throws {
    var postIDs: Set<RemoteID> = []
    var handleIDs: Set<RemoteID> = []
    for event in events {
      switch event {
      case .post(let post):
        postIDs.insert(post.remote.reference.remoteID)
        postIDs.formUnion(
          [post.remote.parent, post.remote.quoted, post.remote.besides].compactMap { $0 })
        handleIDs.insert(post.remote.author.remoteID)
        handleIDs.formUnion(post.remote.mentions)
      case .other(.removed(let id)): postIDs.insert(id)
      case .other(.reaction(let reaction)), .other(.reactionTakenBack(let reaction)):
        postIDs.insert(reaction.post)
        handleIDs.insert(reaction.by.remoteID)
      case .other(.moved(let from, let to)): handleIDs.formUnion([from.remoteID, to.remoteID])
      case .other(.gone(let person)): handleIDs.insert(person)
      case .other(.post): break
      }
    }
    for post in try record.posts(network, remoteIDs: Array(postIDs)) { posts[post.remoteID] = post }
    for handle in try record.handles(network, remoteIDs: Array(handleIDs)) {
      handles[handle.remoteID] = handle
    }
    try loadErased(events, record)
    let threads = Set(posts.values.map(\.conversation))
    for thread in threads { kept[thread] = .some(nil) }
    for conversation in try record.conversations(among: Array(threads)) {
      kept[conversation.id] = conversation.joinedTo == nil ? .some(conversation) : nil
    }
    try reserveIDs(for: events)
    // Authors of posts at hand that the events do not name: needed to know whether a parent is ours.
    for handle in try record.handles(accounts.filter { $0.network == network }.map(\.handle)) {
      ours[handle.id] = handle
      handles[handle.remoteID] = handle
    }
  }

  func take(_ event: Desk.ReadEvent) throws {
    switch event {
    case .post(let post):
      let author = post.remote.author.remoteID
      // What they said before they were erased stays gone, whoever tells of it again.
      if isErased(author, at: post.remote.publishedAt) { return }
      try take(post)
    case .other(.removed(let id)): try remove(id)
    case .other(.gone(let person)): try removeAll(by: person)
    case .other(.reaction(let reaction)):
      guard let post = posts[reaction.post], !post.isPlaceholder,
        !isErased(reaction.by.remoteID, at: reaction.at)
      else { return }
      let by = try handle(for: reaction.by)
      guard !by.isOurs else { return }
      try tx.save([Reaction(kind: reaction.kind, post: post.id, by: by.id, at: reaction.at)])
    case .other(.reactionTakenBack(let reaction)):
      guard let post = posts[reaction.post], let by = handles[reaction.by.remoteID] else { return }
      try tx.delete(Reaction(kind: reaction.kind, post: post.id, by: by.id, at: reaction.at))
    case .other(.moved(let from, let to)):
      // Whichever end was forgotten: a move tells who they were.
      guard erasedAt[from.remoteID] == nil, erasedAt[to.remoteID] == nil,
        var old = handles[from.remoteID], old.movedTo == nil
      else { return }
      let new = try handle(for: to)
      old.movedTo = new.id
      try tx.update(old)
      handles[old.remoteID] = old
      // The network vouches for both ends of a move: what passed between us goes along, as long as nobody parts them.
      guard old.person != nil, !new.isOurs, !old.isOurs else { return }
      let join = HandleJoin(
        id: desk.newID(), old.id, new.id, evidence: JoinEvidence(.moved), joinedBy: nil,
        joinedAt: now)
      guard try tx.insert(join) else { return }
      try refreshHandles()
      try tx.append(desk.event(.handlesJoined, subject: join.id.value))
    case .other(.post): break
    }
  }

  /// Derives the state of every conversation that was touched, and writes what happened.
  func finish() throws {
    let tx = try tx
    try tx.keepBeside(erasureOf: Array(spoke))
    // Who asks for what somebody wrote asks by the address. Once for all that came, and all that they ever wrote: a page may
    // name one author in as many ways as it likes.
    for author in renamed.sorted(by: { $0.rawValue < $1.rawValue }) {
      if let handle = handles[author] { try desk.matchAgain(by: handle, topics: topics, tx) }
    }
    for (conversation, post) in touched.sorted(by: { $0.key < $1.key }) {
      guard try conversationKept(conversation) != nil else { continue }
      try desk.restand(conversation, settings: settings, now: now, tx)
      try tx.append(
        desk.event(.postsHeard, in: conversation, subject: post?.value))
    }
    // One event for all that was said about us in this pass; each would double the rows of a stream.
    if let last = heardAboutUs {
      try tx.append(desk.event(.postsHeard, subject: last.value))
    }
  }

  func noteAboutUs(_ post: ID<Post>) { heardAboutUs = post }

  // MARK: What is at hand

  func conversationKept(_ id: ID<Conversation>) throws -> Conversation? {
    if let known = kept[id] { return known }
    let found = try tx.conversation(id)
    kept[id] = .some(found)
    return found
  }

  func isTakenUp(_ id: ID<Conversation>) throws -> Bool {
    if let known = takenUp[id] { return known }
    // Nothing that is put aside tells of it.
    let found = try record.takenUpAt(of: id) != nil
    takenUp[id] = found
    return found
  }

  /// Two threads became one, with what stood in either.
  func forgetTakenUp(_ threads: ID<Conversation>...) { for id in threads { takenUp[id] = nil } }

  func account(for post: RemotePost, parent: Post?) throws -> Account? {
    if let id = source?.account { return accounts.first { $0.id == id } }
    if let parent, parent.direction == .ours, let author = parent.author {
      return accounts.first { $0.handle == author }
    }
    let mentioned = Set(post.mentions)
    return accounts.first { account in
      ours[account.handle].map { mentioned.contains($0.remoteID) } ?? false
    }
  }

  func handle(for remote: RemoteHandle) throws -> Handle {
    if var known = handles[remote.remoteID] {
      var told = known
      told.address = address(of: remote)
      told.name = remote.name.isEmpty ? known.name : remote.name
      told.page = remote.page ?? known.page
      told.picture = remote.picture ?? known.picture
      told.isBot = remote.isBot
      told.optedOut = remote.optedOut
      if told != known {
        // Topics do not tell ways of writing apart.
        if Folding.fold(told.address) != Folding.fold(known.address) {
          renamed.insert(remote.remoteID)
        }
        // By it they may be named in what others said: known for as long as they may ask to be erased.
        if told.name != known.name { try tx.save(formerName: known.name, of: known.id) }
        if told.address != known.address { try tx.save(formerAddress: known.address, of: known.id) }
        known = told
        try tx.update(known)
        handles[remote.remoteID] = known
      }
      return known
    }
    let new = Handle(
      id: desk.newID(), network: network, remoteID: remote.remoteID, address: remote.address,
      name: remote.name.isEmpty ? remote.address : remote.name, page: remote.page,
      picture: remote.picture, isBot: remote.isBot, optedOut: remote.optedOut)
    loom.handles.append(new)
    handles[new.remoteID] = new
    return new
  }

  /// Derives anew whose a handle is.
  func regroup(_ handle: ID<Handle>) throws {
    try tx.regroup(handle)
    try refreshHandles()
  }

  /// Joining changes whose other handles are, too.
  private func refreshHandles() throws {
    for handle in try tx.handles(handles.values.map(\.id)) { handles[handle.remoteID] = handle }
  }

  /// An id for a post said at `instant`, free in the record and among those made here.
  func freeID(at instant: Instant, for post: RemoteID? = nil) throws -> ID<Post> {
    if let post, let id = reserved.removeValue(forKey: post) { return id }
    while true {
      let id: ID<Post> = desk.randomness.id(at: min(instant, now))
      if made.insert(id).inserted, try record.taken([id]).isEmpty { return id }
    }
  }

  /// Ids for all posts that look new, so that the record is asked once which are taken.
  private func reserveIDs(for events: [Desk.ReadEvent]) throws {
    for case .post(let read) in events {
      let remoteID = read.remote.reference.remoteID
      guard posts[remoteID]?.isPlaceholder ?? true, reserved[remoteID] == nil else { continue }
      let id: ID<Post> = desk.randomness.id(at: min(read.remote.publishedAt, now))
      if made.insert(id).inserted { reserved[remoteID] = id }
    }
    let taken = try record.taken(Array(reserved.values))
    guard !taken.isEmpty else { return }
    reserved = reserved.filter { !taken.contains($0.value) }
  }
}

/// What is put aside to be written together.
private final class Loom {
  var handles: [Handle] = []
  var posts: [NewPost] = []
  var references: [(reference: String, post: ID<Post>, account: ID<Account>)] = []

  func write(to record: any RecordWriting) throws {
    guard !handles.isEmpty || !posts.isEmpty || !references.isEmpty else { return }
    let (handles, posts, references) = (handles, posts, references)
    self.handles = []
    self.posts = []
    self.references = []
    if !handles.isEmpty { try record.insert(handles) }
    if !posts.isEmpty { try record.insert(posts) }
    for one in references {
      try record.save(localReference: one.reference, of: one.post, account: one.account)
    }
  }
}
