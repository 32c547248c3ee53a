import HeedModel
import HeedNetwork
import Logging

extension Desk {
  /// Longer than any round of questions takes; after a crash they are due again then.
  static let countLease = Duration.minutes(5)
  /// So often a post may not be shown before nobody asks for it any more.
  static let countTries = 8
  /// Posts of one round.
  static let countsAtOnce = 200

  /// Plans to count what we said since then and nobody planned yet. Doing it again is harmless.
  func planCounts(saidSince: Instant) async throws {
    let counting = networks.all.filter { $0 is any Counting }.map(\.name)
    guard !counting.isEmpty else { return }
    try await record.write { try $0.planCounts(on: counting, saidSince: saidSince) }
  }

  /// Counts what is due, account by account, and notes when each is counted next.
  /// - Returns: how many were due.
  @discardableResult
  func countDue() async throws -> Int {
    let now = clock.now()
    let until = now + Self.countLease
    guard let next = try await record.read({ try $0.nextCountAt() }), next <= now else { return 0 }
    let plans = try await record.write {
      try $0.leaseCounts(now: now, until: until, limit: Self.countsAtOnce)
    }
    await withDiscardingTaskGroup { group in
      // A place that is away holds up nobody else.
      for (account, plans) in Dictionary(grouping: plans, by: \.account) {
        group.addTask { await count(plans, account, leasedUntil: until) }
      }
    }
    return plans.count
  }

  /// Counts a post before it is taken away: afterwards nobody can. Where that does not go, what was counted before stands.
  func countOnceMore(_ post: ID<Post>) async {
    let now = clock.now()
    do {
      let plan = try await record.write { tx in
        try tx.freezeCounts(of: post, as: .due, at: now)
        return try tx.countPlan(of: post)
      }
      guard let plan, networks[plan.network] is any Counting else { return }
      await count([plan], plan.account, leasedUntil: plan.dueAt)
    } catch {
      logger.info(
        "A post could not be counted before it was taken away.",
        metadata: ["post": "\(post)", "error": "\(LogText.of(error))"])
    }
  }

  private func count(_ plans: [CountPlan], _ account: ID<Account>, leasedUntil: Instant) async {
    guard let name = plans.first?.network else { return }
    do {
      guard let network = networks[name] as? any Counting else {
        return try await settle(plans.map { ($0, nil) }, [], name, leasedUntil)
      }
      guard try await record.read({ try $0.account(account)?.removedAt }) == nil else {
        return try await settle(plans.map { ($0, nil) }, [], name, leasedUntil)
      }
      let access = try await access(to: account)
      let size = max(network.countsAtOnce, 1)
      for start in stride(from: 0, to: plans.count, by: size) {
        let some = Array(plans[start..<min(start + size, plans.count)])
        do {
          let asked = clock.now()
          let counts = try await network.counts(of: some.map(\.reference), as: access)
          try await note(counts, of: some, name, leasedUntil, asked: asked)
        } catch let error as NetworkError {
          let left = Array(plans[start...])
          return try await putOff(left, error, name, leasedUntil)
        }
      }
    } catch {
      // The lease ends by itself; then they are due again.
      logger.info(
        "Posts of an account could not be counted.",
        metadata: ["account": "\(account)", "error": "\(LogText.of(error))"])
    }
  }

  private func note(
    _ counts: [RemoteCounts], of plans: [CountPlan], _ name: NetworkName, _ leasedUntil: Instant,
    asked: Instant
  ) async throws {
    let now = clock.now()
    let told = Dictionary(counts.map { ($0.post, $0) }) { $1 }
    var samples: [PostCount] = []
    var settled: [(CountPlan, Instant?)] = []
    for var plan in plans {
      if let counts = told[plan.remoteID] {
        samples.append(PostCount(counts, of: plan.post, at: now, occasion: plan.occasion))
        plan.tries = 0
        plan.occasion = .due
        settled.append((plan, CountAges.next(after: now, saidAt: plan.post.instant)))
      } else {
        plan.tries += 1
        let next = plan.tries < Self.countTries ? now + Self.countPause(plan.tries) : nil
        settled.append((plan, next))
      }
    }
    try await settle(settled, samples, name, leasedUntil, asked: asked)
  }

  private func putOff(
    _ plans: [CountPlan], _ error: NetworkError, _ name: NetworkName, _ leasedUntil: Instant
  ) async throws {
    let now = clock.now()
    logger.info(
      "A network could not count our posts just now.",
      metadata: ["network": "\(name)", "error": "\(LogText.of(error))"])
    let settled = plans.map { plan -> (CountPlan, Instant?) in
      var plan = plan
      plan.tries = min(plan.tries + 1, Self.countTries)
      let next = now + (error.retryAfter ?? Self.countPause(plan.tries))
      // What is frozen when it was noticed or fixed is asked for however old the post is.
      let isOver =
        plan.occasion == .due
        ? next - plan.post.instant > CountAges.last : plan.tries >= Self.countTries
      return (plan, isOver ? nil : next)
    }
    try await settle(settled, [], name, leasedUntil)
  }

  private func settle(
    _ plans: [(CountPlan, Instant?)], _ samples: [PostCount], _ name: NetworkName,
    _ leasedUntil: Instant, asked: Instant = Instant(milliseconds: 0)
  ) async throws {
    try await record.write { tx in
      try tx.save(samples, on: name, asked: asked)
      try tx.settle(plans.map { (plan: $0.0, next: $0.1) }, leasedUntil: leasedUntil)
    }
  }

  private static func countPause(_ tries: Int) -> Duration {
    min(.minutes(1) * (1 << min(tries, 9)), .hours(6))
  }
}

extension CountPlan {
  fileprivate var reference: RemoteReference {
    RemoteReference(remoteID: remoteID, local: local, address: address)
  }
}

extension PostCount {
  init(_ counts: RemoteCounts, of post: ID<Post>, at now: Instant, occasion: Occasion) {
    self.init(
      post: post, at: now, occasion: occasion, views: counts.views, liked: counts.liked,
      shared: counts.shared, answered: counts.answered, quoted: counts.quoted,
      followers: counts.followers, sharerFollowers: counts.sharerFollowers)
  }
}
