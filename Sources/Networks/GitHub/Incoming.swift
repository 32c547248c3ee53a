import HeedMarkup
import HeedModel
import HeedNetwork

/// Turns what the place tells into the desk's own shapes. Nothing is asked of anybody here.
struct Incoming: Sendable {
  let server: PlaceServer
  let now: Instant

  /// - Parameter editedAt: when its words changed, where that is known: its own time moves with every comment.
  func post(_ issue: Issue, editedAt: Instant? = nil) -> RemotePost? {
    guard let name = ThreadName(issue.page), name.server == server else { return nil }
    return post(
      name, user: issue.user, html: issue.html, body: issue.body, created: issue.created,
      editedAt: editedAt, title: issue.title, byHost: issue.byHost)
  }

  func post(_ comment: Comment) -> RemotePost? {
    guard let name = ThreadName(comment.page), name.server == server, name.comment != nil else {
      return nil
    }
    let published = Dates.instant(comment.created) ?? now
    let updated = Dates.instant(comment.updated)
    return post(
      name, user: comment.user, html: comment.html, body: comment.body, created: comment.created,
      editedAt: updated.flatMap { $0 > published ? $0 : nil }, title: nil, byHost: comment.byHost)
  }

  func post(
    _ name: ThreadName, user: User?, html: String?, body: String, created: String,
    editedAt: Instant?, title: String?, byHost: Bool, parent: RemoteID? = nil
  ) -> RemotePost {
    let text = html.map { HTMLReader(base: server.base).read($0) } ?? RichText(plain: body)
    var above = name
    above.comment = nil
    return RemotePost(
      reference: RemoteReference(remoteID: name.remoteID, address: name.remoteID.rawValue),
      author: handle(user), publishedAt: Dates.instant(created) ?? now, editedAt: editedAt,
      parent: name.comment == nil ? nil : parent ?? above.remoteID,
      isOpening: name.comment == nil, byHost: byHost, title: title, text: text,
      mentions: text.pages.compactMap(person))
  }

  /// Whose account is gone is told as a ghost, as the place shows them.
  func handle(_ user: User?) -> RemoteHandle {
    let login = user?.login ?? "ghost"
    return RemoteHandle(
      remoteID: id(login), address: "@\(login)", name: user?.name ?? login,
      page: "\(server.base)/\(WebQuery.segment(login))",
      picture: user?.picture.flatMap { $0.lowercased().hasPrefix("https://") ? $0 : nil },
      isBot: user?.isBot ?? false)
  }

  func id(_ login: String) -> RemoteID { RemoteID("\(server.base)/\(login.lowercased())") }

  /// A mention leads to somebody's page: one step below the place, and no more.
  private func person(_ page: String) -> RemoteID? {
    guard page.lowercased().hasPrefix(server.base + "/") else { return nil }
    let rest = page.dropFirst(server.base.count + 1)
    return ThreadName.isName(String(rest)) ? id(String(rest)) : nil
  }
}
