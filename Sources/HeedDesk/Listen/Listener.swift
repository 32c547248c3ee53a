import HeedModel
import HeedNetwork
import Logging
public import ServiceLifecycle

/// Listens to every source, for as long as the desk runs: by stream where there is one, else by asking.
///
/// One slow or dead place holds up nobody else: each source is its own task, and each has its own back-off.
public struct Listener: Service {
  /// Between two questions, when neither the place nor its pace says otherwise.
  static let pause = Duration.seconds(60)
  static let look = Duration.seconds(1)
  /// How often it is looked whether a stream is still wanted.
  static let streamLook = Duration.seconds(15)
  /// Pages of a backlog in one go; the rest at the next look.
  private static let mostPages = 50

  private let desk: Desk
  private let intake: Intake

  public init(desk: Desk) {
    self.desk = desk
    intake = Intake { try await desk.takeIn($0) }
  }

  public func run() async throws {
    try await desk.reloadTopics()
    try await desk.reloadReader()
    let running = Running()
    await cancelWhenGracefulShutdown {
      await withDiscardingTaskGroup { group in
        while !Task.isCancelled {
          await startDue(running, &group)
          try? await desk.clock.sleep(for: Self.look)
        }
        group.cancelAll()
      }
    }
  }

  private func startDue(_ running: Running, _ group: inout DiscardingTaskGroup) async {
    // Of a thousand sources few are due, and each one's cursor may be long: only those are read.
    let now = desk.clock.now()
    let sources: [Source]
    do {
      sources = try await desk.record.read { try $0.dueSources(at: now) }
    } catch {
      desk.logger.error(
        "Sources could not be read; trying again.", metadata: ["error": "\(LogText.of(error))"])
      return
    }
    for source in sources {
      guard await running.begin(source.id) else { continue }
      group.addTask {
        await listen(to: source)
        await running.end(source.id)
      }
    }
  }

  /// One pass: what came since the cursor, then the stream for as long as it holds.
  private func listen(to source: Source) async {
    do {
      guard let network = desk.networks[source.network] else {
        throw NetworkError(.unsupported, "This Heed does not know the network “\(source.network)”.")
      }
      let access = try await desk.access(to: source.account)
      let question = ListeningSource(
        id: source.id, kind: source.kind, target: source.target, cursor: source.cursor,
        account: access)
      // Only what carries far more than is kept: the rest of such a network is asked like any other.
      if source.isBroad, let sifting = network as? any Sifting {
        let sieve = Sift(desk: desk, source: source)
        return try await follow(
          sifting.stream(of: question, through: sieve), sifting, question, source)
      }
      var continued = question
      for _ in 0..<Self.mostPages {
        let heard = try await network.listen(to: continued)
        try await intake.take(desk.read(Batch(source: source, heard: heard)))
        continued.cursor = heard.cursor ?? continued.cursor
        try await complete(heard, network, continued, source)
        // Zero means that there is more right now.
        guard heard.next == .zero else { break }
      }
      guard let streaming = network as? any Streaming else { return }
      try await follow(streaming.stream(of: continued), streaming, continued, source)
    } catch {
      await desk.noteTrouble(error, of: source)
    }
  }

  /// Where somebody speaks to us in the middle of a thread, the rest of it is fetched: a conversation is read whole.
  private func complete(
    _ heard: Heard, _ network: any Network, _ question: ListeningSource, _ source: Source
  ) async throws {
    guard let threading = network as? any Threading else { return }
    for post in try await desk.looseEnds(heard, network: source.network) {
      do {
        let events = try await threading.thread(around: post, as: question.account)
        try await intake.take(
          desk.read(Batch(source: source, heard: Heard(events: events), movesCursor: false)))
      } catch let error as NetworkError {
        // The thread stays as far as it is known; what was heard is kept already.
        desk.logger.info(
          "A thread could not be fetched.", metadata: ["error": "\(LogText.of(error))"])
      }
    }
  }

