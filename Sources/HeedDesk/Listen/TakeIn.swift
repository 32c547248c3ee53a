import HeedModel
import HeedNetwork
import HeedTopics

/// What one pass of listening brought, on its way into the record.
struct Batch: Sendable {
  var source: Source
  var heard: Heard
  /// Empty for what was asked for besides a source: a thread around a post.
  var movesCursor = true
}

/// A post read and folded before the transaction begins, so that the write lock is held for writing only.
struct ReadPost: Sendable {
  var remote: RemotePost
  var reading: Reading
  var document: PreparedDocument
}

extension Desk {
  /// Takes events into the record in one transaction: find doubles and thread, read, match, commit.
  /// Bringing the same events again changes nothing.
  func takeIn(_ batches: [Batch]) async throws {
    let read = batches.map { batch in
      (batch, batch.heard.events.map { readEvent($0, network: batch.source.network) })
    }
    let snapshot = book.snapshot
    let now = clock.now()
    try await record.write { [self] tx in
      let settings = try tx.settings()
      for (batch, events) in read {
        let weave = try Weave(
          desk: self, tx: tx, source: batch.source, settings: settings, topics: snapshot, now: now)
        try weave.load(events)
        for event in events { try weave.take(event) }
        try weave.finish()
        if batch.movesCursor { try settle(batch, changed: weave.changed, now: now, tx) }
      }
    }
  }

  enum ReadEvent: Sendable {
    case post(ReadPost)
    case other(RemoteEvent)
  }

  private func readEvent(_ event: RemoteEvent, network: NetworkName) -> ReadEvent {
    guard case .post(var remote) = event else { return .other(event) }
    // As it will be stored, so that hearing it again is never taken for an edit.
    remote.text = remote.text.normalised
    let words = [remote.title, remote.text.plain].compactMap { $0 }.joined(separator: "\n")
    let reading = reader.read(words, declaredLanguage: remote.language)
    let document = TopicDocuments.document(
      title: remote.title, warning: remote.warning, text: remote.text, media: remote.media,
      author: remote.author.address, network: network, declaredLanguage: remote.language,
      reading: reading)
    return .post(ReadPost(remote: remote, reading: reading, document: PreparedDocument(document)))
  }

  /// The cursor moves in the transaction that keeps the events behind it: a crash repeats, it never skips.
  private func settle(_ batch: Batch, changed: Bool, now: Instant, _ tx: any RecordWriting) throws {
    guard var source = try tx.source(batch.source.id), source.removedAt == nil else { return }
    let recovered = source.trouble != nil
    source.cursor = batch.heard.cursor ?? source.cursor
    if let name = batch.heard.name, !name.isEmpty { source.name = Message(verbatim: name) }
    source.askedAt = now
    if changed { source.heardAt = now }
    source.trouble = nil
    source.troubleSince = nil
    source.failures = 0
    source.nextAt = now + (batch.heard.next ?? Listener.pause)
    try tx.update(source)
    if recovered { try tx.append(event(.sourceRecovered, subject: source.id.value)) }
  }
}
