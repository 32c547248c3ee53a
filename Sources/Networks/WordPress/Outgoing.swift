import HeedMarkup
import HeedModel
public import HeedNetwork

extension WordPressNetwork: Answering, Editing, Deleting {
  /// WordPress knows no keys: after a doubt, `find` comes before any second try. It refuses the same
  /// words by the same account in the same place by itself.
  public func send(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Sent {
    let client = try client(account)
    let (post, parent) = try await beforeSending { try await place(of: message, client) }
    let response = try await client.send(
      .post, Client.comments,
      body: ["post": post, "parent": parent, "content": Self.written(message.text)])
    let comment: Comment
    do {
      comment = try client.read(response)
    } catch var error as NetworkError {
      error.certainlyNotSent = false
      throw error
    }
    return sent(comment, client, account)
  }

  /// Our own comments in that place, read back.
  public func find(_ message: OutgoingMessage, as account: AccountAccess) async throws -> Found {
    let client = try client(account)
    let (post, parent) = try await place(of: message, client)
    let me = RemoteIDs.user(account.remoteID)
    var query = [
      ("post", String(post)), ("parent", String(parent)), ("per_page", "100"), ("orderby", "id"),
      ("order", "desc"),
    ]
    let comments: [Comment]
    var seesAll = true
    do {
      comments = try await client.get(
        Client.comments, query + [("context", "edit"), ("status", "all")]
      ).value
    } catch let error as NetworkError where error.kind == .refused {
      // What is held stays hidden from this role: there, or nobody can tell.
      seesAll = false
      query.append(("context", "view"))
      comments = try await client.get(Client.comments, query).value
    }
    // A clock that goes a little wrong must not hide what is there.
    let since = message.lookFrom - .minutes(10)
    let found = comments.first { comment in
      comment.author == me && Times.instant(comment.dateGMT).map { $0 >= since } ?? true
        && Self.reads(comment, message.text)
    }
    if let found { return .there(sent(found, client, account)) }
    guard seesAll, comments.count < 100 else { return .cannotTell }
    return try .absent(message, at: client.site.host, settling: settling, now: clock.now())
  }

  public func edit(
    _ post: RemoteReference, to message: OutgoingMessage, as account: AccountAccess
  ) async throws -> Sent {
    let client = try client(account)
    let id = try own(post, client)
    let response = try await client.send(
      .post, "\(Client.comments)/\(id)", body: ["content": Self.written(message.text)])
    return sent(try client.read(response), client, account)
  }

  public func mayEdit(_ post: RemoteReference) -> Bool { Self.isComment(post) }
  public func mayDelete(_ post: RemoteReference) -> Bool { Self.isComment(post) }

  private static func isComment(_ post: RemoteReference) -> Bool {
    post.remoteID.rawValue.contains("#comment-")
  }

  public func delete(_ post: RemoteReference, as account: AccountAccess) async throws {
    let client = try client(account)
    do {
      try await client.send(
        .delete, "\(Client.comments)/\(try own(post, client))", [("force", "true")])
    } catch let error as NetworkError where error.kind == .gone {
      return
    }
  }

  private func own(_ post: RemoteReference, _ client: Client) throws -> Int {
    guard let id = RemoteIDs.comment(post.remoteID, of: client.site) else {
      throw NetworkError(
        .unsupported, "Only comments are changed from here. Change a post on \(client.site.host).",
        certainlyNotSent: true)
    }
    return id
  }

  /// Which post, and under which comment.
  private func place(of message: OutgoingMessage, _ client: Client) async throws
    -> (post: Int, parent: Int)
  {
    let host = client.site.host
    guard let parent = message.inReplyTo?.remoteID else {
      throw NetworkError(
        .unsupported, "On WordPress the desk answers; a new post is written on \(host).",
        certainlyNotSent: true)
    }
    if let post = RemoteIDs.post(parent, of: client.site) { return (post, 0) }
    guard let id = RemoteIDs.comment(parent, of: client.site) else {
      throw NetworkError(
        .refused, "What you answer does not stand on \(host). Your text is kept.",
        certainlyNotSent: true)
    }
    do {
      let comment: Comment = try await client.get("\(Client.comments)/\(id)").value
      return (comment.post, id)
    } catch let error as NetworkError where error.kind == .gone {
      throw NetworkError(
        .gone, "What you answer is no longer on \(host). Your text is kept.",
        certainlyNotSent: true)
    }
  }

  private func sent(_ comment: Comment, _ client: Client, _ account: AccountAccess) -> Sent {
    let post = incoming(client, account).post(comment)
    return Sent(reference: post.reference, at: post.publishedAt, post: post)
  }

  /// Comments are HTML: what was typed must read as it was typed.
  static func written(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// Whether a comment says these words: as they were sent, else as everybody reads them.
  private static func reads(_ comment: Comment, _ text: String) -> Bool {
    if let raw = comment.content.raw { return folded(raw) == folded(written(text)) }
    return folded(HTMLReader.text(comment.content.rendered ?? "")) == folded(text)
  }

  private static func folded(_ text: String) -> String {
    typed(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// As a keyboard has it: WordPress sets quotation marks, dashes and dots as printers do when it
  /// shows what was typed (https://developer.wordpress.org/reference/functions/wptexturize/).
  private static func typed(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "“", "”", "„", "″": result += "\""
      case "‘", "’", "‚", "′": result += "'"
      case "–", "—":
        if result.last != "-" { result += "-" }
      case "-":
        if result.last != "-" { result += "-" }
      case "…": result += "..."
      case "×": result += "x"
      default: result.append(character)
      }
    }
    // Two single ones are one double one to it.
    return result.replacing("``", with: "\"").replacing("''", with: "\"")
  }
}