  private func follow(
    _ stream: AsyncThrowingStream<Heard, any Error>, _ network: any Network,
    _ question: ListeningSource, _ source: Source
  ) async throws {
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for try await heard in stream {
            try await intake.take(desk.read(Batch(source: source, heard: heard)))
            try await complete(heard, network, question, source)
            guard try await desk.isListening(to: source.id) else { return }
          }
        }
        // A quiet stream ends, too, once nobody wants it any more.
        group.addTask {
          while try await desk.isListening(to: source.id),
            try await !desk.isAskedAgain(source.id)
          {
            try await desk.clock.sleep(for: Self.streamLook)
          }
        }
        defer { group.cancelAll() }
        try await group.next()
      }
    } catch let error as NetworkError where error.kind == .unsupported {
      // The place has no stream for this: it is asked again after the pause.
      return
    }
  }
}

/// Which sources are being listened to just now.
private actor Running {
  private var sources: Set<ID<Source>> = []
  func begin(_ id: ID<Source>) -> Bool { sources.insert(id).inserted }
  func end(_ id: ID<Source>) { sources.remove(id) }
}

extension Desk {
  /// The account with its credentials opened; `nil` for sources without one.
  func access(to account: ID<Account>?) async throws -> AccountAccess? {
    guard let id = account else { return nil }
    let found = try await record.read { tx -> (Account, Handle, [UInt8])? in
      guard let account = try tx.account(id), account.removedAt == nil,
        let handle = try tx.handles([account.handle]).first,
        let sealed = try tx.credentials(of: id)
      else { return nil }
      return (account, handle, sealed)
    }
    guard let (account, handle, sealed) = found else {
      throw NetworkError(.signedOut, "The account was removed. Connect it again to go on.")
    }
    return AccountAccess(
      id: id, server: account.server, remoteID: handle.remoteID, address: handle.address,
      credentials: Credentials(try vault.openMap(sealed, for: Owner.account(id))),
      keeper: AccountKeeper(record: record, vault: vault, account: id))
  }

  func isListening(to id: ID<Source>) async throws -> Bool {
    try await record.read { tx in
      guard let source = try tx.source(id) else { return false }
      return source.pausedAt == nil && source.removedAt == nil
    }
  }

  /// Back-off by source: a minute, doubling to an hour; as long as the place asks where it says so.
  func noteTrouble(_ error: any Error, of source: Source) async {
    if error is CancellationError || Task.isCancelled { return }
    let failure = error as? NetworkError
    let text: Message =
      failure?.text ?? "Listening here failed. The desk tries again by itself."
    logger.warning(
      "Listening failed.", metadata: ["source": "\(source.id)", "error": "\(LogText.of(error))"])
    let now = clock.now()
    do {
      try await record.write { [self] tx in
        guard var failed = try tx.source(source.id), failed.removedAt == nil else { return }
        failed.failures += 1
        let minutes = min(Int64(1) << Int64(min(failed.failures - 1, 6)), 60)
        failed.nextAt = now + (failure?.retryAfter ?? .minutes(minutes))
        failed.askedAt = now
        // A single temporary fault is no trouble yet: it mends itself before anybody could. Where nothing was ever heard
        // whoever added it wants to know whether it works.
        let isNewHere = failed.cursor == nil && failed.heardAt == nil
        let isTrouble =
          isNewHere || failed.failures > 2 || failure?.kind == .signedOut || failure?.kind == .gone
          || failure?.kind == .refused
        let isNew = isTrouble && failed.trouble == nil
        if isTrouble {
          failed.trouble = text
          failed.troubleSince = failed.troubleSince ?? now
        }
        try tx.update(failed)
        if isNew { try tx.append(event(.sourceFailed, subject: failed.id.value)) }
        if failure?.kind == .signedOut, let id = failed.account, var account = try tx.account(id),
          account.trouble == nil
        {
          account.trouble = text
          try tx.update(account)
          try tx.append(event(.accountChanged, subject: id.value))
        }
      }
    } catch {
      logger.error("Trouble could not be noted.", metadata: ["error": "\(LogText.of(error))"])
    }
  }
}
