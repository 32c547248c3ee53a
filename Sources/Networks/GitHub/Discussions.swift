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

  /// Questions for one discussion at once, fifty comments or fifty answers each.
  static let mostCalls = 100

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

  /// One discussion from its end to its beginning, with all answers, or until what is looked for was told.
  ///
  /// Of one that is longer than a hundred pages the rest is left: then it is not whole.
  func one(
    _ name: ThreadName, until isEnough: (Discussion) -> Bool = { _ in false }
  ) async throws -> Discussion {
    var discussion = try await part(name, above: nil)
    var calls = 1
    while calls < Self.mostCalls, !isEnough(discussion) {
      if let above = discussion.above {
        discussion.take(try await part(name, above: above))
      } else if let at = discussion.comments.firstIndex(where: { $0.above != nil }) {
        try await takeAnswers(&discussion.comments[at])
      } else {
        break
      }
      calls += 1
    }
    return discussion
  }

  private func takeAnswers(_ comment: inout Discussion.Comment) async throws {
    guard let above = comment.above else { return }
    do {
      comment.take(try await answers(below: comment.said.id, above: above))
    } catch let error as NetworkError
      where GitHubNetwork.saysNothingOfOthers.contains(error.kind)
    {
      comment.take(nil)
    }
  }

  /// Fifty comments of a discussion: the last, or those above the place's own word.
  func part(_ name: ThreadName, above: String?) async throws -> Discussion {
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

  /// Fifty answers below one comment, above the place's own word.
  func answers(below comment: String, above: String) async throws -> Answers {
    let query = """
      query($id:ID!,$before:String){node(id:$id){... on DiscussionComment{\
      replies(last:50,before:$before){pageInfo{hasPreviousPage startCursor} nodes{\(Self.said)}}}}}
      """
    let variables: [String: any Sendable] = ["id": comment, "before": above]
    return try await ask(query, variables)
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

  /// Its own words, and what was said or changed in it from an instant on, with the comments that were answered.
  func posts(_ discussion: Discussion, from: Instant? = nil) -> [RemotePost] {
    var posts: [RemotePost] = []
    if let first = post(discussion.said, parent: nil, title: discussion.title) {
      posts.append(first)
    }
    for comment in discussion.comments {
      let page = comment.said.url.flatMap(ThreadName.init)?.remoteID
      let answers = comment.replies.compactMap { post($0, parent: page) }.filter {
        Self.isFresh($0, from)
      }
      if let said = post(comment.said, parent: nil),
        Self.isFresh(said, from) || !answers.isEmpty || comment.above != nil
      {
        posts.append(said)
      }
      posts += answers
    }
    return posts
  }

  static func isFresh(_ post: RemotePost, _ from: Instant?) -> Bool {
    from.map { max(post.publishedAt, post.editedAt ?? post.publishedAt) >= $0 } ?? true
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
    let complaint = Complaints.text(of: response)
    switch Complaints.code(of: response) {
    case "NOT_FOUND":
      return NetworkError(.gone, "It is no longer on \(host).", certainlyNotSent: true)
    case "RATE_LIMITED":
      return PlaceFault.patience(response, at: host, now: now)
    case _ where complaint.map(Place.saysPatience) == true:
      // The secondary limit is told with 200 and words alone
      // (https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api).
      return PlaceFault.patience(response, at: host, now: now)
    case _ where complaint.map(Place.saysLocked) == true: return place.locked()
    case "FORBIDDEN", "INSUFFICIENT_SCOPES", "UNPROCESSABLE":
      let said = complaint.map { Complaints.shown($0) } ?? ""
      return NetworkError(
        .refused, "\(host) does not allow this. It says: “\(said)”.", certainlyNotSent: true)
    case _ where complaint?.lowercased().hasPrefix("something went wrong") == true:
      // What took it too long, it may tell the next time.
      return NetworkError(.temporary, "\(host) could not be asked.")
    default:
      return NetworkError(
        .malformed, "\(host) answered with something that the desk cannot read.")
    }
  }
}

extension GitHubNetwork {
  /// - Parameter id: the one post that is looked for, after which the rest is left.
  func discussion(
    _ name: ThreadName, _ place: Place, until id: RemoteID? = nil
  ) async throws -> (posts: [RemotePost], isWhole: Bool) {
    let discussions = Discussions(place: place, now: clock.now())
    let discussion = try await discussions.one(name) { id.map($0.tells) ?? false }
    return (discussions.posts(discussion), discussion.isWhole)
  }
}
