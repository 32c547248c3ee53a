import HeedModel

/// What an attempt says about its account.
enum DeliveryOutcome: Sendable, Equatable {
  case well
  /// It failed: the account rests so long, unless it was the first failure after a success.
  case stumbled(Duration)
  /// The place asked for a rest.
  case rests(Duration)
}

/// What is on the wire, and which accounts rest.
actor OutboxLanes {
  /// The lanes at one moment.
  struct Snapshot: Sendable {
    var flying: [ID<Reply>: ID<Account>]
    var closed: Set<ID<Account>>

    /// Those that may take to the wire now, in order.
    func admitted(_ replies: [Reply]) -> [Reply] {
      var counts: [ID<Account>: Int] = [:]
      for account in flying.values { counts[account, default: 0] += 1 }
      var room = Outbox.most - flying.count
      return replies.filter { reply in
        guard room > 0, flying[reply.id] == nil, !closed.contains(reply.account),
          counts[reply.account, default: 0] < Outbox.mostOfAccount
        else { return false }
        counts[reply.account, default: 0] += 1
        room -= 1
        return true
      }
    }
  }

  private var flying: [ID<Reply>: ID<Account>] = [:]
  private var rests: [ID<Account>: Range<Instant>] = [:]
  private var stumbles: [ID<Account>: Int] = [:]
  private let ended: @Sendable () -> Void

  /// - Parameter ended: called when a lane becomes free.
  init(_ ended: @escaping @Sendable () -> Void = {}) { self.ended = ended }

  var room: Int { Outbox.most - flying.count }

  /// Accounts that take nothing now: they rest, or enough of them is on the wire.
  func closed(now: Instant) -> [ID<Account>] {
    let counts = Dictionary(flying.values.map { ($0, 1) }, uniquingKeysWith: +)
    return resting(now: now).union(counts.filter { $0.value >= Outbox.mostOfAccount }.keys).sorted()
  }

  func snapshot(now: Instant) -> Snapshot {
    Snapshot(flying: flying, closed: resting(now: now))
  }

  private func resting(now: Instant) -> Set<ID<Account>> {
    // A rest that begins after now was measured by a clock that was set back since.
    rests = rests.filter { $0.value.contains(now) }
    return Set(rests.keys)
  }

  func begin(_ reply: Reply) { flying[reply.id] = reply.account }

  func end(_ reply: Reply, _ outcome: DeliveryOutcome, now: Instant) {
    flying[reply.id] = nil
    switch outcome {
    case .well: stumbles[reply.account] = nil
    case .stumbled(let duration):
      stumbles[reply.account, default: 0] += 1
      if stumbles[reply.account, default: 0] > 1 { rest(reply.account, duration, now) }
    case .rests(let duration): rest(reply.account, duration, now)
    }
    ended()
  }

  private func rest(_ account: ID<Account>, _ duration: Duration, _ now: Instant) {
    guard duration > .zero else { return }
    rests[account] = now..<now + duration
  }
}
