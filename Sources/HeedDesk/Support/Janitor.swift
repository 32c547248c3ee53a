import HeedModel
import Logging
public import ServiceLifecycle

/// Lets words go when their announced time is over, wakes what was snoozed, tells of promises whose day has come, watches for spikes, measures the pace of each place, finds the past of new topics, and forgets what nobody needs any more.
public struct Janitor: Service {
  static let look = Duration.seconds(5)
  static let clean = Duration.minutes(10)
  static let watch = Duration.minutes(1)
  static let measure = Duration.hours(6)
  private let desk: Desk

  public init(desk: Desk) { self.desk = desk }

  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var cleaned: Instant?
      var watched: Instant?
      var measured: Instant?
      while !Task.isCancelled {
        do {
          try await desk.wakeSnoozed()
          try await desk.tellPromises()
          try await desk.rememberSaid()
          try await desk.findPasts()
          try await desk.purgeErased()
          let now = desk.clock.now()
          if watched.map({ now - $0 >= Self.watch }) ?? true {
            watched = now
            try await desk.watchSpikes()
          }
          if cleaned.map({ now - $0 >= Self.clean }) ?? true {
            try await desk.keepWishesToBeForgotten()
            try await desk.letWordsGo()
            cleaned = now
          }
          if measured.map({ now - $0 >= Self.measure }) ?? true {
            try await desk.measurePaces()
            measured = now
          }
        } catch {
          desk.logger.error("Keeping house failed.", metadata: ["error": "\(LogText.of(error))"])
        }
        try? await desk.clock.sleep(for: Self.look)
      }
    }
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
        guard !posts.isEmpty else { return 0 }
        let threads = Set(try tx.posts(posts).map(\.conversation))
        try tx.blank(posts, at: now)
        // Whose words are gone waits no more.
        let settings = try tx.settings()
        for thread in threads.sorted() { try restand(thread, settings: settings, now: now, tx) }
        try tx.append(event(.wordsExpired, subject: Int64(posts.count)))
        return posts.count
      }
      isAnyGone = isAnyGone || gone > 0
      if gone < 500 { break }
    }
    while try await record.write({ try $0.deleteForgottenHandles(limit: 500) }) {}
    try await forgetSaid()
    try await record.forgetErasedTerms()
    // Its index takes long to make anew.
    if isAnyGone { await answered.forget() }
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
