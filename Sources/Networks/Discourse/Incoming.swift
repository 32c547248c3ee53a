import HeedMarkup
import HeedModel
import HeedNetwork

/// Turns what a forum tells into the desk's own shapes. Nothing is asked of anybody here.
struct Incoming: Sendable {
  let server: PlaceServer
  let now: Instant
  /// The name of the account that listens.
  let user: String?

  /// - Parameters:
  ///   - toUs: the forum told the account of it.
  ///   - isPrivate: it stands in a private message.
  func post(_ post: ForumPost, toUs: Bool = false, isPrivate: Bool = false) -> RemotePost {
    let published = Dates.instant(post.created) ?? now
    let text = HTMLReader(base: server.base).read(post.cooked)
    let people = text.pages.compactMap(person)
    return RemotePost(
      reference: reference(post), author: handle(post), publishedAt: published,
      editedAt: editedAt(post, published: published),
      parent: post.number == 1
        ? nil
        : PostName(server: server, topic: post.topic, number: post.answers ?? 1).remoteID,
      toUs: toUs || isPrivate, isOpening: post.number == 1, byHost: post.isByStaff,
      visibility: isPrivate || post.isPrivate == true ? .private : .public,
      title: post.number == 1 ? post.title : nil, text: text, mentions: people)
  }

  func reference(_ post: ForumPost) -> RemoteReference {
    let name = PostName(server: server, topic: post.topic, number: post.number)
    return RemoteReference(
      remoteID: name.remoteID, local: RemoteIDs.local(post.id, on: server),
      address: "\(server.base)/t/\(WebQuery.segment(post.slug ?? "-"))/\(post.topic)/\(post.number)"
    )
  }

  /// An author may change their words for five minutes without a new version; then only the time tells.
  private func editedAt(_ post: ForumPost, published: Instant) -> Instant? {
    guard let updated = Dates.instant(post.updated), updated > published + .seconds(1) else {
      return post.version > 1 ? now : nil
    }
    return updated
  }

  func handle(_ post: ForumPost) -> RemoteHandle {
    handle(
      username: post.username, name: post.name, avatar: post.avatar,
      // The forum's own voices have numbers below zero.
      isBot: (post.userID ?? 1) < 0)
  }

  func handle(
    username: String, name: String? = nil, avatar: String? = nil, isBot: Bool = false
  ) -> RemoteHandle {
    RemoteHandle(
      remoteID: RemoteIDs.person(username, on: server), address: "@\(username)@\(server.host)",
      name: name.flatMap { $0.isEmpty ? nil : String($0.prefix(200)) } ?? username,
      page: "\(server.base)/u/\(WebQuery.segment(username))", picture: picture(avatar), isBot: isBot
    )
  }

  private func picture(_ template: String?) -> String? {
    guard let path = template?.replacing("{size}", with: "120"), path.utf8.count < 1000 else {
      return nil
    }
    if path.hasPrefix("//") { return "https:" + path }
    if path.hasPrefix("/") { return server.base + path }
    return path.lowercased().hasPrefix("https://") ? path : nil
  }

  private func person(_ page: String) -> RemoteID? {
    let front = server.base + "/u/"
    guard page.lowercased().hasPrefix(front.lowercased()) else { return nil }
    let name = page.dropFirst(front.count)
    return name.isEmpty || name.contains("/") ? nil : RemoteIDs.person(String(name), on: server)
  }
}
