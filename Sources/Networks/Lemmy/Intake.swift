import HeedMarkup
import HeedModel
import HeedNetwork

/// Takes in what one server tells, and asks it for the names of the comments above.
struct Intake: Sendable {
  let server: LemmyServer
  let knowledge: Knowledge
  let now: Instant

  /// The posts of some views, in their order.
  /// - Throws: `NetworkError` when a name above could not be asked for now; asking for all again is right then.
  func posts(_ views: [View], toUs: Bool = false) async throws -> [RemotePost] {
    for case .comment(let view) in views {
      await knowledge.note(
        comment: view.comment.id, on: server.server, is: RemoteID(view.comment.page))
    }
    var posts: [RemotePost] = []
    for view in views where !view.said.isGone {
      var post = try await post(view, toUs: toUs)
      post.isRestored = isAuthority(on: view)
      posts.append(post)
    }
    return posts
  }

  /// Whether this is the server of whoever said it, or of where it was said: what it shows stands, and comes back where it
  /// had been taken away. Another may never have heard of either.
  private func isAuthority(on view: View) -> Bool {
    [view.said.page, view.community?.page].contains { page in
      page.flatMap { PlaceServer($0) } == server.server
    }
  }

  func post(_ view: View, toUs: Bool = false) async throws -> RemotePost {
    let reference = reference(view)
    switch view {
    case .comment(let view):
      var post = post(
        view.comment, reference, by: view.creator, parent: try await parent(of: view), toUs: toUs)
      post.byHost = view.byHost
      return post
    case .post(let view):
      var post = post(view.post, reference, by: view.creator, parent: nil, toUs: toUs)
      post.isOpening = true
      post.byHost = view.byHost
      return post
    case .message(let view):
      var post = post(
        view.message, reference, by: view.creator, parent: nil,
        toUs: String(view.recipient.id) == server.personID)
      post.visibility = .private
      return post
    }
  }

  func reference(_ view: View) -> RemoteReference {
    let local: String
    switch view {
    case .comment(let view): local = "comment/\(view.comment.id)"
    case .post(let view): local = "post/\(view.post.id)"
    // An answer goes to whoever of the two is not us.
    case .message(let view):
      let other = String(view.creator.id) == server.personID ? view.recipient : view.creator
      local = "message/\(view.message.id)/\(other.id)"
    }
    return RemoteReference(
      remoteID: RemoteID(view.said.page), local: "\(server.server)/\(local)",
      address: Self.web(view.said.page))
  }

  func handle(_ person: Person) -> RemoteHandle {
    let home = PlaceServer(person.page) ?? server.server
    return RemoteHandle(
      remoteID: RemoteID(person.page), address: "@\(person.name)@\(home.host)",
      name: person.shown.map { String($0.prefix(200)) } ?? person.name, page: Self.web(person.page),
      picture: person.picture.flatMap(Self.web), isBot: person.isBot)
  }

  private func post(
    _ said: Said, _ reference: RemoteReference, by creator: Person, parent: RemoteID?, toUs: Bool
  ) -> RemotePost {
    let published = Dates.instant(said.published) ?? now
    var text = MarkdownReader().read(said.content)
    if let url = said.url.flatMap(Self.web) {
      text.blocks.append(.paragraph([.link(to: url, [.text(url)])]))
    }
    return RemotePost(
      reference: reference, author: handle(creator), publishedAt: published,
      editedAt: Dates.instant(said.updated).flatMap { $0 > published ? $0 : nil },
      parent: parent, toUs: toUs, title: said.title, text: text,
      mentions: text.pages.map { RemoteID($0) })
  }

  private func parent(of view: CommentView) async throws -> RemoteID? {
    let post = view.post.map { RemoteID($0.page) }
    guard let above = view.comment.above else { return post }
    if let known = await knowledge.comment(above, on: server.server) { return known }
    do {
      let found = try await server.comment(above)
      let name = RemoteID(found.comment.page)
      await knowledge.note(comment: above, on: server.server, is: name)
      return name
    } catch let error as NetworkError where [.gone, .refused, .malformed].contains(error.kind) {
      return post
    }
  }

  static func web(_ address: String) -> String? {
    let front = address.prefix(8).lowercased()
    return (front.hasPrefix("https://") || front.hasPrefix("http://"))
      && address.utf8.count <= 2000 && address.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7f }
      ? address : nil
  }
}

/// What one server calls one thing: `server/comment/12`, `server/post/5`, `server/message/9/4` with whom it was with.
struct LocalName: Sendable {
  enum Kind: String, Sendable { case comment, post, message }
  var kind: Kind
  var id: Int
  var with: Int?

  init?(_ reference: RemoteReference, on server: PlaceServer) {
    guard let local = reference.local, local.hasPrefix("\(server)/") else { return nil }
    let parts = local.dropFirst("\(server)/".count).split(separator: "/")
    guard parts.count >= 2, let kind = Kind(rawValue: String(parts[0])), let id = Int(parts[1])
    else { return nil }
    (self.kind, self.id) = (kind, id)
    with = parts.count > 2 ? Int(parts[2]) : nil
  }
}
