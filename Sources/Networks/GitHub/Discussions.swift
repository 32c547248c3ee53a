import HeedModel
import HeedNetwork

/// Discussions, which only the GraphQL API tells of
/// (https://docs.github.com/graphql/guides/using-the-graphql-api-for-discussions).
struct Discussions: Sendable {
  let place: Place
  let now: Instant

  private static let said =
    "id databaseId url body bodyHTML createdAt lastEditedAt authorAssociation author{__typename login avatarUrl url}"
  private static let comments =
    "comments(last:50){nodes{\(said) replies(last:50){nodes{\(said)}}}}"

  /// The ten discussions that changed last, each from its beginning to its end.
  func newest(owner: String, repository: String) async throws -> [[RemotePost]] {
    let query = """
      query($owner:String!,$name:String!){repository(owner:$owner,name:$name){\
      discussions(first:10,orderBy:{field:UPDATED_AT,direction:DESC}){nodes{\
      number title \(Self.said) \(Self.comments)}}}}
      """
    let data: Newest = try await ask(query, ["owner": owner, "name": repository])
    return data.discussions.map(posts)
  }

  func one(_ name: ThreadName) async throws -> Discussion {
    let query = """
      query($owner:String!,$name:String!,$number:Int!){repository(owner:$owner,name:$name){\
      discussion(number:$number){number title \(Self.said) \(Self.comments)}}}
      """
    let data: One = try await ask(
      query, ["owner": name.owner, "name": name.repository, "number": name.number])
    guard let discussion = data.discussion else {
      throw NetworkError(.gone, "It is no longer on \(place.server.host).", certainlyNotSent: true)
    }
    return discussion
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
    let _: Anything = try await ask(query, ["input": input])
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
  func discussion(_ name: ThreadName, _ place: Place) async throws -> [RemotePost] {
    let discussions = Discussions(place: place, now: clock.now())
    return discussions.posts(try await discussions.one(name))
  }
}
