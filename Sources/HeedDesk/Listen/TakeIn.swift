import HeedModel
import HeedNetwork
import HeedTopics

/// What one pass of listening brought, on its way into the record.
struct Batch: Sendable {
  var source: Source
  var heard: Heard
  /// Empty for what was asked for besides a source: a thread around a post.
  var movesCursor = true
  /// Set where the place told it by itself.
  var note: NoteMark?
  /// The same events as `heard` has, read and matched; `nil` until somebody did.
  var read: [Desk.ReadEvent]?
  /// More of the same pass follows: the cursor comes with the last.
  var goesOn = false

  /// The batch in pieces of so many events at most. Whatever says that the pass is over, the cursor and the note among it,
  /// stands in the last alone: where the others were kept and it was not, all is heard again.
  func parts(of most: Int) -> [Batch] {
    let events = heard.events
    guard events.count > most else { return [self] }
    var rest = read.map { $0[...] }
    return stride(from: 0, to: events.count, by: most).map { start in
      let piece = Array(events[start..<min(start + most, events.count)])
      var part = self
      if start + most < events.count {
        part = Batch(source: source, heard: Heard(), movesCursor: false)
        part.goesOn = movesCursor
      }
      part.heard.events = piece
      let keepable = piece.count(where: \.isKeepable)
      part.read = rest.map { Array($0.prefix(keepable)) }
      rest = rest?.dropFirst(keepable)
      return part
    }
  }
}

/// By which a note is known when it comes again.
struct NoteMark: Sendable {
  var subscription: ID<NoteSubscription>
  var digest: [UInt8]
}

/// A post read and folded before the transaction begins, so that the write lock is held for writing only.
struct ReadPost: Sendable {
  var remote: RemotePost
  var reading: Reading
  /// The name of the source that brought it.
  var source: String?
  var document: PreparedDocument
  /// What caught it, by the topics as they stood then.
  var caught: TopicBook.Caught
}

extension Desk {
  /// Takes events into the record in one transaction: find doubles and thread, read, match, commit.
  /// Bringing the same events again changes nothing.
  func takeIn(_ batches: [Batch]) async throws {
    let read = batches.map { self.read($0) }
    let now = clock.now()
    let gone = try await record.write { [self] tx in
      let settings = try tx.settings()
      let snapshot = try book.snapshot(in: tx)
      var gone: [ID<Post>] = []
      // For what comes next: another machine may have learnt meanwhile.
      try readers.reader(in: tx)
      // In the transaction that keeps what it brings: of ten copies of a note at once one is taken in.
      var removed: [ID<Source>: Bool] = [:]
      let new = try read.filter { batch in
        // Somebody took the source or its account away while it was being asked.
        let id = batch.source.id
        let isRemoved = try removed[id] ?? (tx.source(id)?.removedAt != nil)
        removed[id] = isRemoved
        guard !isRemoved else { return false }
        return try batch.note.map { try tx.take(note: $0.digest, of: $0.subscription, at: now) }
          ?? true
      }
      let told = try hearProofs(new, now: now, tx)
      // What comes from one network is woven together, so that its doubles, threads and authors are looked up at once.
      for (network, batches) in Dictionary(grouping: told, by: \.source.network) {
        let weave = try Weave(
          desk: self, tx: tx, network: network, settings: settings, topics: snapshot, now: now)
        try weave.load(batches.flatMap { $0.read ?? [] })
        var brought: [Weave.Brought] = []
        for batch in batches { brought.append(try weave.take(batch)) }
        try weave.finish()
        for (batch, brought) in zip(batches, brought) {
          if batch.movesCursor { try settle(batch, brought, now: now, tx) }
          if batch.goesOn { try note(brought, of: batch.source.id, now: now, tx) }
        }
        gone += weave.gone
      }
      return gone
    }
    if !gone.isEmpty { await asked.forget(gone) }
  }

  private static let pauseBesideNotes = Duration.hours(2)

  /// Reads and matches outside of any transaction; whoever heard it does so, so that several can at once.
  func read(_ batch: Batch) -> Batch {
    guard batch.read == nil else { return batch }
    let snapshot = book.snapshot
    var batch = batch
    batch.read = batch.heard.events.filter(\.isKeepable).map {
      readEvent($0, from: batch.source, topics: snapshot)
    }
    book.count(batch.read?.compactMap(\.document) ?? [])
    return batch
  }

