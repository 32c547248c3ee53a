import HeedMarkup
import HeedModel
import HeedNetwork

/// Turns what both places tell into the desk's own shapes, alike, so that it is one post.
enum Incoming {
  static func post(_ hit: Hit) -> RemotePost {
    post(
      id: hit.id, by: hit.author, at: hit.at, title: hit.isComment ? nil : hit.title,
      url: hit.isComment ? nil : hit.url, text: hit.text, parent: hit.parent)
  }

  /// - Returns: `nil` for what is gone, or says nothing: a vote of a poll has no author.
  static func post(_ item: Item) -> RemotePost? {
    guard !item.isGone, let by = item.by, let at = item.at else { return nil }
    var post = post(
      id: item.id, by: by, at: at, title: item.title, url: item.url, text: item.text,
      parent: item.parent)
    // What was flagged may be vouched for later. The item itself tells how it stands now; a search may be behind.
    post.isRestored = true
    return post
  }

  private static func post(
    id: Int, by author: String, at: Int, title: String?, url: String?, text: String?, parent: Int?
  ) -> RemotePost {
    var words = text.map { HTMLReader(base: HackerNewsNetwork.page).read($0) } ?? RichText()
    if let url, RichText.isWeb(url) {
      // A story that only links says nothing else.
      words.blocks.append(.paragraph([.link(to: url, [.text(url)])]))
    }
    return RemotePost(
      reference: RemoteIDs.reference(id), author: person(author),
      publishedAt: Instant(seconds: Int64(at)), parent: parent.map(RemoteIDs.item),
      title: title.map { HTMLReader.text($0) }, text: words)
  }

  static func person(_ name: String) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteIDs.person(name), address: name, name: name,
      page: "\(HackerNewsNetwork.page)/user?id=\(name)")
  }
}

extension RichText {
  static func isWeb(_ address: String) -> Bool {
    let front = address.prefix(8).lowercased()
    return front.hasPrefix("https://") || front.hasPrefix("http://")
  }
}
