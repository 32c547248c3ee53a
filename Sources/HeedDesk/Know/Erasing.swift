import HeedModel
import HeedNetwork
import HeedTopics

/// Erases handles of one human, within one transaction.
struct Erasing {
  let desk: Desk
  let tx: any RecordWriting
  let now: Instant

  /// A hold, whether it was set on somebody with a page or on a handle alone.
  struct Hold {
    var reason: String
    var endsAt: Instant

    init<Concerned>(_ span: SignedSpan<Concerned>) {
      reason = span.reason
      endsAt = span.endsAt
    }
  }

  /// The hold that stands on whoever is behind these handles.
  func hold(on handles: [Handle]) throws -> Hold? {
    for person in Set(handles.compactMap(\.person)).sorted() {
      if let hold = try hold(on: person) { return hold }
    }
    return try tx.holds(on: handles.map(\.id)).first { $0.stands(at: now) }.map { Hold($0) }
  }

  private func hold(on person: ID<Person>) throws -> Hold? {
    try tx.holds(of: person).first { $0.stands(at: now) }.map { Hold($0) }
  }

  /// - Parameters:
  ///   - person: the human, where all of their handles go; found out when `nil`.
  ///   - unknown: digests of further handles that the desk does not know.
  ///   - called: further addresses of theirs, which others may name.
  /// - Returns: uploads that hung on drafts, to be removed.
  func erase(
    _ handles: [Handle], person: Person?, unknown: [[UInt8]] = [], called: [String] = [],
    by member: ID<Member>?
  ) throws -> [ID<Upload>] {
    let handles = handles.filter { !$0.isOurs && !$0.isErased }
    let person = try person ?? wholePerson(behind: handles)
    if let hold = try hold(on: handles) ?? person.flatMap({ try hold(on: $0.id) }) {
      throw Self.held(hold, now)
    }
    let digests = try desk.digestsMade(in: tx)
    let ids = handles.map(\.id)
    let posts = try self.posts(by: ids)
    let names = try self.names(of: handles, person)
    let conversations = try tx.conversations(with: ids)
    let places = try ListenedPlaces(tx, desk)
    let parted = handles.map { places.parted($0, in: desk.networks) }
    let (known, typed) = (parted.map(\.own), parted.flatMap(\.typed))
    let former = try handles.filter { places.vouches(for: $0, in: desk.networks) }
      .flatMap { try tx.formerAddresses(of: [$0.id]) }
    let called = try (called + given(by: ids) + former).filter { !places.contains($0) }
    let forgetting = Forgetting(
      handles: known, names: names, called: called, typed: typed, said: try said(in: posts),
      ours: try ours(in: conversations))
    // What others say in the same words is theirs; whom they name is not.
    let naming = Forgetting(handles: known, names: names, called: called, typed: typed, said: [])
    let remembered = try tx.repliesRemembered(
      naming: forgetting.needles, conversationsOf: ids)

    for start in stride(from: 0, to: posts.count, by: 200) {
      let some = posts[start..<min(start + 200, posts.count)]
      try tx.erase(
        some.map(\.id), called: some.map { digests.post($0.network, $0.remoteID) }, at: now)
    }
    let uploads = try tx.eraseTeamWords(inConversationsOf: ids)
    try rewritePosts(forgetting, naming, ids, Set(conversations.map(\.id)), digests)
    try rewriteUploads(forgetting, ids)
    try stopListening(to: handles, forgetting)
    try tx.deleteMentions(naming: forgetting.needles)
    try tx.rewriteTexts(naming: forgetting.needles, of: ids) { Self.rewrite($0, forgetting) }

    try tx.save(
      erased: handles.map { digests.handle($0.network, $0.remoteID) } + unknown
        + forgetting.needles.map { digests.name($0) }, at: now)
    try tx.deleteVisits(of: ids)
    let own = handles.lazy.compactMap(\.ownPerson).first
    try tx.erase(ids, of: person?.id, at: now)
    if let person { try tx.erase(person.id, at: now) }
    try rememberAnew(remembered)
    let whom = person?.id ?? own
    try tx.insert(Erasure(id: desk.newID(), person: whom, by: member, erasedAt: now))
    try tx.append(desk.event(.personErased, by: member, subject: whom?.value))
    let settings = try tx.settings()
    for conversation in conversations {
      try desk.restand(conversation.id, settings: settings, now: now, tx)
    }
    return uploads
  }

  static func held(_ hold: Hold, _ now: Instant) -> Problem {
    let days = Int((hold.endsAt - now).milliseconds / 86_400_000) + 1
    return Problem(
      .conflict,
      "A legal hold stands for another \(days) days: nothing of them may go before. Nothing was erased."
    )
  }

