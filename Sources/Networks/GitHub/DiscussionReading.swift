import HeedModel
import HeedNetwork

/// What is left to read of the discussions of a repository. It stays in the cursor, so that a long list, a long
/// discussion and a long row of answers go on at the next pass.
struct DiscussionReading: Codable, Sendable {
  /// One whose comments were not read to their beginning.
  struct Open: Codable, Sendable {
    var number: Int
    /// The place's word for where the comments above those that were read end.
    var above: String?
    var answers: [Answers]
    var pages = 0
  }

  /// A comment whose answers were not read to the first.
  struct Answers: Codable, Sendable {
    var comment: String
    /// What stands above its answers; the id of the post.
    var page: String?
    var above: String
  }

  /// `owner/repository`.
  let repository: String
  /// Those that changed since are read; without it the first page alone, as it is told.
  let sinceAt: Int64?
  /// When the newest of the list changed.
  var newestAt: Int64?
  var below: String?
  var pages = 0
  var isListed = false
  var open: [Open] = []

  init(of repository: String, since: Instant?) {
    self.repository = repository
    sinceAt = since?.milliseconds
  }

  var hasBegun: Bool { pages > 0 }
  var isDone: Bool { isListed && open.isEmpty }
  /// Changes are told by whole seconds, and not at once.
  var from: Instant? { sinceAt.map { Instant(milliseconds: $0) - .minutes(1) } }
}

/// Reads discussions on from where the last pass ended, a bounded number of questions at a time.
struct DiscussionReader: Sendable {
  /// Questions of one pass. A page of the list costs five of the 5,000 points of an hour, any other one
  /// (https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api).
  static let callsAPass = 15
  /// After so many pages even a place that has no end is left.
  static let mostPages = 2000

  let place: Place
  let clock: any DeskClock

  struct Found: Sendable {
    var posts: [RemotePost] = []
    /// What the place did not tell for now; where it goes on is kept.
    var fault: (any Error)?
    /// A list that could not be read at all, or no longer from where it stood: the repository has no discussions, or they
    /// are shown to others.
    var isRefused = false
  }

  func goOn(_ reading: inout DiscussionReading, calls: inout Int) async -> Found {
    let halves = reading.repository.split(separator: "/").map(String.init)
    var found = Found()
    guard halves.count == 2, halves.allSatisfy(ThreadName.isName) else {
      found.isRefused = true
      return found
    }
    var name = ThreadName(
      server: place.server, owner: halves[0], repository: halves[1], kind: .discussions, number: 0)
    while calls > 0, !reading.isDone {
      calls -= 1
      do {
        if let last = reading.open.indices.last {
          name.number = reading.open[last].number
          found.posts += try await step(&reading.open[last], name, from: reading.from)
          if reading.open[last].isDone { reading.open.removeLast() }
        } else {
          found.posts += try await list(&reading, name)
        }
      } catch let error as NetworkError
        where GitHubNetwork.saysNothingOfOthers.contains(error.kind)
      {
        guard !reading.open.isEmpty else {
          found.isRefused = true
          return found
        }
        // One that went, or that nobody can read, says nothing of the others.
        reading.open.removeLast()
      } catch {
        found.fault = error
        return found
      }
    }
    return found
  }

  private var talk: Discussions { Discussions(place: place, now: clock.now()) }

  /// Those that changed stand above those that did not. What changes meanwhile stands above the page at which the reading
  /// began, and belongs to the next one.
  private func list(
    _ reading: inout DiscussionReading, _ name: ThreadName
  ) async throws -> [RemotePost] {
    let page = try await talk.page(
      owner: name.owner, repository: name.repository, below: reading.below)
    reading.pages += 1
    let times = page.discussions.map { Dates.instant($0.updated) ?? clock.now() }
    if reading.pages == 1 { reading.newestAt = times.max()?.milliseconds }
    let next = page.below == reading.below ? nil : page.below
    reading.below = next
    let from = reading.from
    reading.isListed =
      next == nil || times.isEmpty || reading.pages >= Self.mostPages
      || (from.map { from in times.contains { $0 < from } } ?? true)
    var posts: [RemotePost] = []
    for (discussion, at) in zip(page.discussions, times) where from.map({ at >= $0 }) ?? true {
      posts += talk.posts(discussion, from: from)
      guard from != nil, let number = discussion.number else { continue }
      let open = DiscussionReading.Open(
        number: number, above: discussion.above, answers: discussion.openAnswers)
      if !open.isDone { reading.open.append(open) }
    }
    return posts
  }

  private func step(
    _ open: inout DiscussionReading.Open, _ name: ThreadName, from: Instant?
  ) async throws -> [RemotePost] {
    open.pages += 1
    defer {
      if open.pages >= Self.mostPages { (open.above, open.answers) = (nil, []) }
    }
    if let next = open.answers.popLast() {
      do {
        let page = try await talk.answers(below: next.comment, above: next.above)
        if let above = page.above, above != next.above {
          open.answers.append(
            DiscussionReading.Answers(comment: next.comment, page: next.page, above: above))
        }
        return page.answers.compactMap { talk.post($0, parent: next.page.map { RemoteID($0) }) }
          .filter {
            Discussions.isFresh($0, from)
          }
      } catch let error as NetworkError
        where GitHubNetwork.saysNothingOfOthers.contains(error.kind)
      {
        // A comment that went takes its answers along.
        return []
      } catch {
        open.answers.append(next)
        throw error
      }
    }
    let part = try await talk.part(name, above: open.above)
    open.above = part.above == open.above ? nil : part.above
    open.answers = part.openAnswers
    return talk.posts(part, from: from)
  }
}

extension DiscussionReading.Open {
  var isDone: Bool { above == nil && answers.isEmpty }
}

extension Discussion {
  /// Comments of which not all answers were told.
  var openAnswers: [DiscussionReading.Answers] {
    comments.compactMap { comment in
      comment.above.map {
        DiscussionReading.Answers(
          comment: comment.said.id,
          page: comment.said.url.flatMap(ThreadName.init)?.remoteID.rawValue, above: $0)
      }
    }
  }
}
