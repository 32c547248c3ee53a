import HeedModel
import HeedNetwork

/// Discussions, which only the GraphQL API tells of
/// (https://docs.github.com/graphql/guides/using-the-graphql-api-for-discussions).
struct Discussions: Sendable {
  let place: Place
  let now: Instant

  private static let said =
    "id databaseId url body bodyHTML createdAt lastEditedAt authorAssociation author{__typename login avatarUrl url}"
  private static func comments(_ arguments: String) -> String {
    """
    comments(last:50\(arguments)){pageInfo{hasPreviousPage startCursor} nodes{\(said) \
    replies(last:50){pageInfo{hasPreviousPage startCursor} nodes{\(said)}}}}
    """
  }

  /// Pages of fifty comments of one discussion.
  static let mostComments = 10

  /// Ten discussions, those that changed last first, each with its last fifty comments.
  /// - Parameter below: the place's own word for where to go on.
  func page(owner: String, repository: String, below: String? = nil) async throws -> Newest {
    let query = """
      query($owner:String!,$name:String!,$after:String){repository(owner:$owner,name:$name){\
      discussions(first:10,after:$after,orderBy:{field:UPDATED_AT,direction:DESC}){\
      pageInfo{hasNextPage endCursor} nodes{number title updatedAt \(Self.said) \
      \(Self.comments(""))}}}}
      """
    var variables: [String: any Sendable] = ["owner": owner, "name": repository]
    if let below { variables["after"] = below }
    return try await ask(query, variables)
  }

  /// One discussion from its beginning to its end, as far as pages are read.
  func one(_ name: ThreadName) async throws -> Discussion {
    var discussion = try await part(name, above: nil)
    var pages = 1
    while let above = discussion.above, pages < Self.mostComments {
      discussion.take(try await part(name, above: above))
      pages += 1
    }
    return discussion
  }

  /// A discussion of a list with all of its comments: an answer may stand below any of them.
  func whole(_ discussion: Discussion, of repository: ThreadName) async throws -> Discussion {
    guard discussion.above != nil, let number = discussion.number else { return discussion }
    var name = repository
    name.number = number
    do {
      return try await one(name)
    } catch let error as NetworkError
      where GitHubNetwork.saysNothingOfOthers.contains(error.kind)
    {
      return discussion
    }
  }

  private func part(_ name: ThreadName, above: String?) async throws -> Discussion {
    let query = """
      query($owner:String!,$name:String!,$number:Int!,$before:String){\
      repository(owner:$owner,name:$name){discussion(number:$number){\
      number title updatedAt \(Self.said) \(Self.comments(",before:$before"))}}}
      """
    var variables: [String: any Sendable] = [
      "owner": name.owner, "name": name.repository, "number": name.number,
    ]
    if let above { variables["before"] = above }
    let data: One = try await ask(query, variables)
    return data.discussion
  }

  /// Adds a comment; answers stand one step below comments and no deeper.
  func add(_ body: String, to discussion: String, below comment: String?) async throws -> Said {
    let query = """
      mutation($input:AddDiscussionCommentInput!){addDiscussionComment(input:$input){\
      comment{\(Self.said)}}}
      """
    var input: [String: any Sendable] = ["discussionId": discussion, "body": body]
    if let comment { input["replyToId"] = comment }
    let data: Changed = try await ask(query, ["input": input])
    return data.comment
  }

  func change(_ id: String, to body: String) async throws -> Said {
    let query = """
      mutation($input:UpdateDiscussionCommentInput!){updateDiscussionComment(input:$input){\
      comment{\(Self.said)}}}
      """
    let input: [String: any Sendable] = ["commentId": id, "body": body]
    let data: Changed = try await ask(query, ["input": input])
    return data.comment
  }

  func delete(_ id: String) async throws {
    let query = """
      mutation($input:DeleteDiscussionCommentInput!){deleteDiscussionComment(input:$input){\
      comment{id}}}
      """
    let input: [String: any Sendable] = ["id": id]
    let _: Deleted = try await ask(query, ["input": input])
  }

  func posts(_ discussion: Discussion) -> [RemotePost] {
    let first = post(discussion.said, parent: nil, title: discussion.title)
    let rest = discussion.comments.flatMap { comment in
      [post(comment.said, parent: nil)]
        + comment.replies.map {
          post($0, parent: comment.said.url.flatMap(ThreadName.init)?.remoteID)
        }
    }
    return ([first] + rest).compactMap { $0 }
  }

  func post(_ said: Said, parent: RemoteID?, title: String? = nil) -> RemotePost? {
    guard let name = said.url.flatMap(ThreadName.init), name.server == place.server else {
      return nil
    }
    return Incoming(server: place.server, now: now).post(
      name, user: said.author, html: said.html, body: said.body, created: said.created,
      editedAt: Dates.instant(said.edited), title: title, byHost: said.byHost, parent: parent)
  }

  /// The API answers faults with 200 and says them in `errors`.
  private func ask<T: Decodable & Sendable>(
    _ query: String, _ variables: [String: any Sendable]
  ) async throws -> T {
    guard place.client.hasRight else {
      throw NetworkError(
        .unsupported,
        "\(place.server.host) tells of discussions only to people who sign in there.",
        certainlyNotSent: true)
    }
    let response = try await place.graph.send(
      .post, "/graphql", body: .json(["query": query, "variables": variables]))
    if let answer: Envelope<T> = try? place.graph.read(response), let data = answer.data {
      return data
    }
    throw fault(response)
  }

  private func fault(_ response: WireResponse) -> NetworkError {
    let host = place.server.host
    let said = Complaints.text(of: response).map { Complaints.shown($0) } ?? ""
    switch Complaints.code(of: response) {
    case "NOT_FOUND":
      return NetworkError(.gone, "It is no longer on \(host).", certainlyNotSent: true)
    case "RATE_LIMITED":
      return PlaceFault.patience(response, at: host, now: now)
    case "FORBIDDEN", "INSUFFICIENT_SCOPES", "UNPROCESSABLE":
      return NetworkError(
        .refused, "\(host) does not allow this. It says: “\(said)”.", certainlyNotSent: true)
    default:
      return NetworkError(
        .malformed, "\(host) answered with something that the desk cannot read.")
    }
  }
}

extension GitHubNetwork {
  func discussion(
    _ name: ThreadName, _ place: Place
  ) async throws -> (posts: [RemotePost], isWhole: Bool) {
    let discussions = Discussions(place: place, now: clock.now())
    let discussion = try await discussions.one(name)
    return (discussions.posts(discussion), discussion.isWhole)
  }
}