  /// The human, if these are all of their handles.
  private func wholePerson(behind handles: [Handle]) throws -> Person? {
    guard let id = handles.lazy.compactMap(\.person).first else { return nil }
    let left = try tx.handles(of: id).filter { handle in
      !handle.isErased && !handles.contains { $0.id == handle.id }
    }
    return left.isEmpty ? try tx.person(id) : nil
  }

  /// What they are called, and were: each of the people that their handles began as, and the human that they are.
  private func names(of handles: [Handle], _ person: Person?) throws -> [String] {
    let people = try Set(handles.compactMap(\.ownPerson)).sorted().compactMap { try tx.person($0) }
    let former = try tx.formerNames(of: handles.map(\.id))
    return ((people + [person].compactMap { $0 }).map(\.name) + former).filter { !$0.isEmpty }
  }

  /// Addresses that they gave as a sign of who they are, and pages that point back to them.
  private func given(by handles: [ID<Handle>]) throws -> [String] {
    try tx.evidence(of: handles).filter { $0.kind == .mailAddress || $0.isMutual }.map(\.there)
  }

  /// What “said before” knows of replies that may say something else now: nothing is left of the words that went.
  private func rememberAnew(_ replies: [ID<Reply>]) throws {
    try tx.forgetSaid(replies)
    for said in try tx.said(replies) {
      let shingles = SaidShingles(said.words, leavingOut: [said.name])
      try tx.remember(said.reply, at: said.at, bands: shingles.bands)
    }
  }

  private func posts(by handles: [ID<Handle>]) throws -> [Post] {
    var all: [Post] = []
    for handle in handles {
      var before: ID<Post>?
      repeat {
        let some = try tx.posts(by: handle, before: before, limit: 500)
        all += some
        before = some.count == 500 ? some.last?.id : nil
      } while before != nil
    }
    return all
  }

  /// All that they said, earlier wordings included.
  private func said(in posts: [Post]) throws -> [SaidText] {
    let times = Dictionary(posts.map { ($0.id, $0.publishedAt) }) { $1 }
    let now = posts.flatMap { post in
      ([post.title, post.warning, post.text.plain].compactMap { $0 }
        + post.media.compactMap(\.alternative)).map { SaidText($0, at: post.publishedAt) }
    }
    let before = try tx.revisions(of: posts.map(\.id)).flatMap { revision in
      [revision.title, revision.warning, revision.text.plain].compactMap { $0 }
        .map { SaidText($0, at: times[revision.post] ?? revision.replacedAt) }
    }
    return (now + before).filter { !$0.words.isEmpty }
  }

  /// What we said where they spoke, earlier wordings included.
  private func ours(in conversations: [Conversation]) throws -> [SaidText] {
    var ids: [ID<Post>] = []
    for conversation in conversations {
      ids += try tx.records(of: conversation.id).posts.filter { $0.direction == .ours }.map(\.post)
    }
    var ours: [SaidText] = []
    for start in stride(from: 0, to: ids.count, by: 200) {
      ours += try said(in: try tx.posts(Array(ids[start..<min(start + 200, ids.count)])))
    }
    return ours
  }

  /// What we said to them, and whatever anybody said that names them.
  /// - Parameter naming: for what others said where they spoke: it knows what they are called, and none of their words.
  private func rewritePosts(
    _ forgetting: Forgetting, _ naming: Forgetting, _ handles: [ID<Handle>],
    _ conversations: Set<ID<Conversation>>, _ digests: Digests
  ) throws {
    let found = try tx.postsNaming(forgetting.needles, conversationsOf: handles)
    let topics = try desk.book.snapshot(in: tx)
    let names = SourceNames(tx)
    for start in stride(from: 0, to: found.count, by: 200) {
      var blanked: [ID<Post>] = []
      for post in try tx.posts(Array(found[start..<min(start + 200, found.count)])) {
        let isWithThem = conversations.contains(post.conversation)
        let isTheirs = post.direction == .ours && isWithThem
        let new = Self.rewrite(
          post, post.direction == .ours ? forgetting : naming, isTheirs: isWithThem, digests)
        // Its server may have other words of it than the record: how they are called there, for one.
        if isTheirs || new != post { blanked.append(post.id) }
        guard new != post else { continue }
        let author = try new.author.flatMap { try tx.handles([$0]).first }
        let document = TopicDocuments.prepared(new, author: author, source: try names[new.source])
        let isGone = new.removedAt != nil || new.isPlaceholder
        try tx.update(
          NewPost(
            post: new, terms: isGone ? [] : document.indexTerms,
            matches: isGone ? [] : topics.matches(document, post: new.id)))
      }
      try tx.save(blanked: blanked, at: now)
    }
  }

