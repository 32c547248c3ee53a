public import HeedModel

/// Whom a mistake touched: those who spoke, each to be written to; and those who only liked it or passed it on.
public struct Touched: Sendable {
  /// Somebody who was told it, answered, asked or told us.
  public struct Answerer: Sendable {
    public enum Act: String, Sendable, CaseIterable {
      /// They told us that it is wrong.
      case told
      /// They asked, and the wrong words are what they were told.
      case toldWrong
      case asked
      case answered
      /// They said it on, with words of their own.
      case quoted
    }

    /// What we did about them since it was noticed.
    public enum Done: Sendable, Hashable {
      case nothing
      case underway
      case written(Instant)
    }

    public var handle: Handle
    public var person: Person?
    public var act: Act
    /// Their last words about it that can be answered.
    public var post: Post
    /// They had never spoken to us before.
    public var areFirstWords: Bool
    public var done: Done
    /// They asked not to be written to, and said nothing to us that is still to be answered.
    public var isUnwelcome: Bool

    public init(
      handle: Handle, person: Person?, act: Act, post: Post, areFirstWords: Bool, done: Done,
      isUnwelcome: Bool = false
    ) {
      self.handle = handle
      self.person = person
      self.act = act
      self.post = post
      self.areFirstWords = areFirstWords
      self.done = done
      self.isUnwelcome = isUnwelcome
    }
  }

  public var answerers: [Answerer] = []
  /// Those who only liked it or passed it on, and have a page: a member knows them, or may.
  public var known: [Reactor] = []
  /// The others of these, who are left in peace: people, counted once each.
  public var leftInPeace = 0

  public init(answerers: [Answerer] = []) { self.answerers = answerers }
}

extension Desk {
  private static let mostReactors = 500

  /// - Parameter quotes: of the wrong words, by others.
  func touched(
    by place: MistakePlace, quotes: [PostRow], for viewer: Viewer, _ tx: any RecordReading
  ) throws -> Touched {
    let (story, mistake) = (place.story, place.story.mistake)
    let told = place.told.flatMap { $0.post.isTheirWords ? $0 : nil }
    guard let wrong = place.post else {
      let teller = try told.flatMap { try answerer([$0], nil, mistake, place.replies, tx) }
      return Touched(answerers: teller.map { [$0] } ?? [])
    }
    var found = Touched()
    var speakers = Speakers()
    let asked = place.asked
    if let asked { speakers.add(asked) }
    for row in place.below where row.post.publishedAt <= story.fixedAt ?? .distantFuture {
      speakers.add(row)
    }
    if let told { speakers.add(told) }
    let quoting = quotes.filter {
      $0.post.publishedAt <= story.fixedAt ?? .distantFuture && $0.isSaidByPeople
        && !$0.post.text.isEmpty
    }.sorted { $0.id < $1.id }
    for row in quoting { speakers.add(row) }
    // What we wrote to them stands where they said it.
    var replies = place.replies
    for talk in Set(quoting.map(\.post.conversation)).subtracting([wrong.post.conversation])
      .sorted()
    {
      replies += try tx.replies(in: talk, for: viewer)
    }
    for rows in speakers.rows {
      if let one = try answerer(rows, asked, mistake, replies, quoting: wrong.id, tx) {
        found.answerers.append(one)
      }
    }
    let spoke = Set(found.answerers.map(\.handle.id))
    let people = Set(found.answerers.compactMap { $0.person?.id })
    var seen: Set<ID<Handle>> = []
    var met: Set<ID<Person>> = []
    for reactor in try tx.reactors(to: wrong.id, limit: Self.mostReactors, for: viewer)
    where !reactor.handle.isOurs && !reactor.handle.isBot {
      let isAnswerer =
        spoke.contains(reactor.handle.id)
        || reactor.handle.person.map(people.contains) ?? false
      // Whoever reacted under two names of theirs is one person.
      guard !isAnswerer, seen.insert(reactor.handle.id).inserted,
        reactor.handle.person.map({ met.insert($0).inserted }) ?? true
      else { continue }
      if reactor.handle.person != nil {
        found.known.append(reactor)
      } else {
        found.leftInPeace += 1
      }
    }
    for index in found.answerers.indices where found.answerers[index].person?.doNotContact ?? false
    {
      let post = found.answerers[index].post
      guard let talk = try tx.conversation(post.conversation) else { continue }
      found.answerers[index].isUnwelcome = try unwelcome(post, in: talk, viewer, tx) != nil
    }
    return found
  }

  /// What people said below a post, in order of time.
  static func below(_ id: ID<Post>, in thread: [PostRow]) -> [PostRow] {
    hanging(on: id, in: thread) { _ in true }.filter(\.isSaidByPeople)
  }

  private func answerer(
    _ rows: [PostRow], _ asked: PostRow?, _ mistake: Mistake, _ replies: [Reply],
    quoting wrong: ID<Post>? = nil, _ tx: any RecordReading
  ) throws -> Touched.Answerer? {
    guard let last = rows.last, let handle = last.author else { return nil }
    let person = try handle.person.flatMap { try tx.person($0) }
    let tells = rows.contains { .person($0.id) == mistake.noticedBy }
    let wasTold = rows.contains { $0.id == asked?.id }
    let asks = rows.contains { $0.post.reading.kinds.contains(.question) }
    let theirs = Set(rows.map(\.id))
    let ours = replies.filter {
      theirs.contains($0.inReplyTo) && $0.writtenAt >= mistake.noticedAt
    }
    let delivered = ours.last { $0.delivery.status == .delivered }
    let isUnderway = ours.contains {
      $0.delivery.status == .queued || $0.delivery.status == .sending
    }
    return Touched.Answerer(
      handle: handle, person: person,
      act: tells
        ? .told
        : wasTold
          ? .toldWrong
          : rows.allSatisfy { wrong != nil && $0.post.quoted == wrong }
            ? .quoted : asks ? .asked : .answered,
      post: last.post,
      areFirstWords: person.map { $0.firstWordsAt >= (rows.first ?? last).post.publishedAt }
        ?? false,
      done: delivered.map { .written($0.delivery.deliveredAt ?? $0.writtenAt) }
        ?? (isUnderway ? .underway : .nothing))
  }
}

/// Posts by who wrote them, in the order in which people first spoke; handles of one person are one.
private struct Speakers {
  private enum Who: Hashable {
    case person(ID<Person>)
    case handle(ID<Handle>)
  }
  private var order: [Who] = []
  private var posts: [Who: [PostRow]] = [:]

  var rows: [[PostRow]] { order.compactMap { posts[$0]?.sorted { $0.id < $1.id } } }

  mutating func add(_ row: PostRow) {
    guard let author = row.author else { return }
    let who: Who = author.person.map { .person($0) } ?? .handle(author.id)
    if posts[who] == nil { order.append(who) }
    guard !(posts[who] ?? []).contains(where: { $0.id == row.id }) else { return }
    posts[who, default: []].append(row)
  }
}

extension Instant {
  fileprivate static let distantFuture = Instant(milliseconds: .max)
}
