import HeedModel
import HeedNetwork

/// Fetches media of other people by way of the desk, so that no member's browser asks another server for them, and
/// keeps them for a while.
///
/// Many pages that want the same one at once cause one question, which ends when none of them wants it any more; a server
/// that failed is left alone for an hour, and one that is slow holds up its own pictures alone.
actor MediaFetch {
  static let life = Duration.days(7)
  /// Of all that is kept together.
  static let budget = 512 << 20
  private static let sulk = Duration.hours(1)
  /// A picture that takes longer is shown to nobody who still waits for it.
  private static let patience = Duration.seconds(10)

  /// A question that is under way, and who waits for its answer.
  private struct Question {
    let task: Task<[UInt8], any Error>
    let number: Int
    var askers: Set<Int> = []
  }

  private struct Wanted: Sendable {
    let address: String
    let name: String
    let most: Int
    let isOurs: @Sendable () async throws -> Bool
  }

  private let wire: (any Wire)?
  private let cache: (any MediaCache)?
  private let clock: any DeskClock
  private var running: [String: Question] = [:]
  private var numbers = 0
  private var failed: [String: Instant] = [:]
  /// At one time, over all and of one host; the others wait.
  private let turns: Turns

  init(
    wire: (any Wire)?, cache: (any MediaCache)?, clock: any DeskClock,
    turns: Turns = Turns(most: 16, ofLane: 4, waiting: 200)
  ) {
    self.turns = turns
    self.wire = wire
    self.cache = cache
    self.clock = clock
  }

  /// - Parameter isOurs: whether it stands on a server that members connected; else strangers chose the address. Asked only
  ///   where it has to be fetched.
  /// - Throws: `Problem(.unavailable)` when its server does not give it, or gives too much.
  func bytes(
    at address: String, for owner: MediaOwner, most: Int,
    isOurs: @escaping @Sendable () async throws -> Bool = { false }
  ) async throws -> [UInt8] {
    let name = owner.name(at: address)
    let now = clock.now()
    if let kept = try? await cache?.read(name, at: now) { return kept }
    if let since = failed[name], now - since < Self.sulk { throw Self.away(nil) }
    guard let wire else {
      throw Problem(.unavailable, "This desk fetches nothing from elsewhere.")
    }
    // Shared by everybody who wants it: that one of them goes away must not end it for the others.
    let question =
      running[name]
      ?? begin(Wanted(address: address, name: name, most: most, isOurs: isOurs), wire)
    let (asker, number) = (nextNumber(), question.number)
    running[name]?.askers.insert(asker)
    defer { leave(name, number, asker) }
    return try await withTaskCancellationHandler {
      try await question.task.value
    } onCancel: {
      // Nobody waits for it.
      Task { await leave(name, number, asker) }
    }
  }

  private func begin(_ wanted: Wanted, _ wire: any Wire) -> Question {
    let question = Question(
      task: Task { try await self.fetch(wanted, wire) }, number: nextNumber())
    running[wanted.name] = question
    return question
  }

  private func nextNumber() -> Int {
    numbers += 1
    return numbers
  }

  private func leave(_ name: String, _ number: Int, _ asker: Int) {
    guard running[name]?.number == number, running[name]?.askers.remove(asker) != nil,
      running[name]?.askers.isEmpty ?? false
    else { return }
    running.removeValue(forKey: name)?.task.cancel()
  }

  private func fetch(_ wanted: Wanted, _ wire: any Wire) async throws -> [UInt8] {
    do {
      return try await turns.take(in: Desk.host(of: wanted.address)) {
        try await self.ask(wanted, wire)
      }
    } catch is Turns.Full {
      throw Problem(
        .unavailable, "Many pictures are being fetched just now. Load the page again in a minute.")
    }
  }

  private func ask(_ wanted: Wanted, _ wire: any Wire) async throws -> [UInt8] {
    let name = wanted.name
    // Somebody else may have brought it between the look and this turn.
    if let kept = try? await cache?.read(name, at: clock.now()) { return kept }
    let isOurs = try await wanted.isOurs()
    do {
      let answer = try await wire.send(
        WireRequest(
          .get, wanted.address, headers: [(name: "accept", value: "image/*")],
          maximumBytes: wanted.most, timeout: Self.patience, isNamedByOthers: !isOurs))
      guard answer.status == 200 else { throw Self.away(nil) }
      // A full disk costs a second fetch, nothing else.
      try? await cache?.write(answer.body, name: name, at: clock.now())
      return answer.body
    } catch {
      // That nobody waits any more says nothing about its server.
      guard !Task.isCancelled else { throw CancellationError() }
      if failed.count > 1_000 { failed = [:] }
      failed[name] = clock.now()
      if let error = error as? WireError { throw Self.away(error) }
      throw error
    }
  }

  private static func away(_ error: WireError?) -> Problem {
    Problem(
      .unavailable, error?.text ?? "Its server does not give it out just now.", cause: error)
  }

  /// Lets go what is old, what nobody keeps any more (law 7), and the least used beyond the budget.
  func clean(_ record: any Record) async throws {
    guard let cache else { return }
    let now = clock.now()
    let all = try await cache.all()
    let owners = all.map { MediaOwner(name: $0.name) }
    let handles = owners.compactMap { if case .face(let id) = $0 { id } else { nil } }
    let posts = owners.compactMap { if case .post(let id, _) = $0 { id } else { nil } }
    let (faces, hung) = try await record.read { tx in
      (
        Dictionary(try tx.handles(handles).map { ($0.id, $0.picture) }) { $1 },
        Dictionary(
          try tx.posts(posts).map { ($0.id, $0.removedAt == nil ? $0.media : []) }
        ) { $1 }
      )
    }
    var kept: [KeptMedium] = []
    for (medium, owner) in zip(all, owners) {
      let isStanding =
        switch owner {
        case .face(let id)?:
          faces[id]?.map { MediaOwner.face(id).name(at: $0) } == medium.name
        case .post(let id, let index)?:
          hung[id].map { media in
            media.indices.contains(index)
              && MediaOwner.post(id, index).name(at: media[index].address) == medium.name
          } ?? false
        case nil: false
        }
      if isStanding, now - medium.keptAt < Self.life {
        kept.append(medium)
      } else {
        try await cache.remove(medium.name)
      }
    }
    var size = kept.reduce(0) { $0 + $1.bytes }
    for medium in kept.sorted(by: { $0.usedAt < $1.usedAt }) where size > Self.budget {
      try await cache.remove(medium.name)
      size -= medium.bytes
    }
  }
}