  private static func rewrite(
    _ post: Post, _ forgetting: Forgetting, isTheirs: Bool, _ digests: Digests
  ) -> Post {
    var new = post
    if !post.text.isEmpty { new.text = forgetting.rewrite(post.text, isTheirs: isTheirs) }
    new.title = post.title.map { forgetting.rewrite($0, isTheirs: isTheirs) }
    new.warning = post.warning.map { forgetting.rewrite(warning: $0, isTheirs: isTheirs) }
    new.media = post.media.map { medium in
      var medium = medium
      medium.alternative = medium.alternative.map { forgetting.rewrite($0, isTheirs: isTheirs) }
      return medium
    }.filter { forgetting.rewrite($0.address, isTheirs: false) == $0.address }
    if let address = post.address, forgetting.rewrite(address, isTheirs: false) != address {
      new.address = nil
    }
    let name = post.remoteID.rawValue
    if forgetting.rewrite(name, isTheirs: false) != name {
      new.remoteID = digests.post(post.network, post.remoteID)
    }
    return new
  }

  private func rewriteUploads(_ forgetting: Forgetting, _ handles: [ID<Handle>]) throws {
    for var upload in try tx.uploads(try tx.uploads(inConversationsOf: handles)) {
      let new = forgetting.rewrite(upload.alternative, isTheirs: true)
      guard new != upload.alternative else { continue }
      upload.alternative = new
      try tx.update(upload)
    }
  }

  /// A place that is theirs alone is listened to no more.
  private func stopListening(to handles: [Handle], _ forgetting: Forgetting) throws {
    for var source in try tx.sources() where source.removedAt == nil {
      let target = source.target
      let isTheirs =
        (desk.networks[source.network] as? any Following)?.isOnePerson(kind: source.kind) == true
        && handles.contains { Self.isPlace(target, of: $0, on: source.network) }
      guard isTheirs || forgetting.rewrite(target, isTheirs: false) != target else { continue }
      source.removedAt = now
      if isTheirs {
        // A name alone tells of them here, and nowhere else.
        source.target = Forgetting.mark
        source.name = Message(verbatim: Forgetting.mark)
      }
      try tx.update(source)
      try tx.append(desk.event(.sourceRemoved, subject: source.id.value))
    }
    for topic in try tx.topics()
    where forgetting.rewrite(topic.query, isTheirs: false) != topic.query {
      try tx.append(desk.event(.topicChanged, subject: topic.id.value))
    }
  }

  /// Whether a source listens to one handle alone: by its name as the network has it, with or without its server.
  private static func isPlace(_ target: String, of handle: Handle, on network: NetworkName) -> Bool
  {
    guard handle.network == network else { return false }
    let target = target.lowercased()
    let parts = handle.address.lowercased().split(separator: "@").map(String.init)
    guard let name = parts.first else { return false }
    let server = parts.count > 1 ? parts[1] : nil
    let names = [name, server.map { "\(name)@\($0)" }, server.map { "\($0)/\(name)" }]
    return names.contains(target) || names.contains(Handle.bare(target))
      || target == handle.remoteID.rawValue.lowercased()
  }

  /// Columns that hold names of ours, numbers and keys: no word of anybody, whatever they were called.
  private static let closed: Set<String> = [
    "activity", "by_hand", "delivery_key", "device", "direction", "found", "handles", "host",
    "identities", "intent", "kind", "kinds", "language", "leased_by", "network", "next_cursor",
    "next_key", "noticed_by", "occasion", "place", "read_by", "reasons", "role", "state", "status",
    "stood_before", "tone", "type", "uploads", "visibility", "was_by", "was_kinds", "was_language",
    "was_tone",
    "way",
  ]

  private static func rewrite(_ stored: StoredText, _ forgetting: Forgetting) -> String? {
    let isTheirs = stored.isTheirs && !closed.contains(stored.column)
    switch (stored.table, stored.column) {
    case ("revisions", "body"), ("held_words", "body"):
      return forgetting.rewrite(RichText(encoded: stored.text), isTheirs: isTheirs).encoded
    case (_, "warning"): return forgetting.rewrite(warning: stored.text, isTheirs: isTheirs)
    case ("topics", "query"), ("house_rules", "query"):
      // A query has to stay one.
      return forgetting.rewrite(stored.text, isTheirs: false)
        .replacing(Forgetting.mark, with: "erased")
    default:
      return forgetting.rewrite(stored.text, isTheirs: isTheirs)
    }
  }
}
