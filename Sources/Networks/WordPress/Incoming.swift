import HeedMarkup
import HeedModel
import HeedNetwork

/// Theirs into our shapes.
struct Incoming {
  let site: Site
  /// Our number there.
  let me: Int?
  /// It is our own place: what is said there is said to us.
  let isOurs: Bool
  let now: Instant

  /// - Parameter isHidden: what it stands below is not for everybody.
  func post(_ comment: Comment, isChanged: Bool = false, isHidden: Bool = false) -> RemotePost {
    RemotePost(
      reference: reference(comment), author: author(of: comment),
      publishedAt: Times.instant(comment.dateGMT).map { min($0, now) } ?? now,
      editedAt: isChanged ? now : nil,
      parent: comment.parent > 0
        ? RemoteIDs.comment(comment.parent, site)
        : comment.post > 0 ? RemoteIDs.post(comment.post, site) : nil,
      toUs: isOurs && !(comment.author > 0 && comment.author == me),
      visibility: isHidden ? .private : .public,
      warning: comment.isHeld
        ? "Held: the site shows it once somebody there lets it through." : nil,
      text: HTMLReader(base: comment.link ?? site.root).read(comment.content.rendered ?? ""))
  }

  func reference(_ comment: Comment) -> RemoteReference {
    RemoteReference(
      remoteID: RemoteIDs.comment(comment.id, site),
      local: String(Wording.of(comment), radix: 36), address: web(comment.link))
  }

  /// What the comments stand under.
  func post(_ entry: Entry) -> RemotePost {
    let author = entry.author ?? 0
    return RemotePost(
      reference: RemoteReference(
        remoteID: RemoteIDs.post(entry.id, site), address: web(entry.link)),
      author: RemoteHandle(
        remoteID: author > 0 ? RemoteIDs.user(author, site) : RemoteID("\(site.key)#site"),
        address: site.key, name: site.key, page: web(entry.link)),
      publishedAt: Times.instant(entry.dateGMT).map { min($0, now) } ?? now,
      title: entry.title?.rendered.map { HTMLReader.text($0) },
      text: HTMLReader(base: entry.link).read(
        entry.excerpt?.rendered ?? entry.content?.rendered ?? ""))
  }

  private func author(of comment: Comment) -> RemoteHandle {
    let page = comment.authorURL.flatMap(web)
    let name = comment.authorName.map { HTMLReader.text($0) } ?? ""
    let size = comment.pictures.keys.compactMap { Int($0) }.max()
    return RemoteHandle(
      remoteID: comment.author > 0
        ? RemoteIDs.user(comment.author, site) : RemoteIDs.guest(comment, site),
      address: page.map { WebAddress.shown($0) } ?? site.key, name: name.isEmpty ? site.key : name,
      page: page, picture: size.flatMap { comment.pictures[String($0)] }.flatMap(web),
      // A guest types any address; of an account the site knows that it is theirs.
      mail: comment.author > 0 ? comment.authorEmail.flatMap { $0.contains("@") ? $0 : nil } : nil)
  }

  private func web(_ address: String?) -> String? {
    address.flatMap { WebAddress.resolve($0) }.flatMap { $0.hasPrefix("http") ? $0 : nil }
  }
}

/// Tells whether a comment reads as it did.
enum Wording {
  static func of(_ comment: Comment) -> UInt64 {
    StableHash.of([
      comment.content.rendered ?? "", comment.authorName ?? "", comment.isHeld ? "held" : "",
    ])
  }
}

/// Times in UTC as the interface writes them: `2026-05-01T10:00:00`, with or without a zone.
enum Times {
  static func instant(_ text: String?) -> Instant? {
    guard let text,
      let match = text.prefixMatch(
        of: #/(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})/#),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
      let hour = Int64(match.4), let minute = Int64(match.5), let second = Int64(match.6),
      year > 1970, (1...12).contains(month), (1...31).contains(day), hour < 24
    else { return nil }
    // http://howardhinnant.github.io/date_algorithms.html#days_from_civil
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = Int64(era * 146_097 + dayOfEra - 719_468)
    return Instant(seconds: days * 86400 + hour * 3600 + minute * 60 + second)
  }
}
