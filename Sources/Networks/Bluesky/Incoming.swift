import HeedModel
import HeedNetwork

/// Turns what a stream tells into the desk's own shapes. Nothing is asked of anybody here.
struct Incoming: Sendable {
  let now: Instant
  /// The account that listens.
  var me: String?

  func event(_ told: Told, _ people: (String) -> Known?) -> RemoteEvent? {
    switch told.what {
    case .post(let key, let record, let isEdit):
      // By the server's clock, unless that goes wrong; a record says of itself whatever it likes.
      let received = min(told.at.map { Instant(milliseconds: $0 / 1_000) } ?? now, now)
      return post(
        told.did, key, record, received: received, isEdit: isEdit, people(told.did)
      ).map { .post($0) }
    case .removed(let key): return RemoteIDs.post(told.did, key).map { .removed($0) }
    case .gone: return .gone(RemoteID(told.did))
    case .profile, .handle, .gap, .nothing: return nil
    }
  }

  /// What a list or a thread shows.
  func post(_ view: PostView, isEdit: Bool = false) -> RemotePost? {
    guard let record = view.record else { return nil }
    return post(
      view.author.did, view.key, record, cid: view.cid, received: min(view.indexedAt ?? now, now),
      isEdit: isEdit, view.author.known)
  }

  /// - Parameter cid: what this wording of it is called: whoever answers has to name it.
  func post(
    _ did: String, _ key: String, _ record: PostRecord, cid: String? = nil, received: Instant,
    isEdit: Bool = false, _ known: Known?
  ) -> RemotePost? {
    guard let id = RemoteIDs.post(did, key) else { return nil }
    let told = PostTime.instant(record.createdAt) ?? received
    let (text, mentions) = PostText.richText(record.text, record.facets)
    let toUs = speaksToUs(did, record, mentions)
    // Writers give their posts any time they like. What was brought here from elsewhere keeps it; what speaks to us waits
    // since the service had it.
    let said = toUs ? ClaimedTime.believed(told, cameAt: received, now: now) : told
    let parent = RemoteIDs.post(record.parent) ?? RemoteIDs.post(record.root)
    var author = Self.author(did, known)
    author.optedOut = author.optedOut || record.labels.contains(SelfLabel.signedInOnly)
    // Anybody may put any words there; those that the network knows warn of something.
    let warning = record.labels.filter { SelfLabel.known.contains($0) }
    return RemotePost(
      reference: RemoteReference(remoteID: id, local: cid, address: Page.post(did, key)),
      author: author, publishedAt: said.milliseconds > 0 ? min(said, received) : received,
      editedAt: isEdit ? received : nil, parent: parent == id ? nil : parent,
      quoted: RemoteIDs.post(record.embed.quoted),
      toUs: toUs,
      warning: warning.isEmpty ? nil : warning.joined(separator: ", "),
      text: text.showing(record.embed.card),
      media: record.embed.files.map { Self.media($0, did) },
      language: record.languages.lazy.compactMap(LanguageTag.told).first,
      mentions: mentions.compactMap(RemoteIDs.person))
  }

  /// It names us, or answers something of ours; our own words never speak to us.
  private func speaksToUs(_ did: String, _ record: PostRecord, _ mentions: [String]) -> Bool {
    guard let me, did != me else { return false }
    return mentions.contains(me) || record.parent?.hasPrefix("at://\(me)/") == true
  }

  /// Until somebody tells the handle, the DID stands for it.
  static func author(_ did: String, _ known: Known?) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteID(did), address: known?.handle.map { "@" + $0 } ?? did,
      name: known?.name ?? "", page: Page.person(did), picture: known?.picture,
      isBot: known?.isBot ?? false, optedOut: known?.optedOut ?? false)
  }

  /// Where the network itself shows it: pictures made small enough for a screen, and a video's list of parts.
  private static func media(_ file: Embed.File, _ did: String) -> Media {
    let address =
      file.isVideo
      ? "https://video.bsky.app/watch/\(WebQuery.segment(did))/\(file.id)/playlist.m3u8"
      : "https://cdn.bsky.app/img/feed_fullsize/plain/\(did)/\(file.id)@jpeg"
    let words = file.alternative.flatMap { $0.isEmpty ? nil : String($0.prefix(5_000)) }
    return Media(kind: file.isVideo ? .video : .image, address: address, alternative: words)
  }
}

/// Labels that people put on themselves or on what they say.
enum SelfLabel {
  /// “Not for those who are not signed in”: programs without an account are such
  /// (https://docs.bsky.app/docs/advanced-guides/moderation#global-label-values).
  static let signedInOnly = "!no-unauthenticated"
  /// https://docs.bsky.app/docs/starter-templates/bots
  static let bot = "bot"
  /// Those that warn of a post and that programs there know
  /// (https://docs.bsky.app/docs/advanced-guides/moderation#self-labels).
  static let known: Set<String> = ["porn", "sexual", "nudity", "graphic-media"]
}

extension RichText {
  /// With the card of a page below, unless the words lead there already.
  fileprivate func showing(_ card: Embed.Card?) -> RichText {
    guard let card, Web.isAddress(card.address), !leads(to: card.address) else { return self }
    let words = card.title.isEmpty ? card.address : String(card.title.prefix(300))
    return RichText(blocks + [.paragraph([.link(to: card.address, [.text(words)])])])
  }

  private func leads(to address: String) -> Bool {
    blocks.contains { block in
      guard case .paragraph(let line) = block else { return false }
      return line.contains { inline in
        guard case .link(let to, _) = inline else { return false }
        return to == address
      }
    }
  }
}
