import HeedMarkup
import HeedModel
public import HeedNetwork

extension WebNetwork: TakingMentions {
  public func covers(_ target: String, _ source: ListeningSource) -> Bool {
    guard source.kind == Self.mentions, let page = WebPlace(target),
      let site = WebPlace(source.target), page.host == site.host
    else { return false }
    let folder = site.target.hasSuffix("/") ? site.target : site.target + "/"
    return page.target == site.target || page.target.hasPrefix(folder)
  }

  public func ourselves(at source: ListeningSource) -> RemoteHandle {
    let site = WebPlace(source.target)
    return RemoteHandle(
      remoteID: RemoteID((site?.site ?? source.target) + "#us"),
      address: WebAddress.shown(source.target), name: WebAddress.shown(source.target),
      page: source.target)
  }

  public func look(
    at mention: RemoteMention, before: MentionFinding.Kind?, for source: ListeningSource
  ) async throws -> MentionFinding {
    guard let target = WebPlace(mention.target), let place = WebPlace(mention.page) else {
      throw NetworkError(.refused, "That is no page of the web.")
    }
    let told = RemoteID(place.page)
    let page: FoundPage
    do {
      page = try await pages.get(mention.page, checksRobots: false)
    } catch let error as NetworkError where error.kind == .gone || error.kind == .refused {
      let status = error.cause as? PageStatus
      guard error.kind == .gone || (before != nil && status != nil) else { throw error }
      var found = nothing(before, told, target)
      found.isUnsure = status?.isFinal != true && !found.events.isEmpty
      return found
    }
    // A page that only leads to one of ours says nothing.
    let end = WebPlace(page.address) ?? place
    guard end.page == place.page || !covers(end.page, source) else {
      return nothing(before, told, target)
    }
    let reading = PageReading(page, target: target)
    guard reading.pointsToTarget else { return nothing(before, told, target) }
    // One page may be told of by any of its addresses.
    let id = RemoteID(end.page)
    let entry = reading.entry
    var author = await Authorship(pages: pages, reading: reading).author(of: entry)
    author.optedOut = page.wish(reading.html).optsOut
    var events = before == nil ? await ourPage(target, source) : []
    let bond = entry.map(reading.bond(of:)) ?? .pointsTo
    let kind: MentionFinding.Kind
    switch bond {
    case .likes: kind = .reaction(.liked, by: author.remoteID)
    case .passesOn: kind = .reaction(.shared, by: author.remoteID)
    case .answers, .pointsTo: kind = .post(id)
    }
    if let before, before != kind, !(before.isPost && kind.isPost && before.name(or: told) == id) {
      events += takenBack(before, told, target)
    }
    if case .reaction(let reaction, _) = kind {
      events.append(
        .reaction(
          RemoteReaction(
            kind: reaction, post: RemoteID(target.page), by: author, at: time(entry) ?? clock.now())
        ))
    } else {
      var post = post(
        reading, entry, author, id, isAnswer: bond == .answers, isKnown: before?.isPost == true)
      post.isRestored = before == .nothing
      events.append(.post(post))
    }
    return MentionFinding(kind: kind, events: events, author: author)
  }

  private func post(
    _ reading: PageReading, _ entry: Microformats.Item?, _ author: RemoteHandle, _ id: RemoteID,
    isAnswer: Bool, isKnown: Bool
  ) -> RemotePost {
    let now = clock.now()
    let words = reading.words(of: entry)
    let published = time(entry)
    let updated = WebTime.instant(entry?.text("updated")).flatMap { $0 <= now ? $0 : nil }
    let changed = updated.flatMap { at in published.map { at > $0 } ?? false ? at : nil }
    let pictures = (entry?.properties["photo"] ?? []).prefix(8).compactMap { value -> Media? in
      guard let address = WebAddress.resolve(value.text), address.hasPrefix("http") else {
        return nil
      }
      if case .picture(_, let said) = value {
        return Media(kind: .image, address: address, alternative: said.isEmpty ? nil : said)
      }
      return Media(kind: .image, address: address)
    }
    return RemotePost(
      reference: RemoteReference(remoteID: id, address: reading.page.address), author: author,
      // Anybody writes any day on their page: who speaks to us waits since they told us.
      publishedAt: isAnswer
        ? ClaimedTime.believed(published, cameAt: now, now: now) : published ?? now,
      editedAt: isKnown ? changed ?? now : changed,
      parent: isAnswer
        ? RemoteID(reading.target.page) : entry.flatMap(reading.answered).map { RemoteID($0) },
      toUs: isAnswer, title: words.title,
      text: words.text, media: pictures, language: LanguageTag.read(reading.html.language))
  }

