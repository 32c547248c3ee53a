import HeedModel
import Logging
public import ServiceLifecycle

/// Lets words go when their announced time is over, wakes what was snoozed, tells of promises whose day has come, watches for spikes, looks for what several people said alike, measures the pace of each place, finds the past of new topics, and forgets what nobody needs any more.
public struct Janitor: Service {
  static let look = Duration.seconds(5)
  static let clean = Duration.minutes(10)
  static let watch = Duration.minutes(1)
  static let measure = Duration.hours(6)
  private let desk: Desk

  public init(desk: Desk) { self.desk = desk }

  /// Something that is done now and then. One that fails holds up no other, and is tried less often the more it fails.
  private struct Chore: Sendable {
    var name: String
    var pause: Duration
    var work: @Sendable (Desk) async throws -> Void
    var due = Instant(milliseconds: .min)
    var failures = 0
  }

  private static let chores = [
    Chore(name: "waking", pause: look) { try await $0.wakeSnoozed() },
    Chore(name: "promises", pause: look) { try await $0.tellPromises() },
    Chore(name: "said before", pause: look) { try await $0.rememberSaid() },
    Chore(name: "pasts", pause: look) { try await $0.findPasts() },
    Chore(name: "letting words go", pause: clean) { try await $0.letWordsGo() },
    Chore(name: "mistakes that are fixed", pause: clean) { try await $0.settleMistakes() },
    Chore(name: "wishes to be forgotten", pause: clean) {
      try await $0.keepWishesToBeForgotten()
    },
    Chore(name: "purging", pause: look) { try await $0.purgeErased() },
    Chore(name: "what could be gathered", pause: watch) { try await $0.lookForGatherings() },
    Chore(name: "spikes", pause: watch) { try await $0.watchSpikes() },
    Chore(name: "paces", pause: measure) { try await $0.measurePaces() },
    Chore(name: "people without words", pause: measure) { try await $0.forgetQuietPeople() },
  ]

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var chores = Self.chores
      while !Task.isCancelled {
        for index in chores.indices where chores[index].due <= desk.clock.now() {
          await work(at: &chores[index])
        }
        try? await desk.clock.sleep(for: Self.look)
      }
    }
  }

  private func work(at chore: inout Chore) async {
    do {
      try await chore.work(desk)
      chore.failures = 0
    } catch {
      chore.failures += 1
      desk.logger.error(
        "Keeping house failed.",
        metadata: ["chore": "\(chore.name)", "error": "\(LogText.of(error))"])
    }
    let longer = Self.look * (1 << min(chore.failures, 7))
    chore.due = desk.clock.now() + (chore.failures == 0 ? chore.pause : max(chore.pause, longer))
  }
}

extension Desk {
  /// Everything whose announced time is over, in small transactions. The fact stays, the words go.
  public func letWordsGo() async throws {
    let now = clock.now()
    var isAnyGone = false
    while true {
      let gone = try await record.write { [self] tx in
        let posts = try tx.postsExpired(at: now, limit: 500)
        guard !posts.isEmpty else { return posts }
        let threads = Set(try tx.posts(posts).map(\.conversation))
        try tx.blank(posts, at: now)
        // Whose words are gone waits no more.
        let settings = try tx.settings()
        for thread in threads.sorted() { try restand(thread, settings: settings, now: now, tx) }
        try tx.append(event(.wordsExpired, subject: Int64(posts.count)))
        return posts
      }
      isAnyGone = isAnyGone || !gone.isEmpty
      await asked.forget(gone)
      if gone.count < 500 { break }
    }
    try await record.write { tx in
      try tx.letHeldWordsGo(at: now)
      try tx.deleteHandleHolds(endedAt: now)
    }
    try await forgetTeamWords()
    while try await record.write({ try $0.deleteForgottenHandles(limit: 500) }) {}
    try await forgetSaid()
    try await record.forgetErasedTerms()
    // Its index takes long to make anew.
    if isAnyGone {
      await answered.forget()
      try await reloadReader()
    }
    let days = try await settings().daysDrafts
    try await record.write { [self] tx in
      for draft in try tx.draftsSaved(before: now - .days(Int64(days)), limit: 500) {
        try endLooks(at: draft.conversation, by: draft.member, .discarded, now: now, tx)
        try tx.deleteDraft(of: draft.conversation, by: draft.member)
      }
      try tx.deleteSessions(expiredAt: now)
      try tx.deleteProofsAndVisits(endedAt: now)
    }
    try await endStrandedLooks()
    let past = now - .days(Int64(days))
    while try await record.write({ try $0.deleteSecondLooks(endedBefore: past, limit: 500) }) == 500
    {}
    // After the handles: a face goes with its handle.
    try await fetched.clean(record)
    let orphans = try await record.read { try $0.orphanUploads(before: now - .days(1), limit: 100) }
    for upload in orphans {
      try await uploads.remove(upload.id.description)
      try await record.write { try $0.deleteUpload(upload.id) }
    }
  }
}