  enum ReadEvent: Sendable {
    case post(ReadPost)
    case other(RemoteEvent)

    var document: PreparedDocument? {
      if case .post(let post) = self { post.document } else { nil }
    }
  }

  private func readEvent(
    _ event: RemoteEvent, from source: Source, topics: TopicBook.Snapshot
  ) -> ReadEvent {
    guard case .post(let remote) = event else { return .other(event) }
    let read = read(remote, from: source)
    let document = PreparedDocument(read.told)
    return .post(
      ReadPost(
        remote: read.remote, reading: read.reading, source: source.name.english,
        document: document,
        caught: topics.caught(document)))
  }

  /// A post as it will be stored, and as topics see it.
  func read(
    _ remote: RemotePost, from source: Source
  ) -> (remote: RemotePost, reading: Reading, told: TopicDocument) {
    var remote = remote
    // As it will be stored, so that hearing it again is never taken for an edit.
    remote.text = remote.text.bounded.normalised
    let words = [remote.title, remote.text.plain].compactMap { $0 }.joined(separator: "\n")
    let reading = readers.reader.read(words, declaredLanguage: remote.language)
    let told = TopicDocuments.document(
      title: remote.title, warning: remote.warning, text: remote.text, media: remote.media,
      author: remote.author.address, network: source.network, declaredLanguage: remote.language,
      reading: reading, quotes: remote.quoted != nil, source: source.name.english)
    return (remote, reading, told)
  }

  /// The cursor moves in the transaction that keeps the events behind it: a crash repeats, it never skips.
  private func settle(
    _ batch: Batch, _ brought: Weave.Brought, now: Instant, _ tx: any RecordWriting
  ) throws {
    guard var source = try tx.source(batch.source.id), source.removedAt == nil else { return }
    let recovered = source.trouble != nil
    // Somebody may look at the page where it was added, and wait for its first answer.
    var looksDifferent = source.askedAt == nil && batch.note == nil
    // What was asked before the place became ours, or was no more, is asked again from the beginning.
    let isOutdated = source.oursSince != batch.source.oursSince
    if !isOutdated { source.cursor = batch.heard.cursor ?? source.cursor }
    if let name = batch.heard.name, !name.isEmpty {
      let before = source.name
      source.name = Message(verbatim: name)
      if source.name != before {
        looksDifferent = true
        try matchAgain(source, named: before, tx)
      }
    }
    if batch.note == nil { source.askedAt = now }
    source.heardAt = Self.heardAt(source, brought, now: now)
    source.trouble = nil
    source.troubleSince = nil
    source.failures = 0
    if batch.note == nil {
      let isTold = try tx.noteSubscriptions(of: source.id).contains { $0.confirmedAt != nil }
      // Where the place tells by itself, asking only finds what it lost.
      let pause = batch.heard.next ?? Listener.pause
      source.nextAt = isOutdated ? now : now + (isTold ? max(pause, Self.pauseBesideNotes) : pause)
      try noteOffer(batch.heard.notes, of: source, now: now, tx)
    } else if batch.heard.next == .zero {
      // It only says that something is new: the place is asked for it.
      source.nextAt = now
    }
    try tx.update(source)
    if recovered {
      if let account = source.account { try noteWorks(account, tx) }
      try tx.append(event(.sourceRecovered, subject: source.id.value))
    } else if looksDifferent {
      try tx.append(event(.sourceChanged, subject: source.id.value))
    }
  }

  /// What one part of a pass brought; all else is told by its last.
  private func note(
    _ brought: Weave.Brought, of id: ID<Source>, now: Instant, _ tx: any RecordWriting
  ) throws {
    guard var source = try tx.source(id), source.removedAt == nil else { return }
    let heardAt = Self.heardAt(source, brought, now: now)
    guard heardAt != source.heardAt else { return }
    source.heardAt = heardAt
    try tx.update(source)
  }

  /// What another place told first was heard here as well: of it counts when it was said, so that hearing the same
  /// again is nothing new.
  private static func heardAt(
    _ source: Source, _ brought: Weave.Brought, now: Instant
  ) -> Instant? {
    if brought.isNew { return now }
    guard let known = brought.knownUntil else { return source.heardAt }
    return source.heardAt.map { max($0, min(known, now)) } ?? now
  }
}
