public import HeedModel
public import HeedNetwork

/// Very many invented people, for benches: as much talk as is asked for, at the pace that is asked for, the same in
/// every run.
public struct CrowdNetwork: Streaming, SigningIn {
  public static let name = NetworkName("crowd")
  /// Accounts of ours that the crowd speaks to; signing in with their number as the token connects them.
  public static let accounts = CrowdPosts.accounts
  private static let page = 40

  private let clock: any DeskClock
  private let talk: CrowdPosts
  private let posts: Int
  private let perSecond: Int?

  /// - Parameters:
  ///   - posts: how many there are to hear, over all sources.
  ///   - span: when the first was said, and how long it was from each to the next; `nil` when all of them are said now.
  ///   - perSecond: how many come a second; `nil` for as fast as they are taken.
  public init(
    clock: any DeskClock, posts: Int, sources: Int = 16,
    span: (start: Instant, step: Duration)? = nil, perSecond: Int? = nil
  ) {
    self.clock = clock
    self.posts = posts
    self.perSecond = perSecond
    talk = CrowdPosts(sources: max(sources, CrowdPosts.accounts), span: span)
  }

  public var name: NetworkName { Self.name }
  public var title: Message { "Crowd" }

  /// Sources that no account is needed for; the others come with signing in.
  public var offers: [Offer] { (CrowdPosts.accounts..<talk.sources).map(offer) }

  /// The cursor of a source that was told everything.
  public func end(of target: String) -> String {
    let source = Int(target) ?? 0
    return String((posts - source + talk.sources - 1) / talk.sources)
  }

  /// Only tells, for what telling costs by itself.
  public func tell(_ numbers: Range<Int>) -> [RemoteEvent] {
    numbers.map { .post(talk.post($0, now: clock.now())) }
  }

  private func offer(_ source: Int) -> Offer {
    Offer(
      network: Self.name, kind: source < CrowdPosts.accounts ? "mentions" : "tag",
      target: String(source), name: "Crowd \(source)", asks: "", can: "")
  }

  public func capabilities(of account: AccountAccess?) async throws -> Capabilities {
    Capabilities(reply: .always)
  }
  public func offers(for typed: String) async throws -> [Offer] { [] }
  public func listen(to source: ListeningSource) async throws -> Heard {
    Heard(cursor: source.cursor, next: .seconds(1))
  }

  public func begin(at server: String, desk: DeskAddress) async throws -> SignInStep {
    SignInStep(page: nil, pastesCode: false, explanation: "", notes: Credentials([:]))
  }

  public func finish(_ step: SignInStep, with answer: SignInAnswer) async throws -> SignedIn {
    guard case .token(let token) = answer, let number = Int(token),
      (0..<CrowdPosts.accounts).contains(number)
    else { throw NetworkError(.signedOut, "There is no such shop.") }
    return SignedIn(
      server: "crowd.example", handle: CrowdPosts.shop(number), credentials: Credentials([:]),
      offers: [offer(number)])
  }

  public func stream(of source: ListeningSource) -> AsyncThrowingStream<Heard, any Error> {
    let place = Place(next: source.cursor.flatMap { Int($0) } ?? 0)
    let began = clock.now()
    let first = source.cursor.flatMap { Int($0) } ?? 0
    let number = Int(source.target) ?? 0
    let end = (posts - number + talk.sources - 1) / talk.sources
    return AsyncThrowingStream {
      let from = await place.next
      while from >= end { try await clock.sleep(for: .seconds(1)) }
      let to = min(from + Self.page, end)
      if let perSecond {
        // Each source is a little later than the one before, so that pages do not come all at once.
        let before = (from - first) * talk.sources + Self.page * number
        let due = began + .milliseconds(Int64(before) * 1_000 / Int64(perSecond))
        if due > clock.now() { try await clock.sleep(for: due - clock.now()) }
      }
      await place.move(to: to)
      let now = clock.now()
      return Heard(
        events: (from..<to).map { .post(talk.post($0 * talk.sources + number, now: now)) },
        cursor: String(to), next: .zero)
    }
  }

  /// How far a stream was told.
  private actor Place {
    private(set) var next: Int
    init(next: Int) { self.next = next }
    func move(to next: Int) { self.next = next }
  }
}