  private func time(_ entry: Microformats.Item?) -> Instant? {
    let now = clock.now()
    return WebTime.instant(entry?.text("published")).flatMap { $0 <= now ? $0 : nil }
  }

  /// The page of ours that is spoken to, so that what is said hangs on something.
  private func ourPage(_ target: WebPlace, _ source: ListeningSource) async -> [RemoteEvent] {
    guard let page = await ownPages.page(target, through: pages) else { return [] }
    return [
      .post(
        RemotePost(
          reference: RemoteReference(remoteID: RemoteID(target.page), address: page.address),
          author: ourselves(at: source), publishedAt: page.publishedAt ?? clock.now(),
          title: page.title, text: RichText()))
    ]
  }

  private func nothing(_ before: MentionFinding.Kind?, _ id: RemoteID, _ target: WebPlace)
    -> MentionFinding
  {
    MentionFinding(kind: .nothing, events: before.map { takenBack($0, id, target) } ?? [])
  }

  private func takenBack(_ before: MentionFinding.Kind, _ id: RemoteID, _ target: WebPlace)
    -> [RemoteEvent]
  {
    switch before {
    case .nothing: []
    case .post(let name): [.removed(name ?? id)]
    case .reaction(let kind, let by):
      [
        .reactionTakenBack(
          RemoteReaction(
            kind: kind, post: RemoteID(target.page),
            by: RemoteHandle(remoteID: by, address: by.rawValue, name: by.rawValue),
            at: clock.now()))
      ]
    }
  }
}

extension MentionFinding.Kind {
  /// The name of the post that a look found; rows from before it was kept have the page's.
  fileprivate func name(or id: RemoteID) -> RemoteID? {
    if case .post(let name) = self { name ?? id } else { nil }
  }
}

/// Our own pages, remembered for an hour: ten thousand mentions of one page ask for it once.
actor OwnPages {
  struct Page: Sendable {
    var address: String
    var title: String?
    var publishedAt: Instant?
  }

  static let pages = 200
  private let clock: any DeskClock
  private var known: [String: (page: Page?, until: Instant)] = [:]
  private var asking: [String: Task<Page?, Never>] = [:]

  init(clock: any DeskClock) { self.clock = clock }

  func page(_ place: WebPlace, through pages: Pages) async -> Page? {
    let now = clock.now()
    if let known = known[place.page], known.until > now { return known.page }
    if let task = asking[place.page] { return await task.value }
    // A task of its own: several who look at the same time share what it finds.
    let task = Task<Page?, Never> { [clock] in
      guard let found = try? await pages.get(place.page, checksRobots: false, isOurs: true),
        found.isMarkup
      else {
        return nil
      }
      let text = found.text
      let entry = Microformats(text, at: found.address).items.first {
        $0.types.contains("h-entry")
      }
      let published = WebTime.instant(entry?.text("published"))
      return Page(
        address: found.address,
        // A name that nobody gave is all the words of the entry.
        title: entry.flatMap { $0.properties["content"] == nil ? nil : $0.text("name") }
          ?? HTMLPage(text, at: found.address).title,
        publishedAt: published.flatMap { $0 <= clock.now() ? $0 : nil })
    }
    asking[place.page] = task
    let page = await task.value
    asking[place.page] = nil
    if known.count >= Self.pages { known = known.filter { $0.value.until > now } }
    if known.count >= Self.pages { known = [:] }
    known[place.page] = (page, now + (page == nil ? .minutes(5) : .hours(1)))
    return page
  }
}
