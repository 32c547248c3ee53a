import HeedModel

/// What an entry answers, as far as its feed tells.
struct Answered {
  let feed: ParsedFeed
  let ids: RemoteIDs
  let isComments: Bool

  func parent(of entry: ParsedEntry) -> RemoteID? {
    if let answered = entry.inReplyTo ?? entry.inReplyToPage { return ids.id(answered) }
    guard isComments else { return nil }
    if let comment = answeredComment(of: entry) { return comment }
    // Blog programs name a comment by its post's id or page and a fragment.
    for name in [entry.id, entry.link] {
      guard let name, FeedAddress.isWeb(name) else { continue }
      let parts = FeedAddress.parts(of: name)
      if parts.fragment != nil { return ids.id(parts.page) }
    }
    // The comments of one page name it as theirs; those of a whole site name its front.
    guard let page = feed.link, let path = FeedAddress.path(of: page), path.count > 1,
      page != entry.link
    else { return nil }
    return ids.id(FeedAddress.parts(of: page).page)
  }

  /// Whether it answers another comment, rather than the page below which all of them stand.
  func answersComment(_ entry: ParsedEntry) -> Bool {
    guard let answered = entry.inReplyTo ?? entry.inReplyToPage else {
      return answeredComment(of: entry) != nil
    }
    return FeedAddress.parts(of: answered).fragment != nil
      || feed.entries.contains { $0.id == answered || $0.link == answered }
  }

  /// "In reply to Ana.", with a link, is how blog programs begin an answer to another comment. The
  /// link names it by its page, and its id is made like this one's.
  private func answeredComment(of entry: ParsedEntry) -> RemoteID? {
    guard let own = entry.id ?? entry.link, FeedAddress.isWeb(own),
      let text = entry.content ?? entry.summary, text.form == .html
    else { return nil }
    let mine = FeedAddress.parts(of: own)
    let start = String(text.value.prefix(600))
    let pattern =
      #/^\s*(?:<p>\s*)?[^<]{1,60}<a\s[^>]*href=["'][^"'#]*#([^"']+)["'][^>]*>[^<]*<\/a>/#
    guard let fragment = mine.fragment, let match = start.prefixMatch(of: pattern),
      Self.stem(match.1) == Self.stem(fragment[...]), match.1 != fragment[...]
    else { return nil }
    return ids.id("\(mine.page)#\(match.1)")
  }

  /// `comment-` of `comment-5`: both must be called alike.
  private static func stem(_ fragment: Substring) -> Substring {
    fragment.prefix { !$0.isNumber }
  }
}
