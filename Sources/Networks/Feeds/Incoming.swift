import HeedModel
import HeedNetwork

/// Turns a parsed feed into what the desk hears.
struct Incoming {
  let feed: ParsedFeed
  let source: ListeningSource
  let now: Instant
  let optedOut: Bool
  private let ids: RemoteIDs

  init(feed: ParsedFeed, source: ListeningSource, now: Instant, optedOut: Bool) {
    self.feed = feed
    self.source = source
    self.now = now
    self.optedOut = optedOut
    ids = RemoteIDs(feed: source.target)
  }

  /// What is new, what reads differently, and what was taken back; oldest first.
  func events(since cursor: inout FeedCursor) -> [RemoteEvent] {
    var posts: [RemotePost] = []
    var here: Set<UInt64> = []
    let choice = EntryChoice(feed: feed, now: now)
    let keys = choice.entries.map { StableHash.of(ids.post($0).rawValue) }
    let all = Set(keys)
    for (place, entry) in choice.entries.enumerated() {
      let id = ids.post(entry)
      let key = keys[place]
      guard here.insert(key).inserted else { continue }
      let before = cursor[key]
      let wording = Wording.hash(of: entry)
      guard before?.wording != wording else { continue }
      // Undated entries of one pass keep their order: the first of a feed is its newest.
      let firstSeenAt = before?.firstSeenAt ?? now - .milliseconds(place)
      let seen = FeedCursor.Seen(
        id: key, wording: wording, firstSeenAt: firstSeenAt, stand: Wording.stand(of: entry))
      if before == nil, cursor.rename(to: seen, besides: all) { continue }
      cursor.remember(seen)
      var post = post(entry, id: id, firstSeenAt: firstSeenAt)
      if before != nil { post.editedAt = editedAt(entry, published: post.publishedAt) }
      posts.append(post)
    }
    var removed: [RemoteEvent] = []
    for deletion in feed.deletions.prefix(1000) {
      let id = ids.id(deletion.id)
      let key = StableHash.of(id.rawValue)
      guard cursor[key] != nil, !here.contains(key) else { continue }
      cursor.forget(key)
      removed.append(.removed(id))
    }
    cursor.sort(first: here)
    return posts.sorted { $0.publishedAt < $1.publishedAt }.map(RemoteEvent.post) + removed
  }

  private var isComments: Bool { source.kind == FeedsNetwork.Kind.comments }

  private func post(_ entry: ParsedEntry, id: RemoteID, firstSeenAt: Instant) -> RemotePost {
    let told = Self.told(entry.published) ?? Self.told(entry.updated)
    let above = Answered(feed: feed, ids: ids, isComments: isComments)
    return RemotePost(
      reference: RemoteReference(
        remoteID: id, address: page(entry.link) ?? page(entry.id) ?? page(entry.about)),
      author: author(of: entry),
      publishedAt: told.flatMap { $0 <= now ? $0 : nil } ?? firstSeenAt,
      parent: above.parent(of: entry),
      isOpening: isComments && !above.answersComment(entry),
      title: entry.title?.words.nonEmpty,
      text: (entry.content ?? entry.summary)?.rich ?? RichText(),
      media: media(of: entry),
      language: LanguageTag.read(entry.language) ?? LanguageTag.read(feed.language))
  }

  /// A day, unless it is the zero of some program's calendar.
  private static func told(_ day: Instant?) -> Instant? {
    guard let day, day.milliseconds != 0, day > Self.dawn else { return nil }
    return day
  }

  private static let dawn = CivilTime(year: 1900).instant ?? Instant(milliseconds: 0)

  private func editedAt(_ entry: ParsedEntry, published: Instant) -> Instant {
    guard let updated = entry.updated, updated > published, updated <= now else { return now }
    return updated
  }

  /// The author's own name, else the feed's, else the site itself.
  private func author(of entry: ParsedEntry) -> RemoteHandle {
    let site = page(feed.link) ?? source.target
    guard let person = entry.authors.first ?? feed.authors.first else {
      return RemoteHandle(
        remoteID: ids.id("site"), address: shown(site),
        name: feed.title?.words.nonEmpty ?? shown(site), page: site, picture: page(feed.image),
        optedOut: optedOut)
    }
    let page = page(person.page)
    let name = person.name.map { FeedText($0, $0.looksLikeHTML ? .html : .plain).words }?.nonEmpty
    return RemoteHandle(
      remoteID: ids.author(person), address: shown(page ?? site),
      name: name ?? person.email.map { String($0.prefix { $0 != "@" }) } ?? shown(page ?? site),
      page: page ?? site, picture: self.page(person.picture), optedOut: optedOut)
  }

  private func media(of entry: ParsedEntry) -> [Media] {
    var media = (entry.enclosures + entry.media).compactMap { file in
      page(file.address).map {
        Media(kind: kind(of: file), address: $0, alternative: file.title, type: file.type)
      }
    }
    if let image = page(entry.image), !media.contains(where: { $0.kind == .image }) {
      media.append(Media(kind: .image, address: image))
    }
    return Array(media.prefix(20))
  }

  private func kind(of file: FeedEnclosure) -> Media.Kind {
    switch file.type?.lowercased().split(separator: "/").first {
    case "image": .image
    case "video": .video
    case "audio": .audio
    default: .file
    }
  }

  private func page(_ address: String?) -> String? {
    address.flatMap { FeedAddress.isWeb($0) ? $0 : nil }
  }

  private func shown(_ address: String) -> String {
    let bare = address.replacing(#/^https?:\/\/(www\.)?/#, with: "")
    return bare.hasSuffix("/") ? String(bare.dropLast()) : bare
  }
}
