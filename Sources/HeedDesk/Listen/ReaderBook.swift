import HeedModel
import Synchronization

/// The reader as this desk taught it: swapped when a member corrects, undoes, or switches a part off.
///
/// It is made of the corrections that stand, in their order, and of the words of their posts; nothing else is kept of
/// what was learnt. So an undone correction leaves no trace, and what was learnt from a post goes with its words.
final class ReaderBook: Sendable {
  private struct State {
    var reader: any Reader
    var event: ID<Event>?
  }

  private let plain: any Reader
  private let state: Mutex<State>

  init(_ reader: any Reader) {
    plain = reader
    state = Mutex(State(reader: reader))
  }

  /// As it stood when somebody last looked into the record.
  var reader: any Reader { state.withLock { $0.reader } }

  /// As it stands in this transaction: another machine may have learnt since.
  @discardableResult
  func reader(in tx: any RecordReading) throws -> any Reader {
    let event = try tx.lastReadingEvent()
    let known = state.withLock { $0 }
    if known.event == event { return known.reader }
    let reader = try taught(in: tx)
    return state.withLock { state in
      // Of two at once the newer one stays.
      guard (event?.value ?? 0) >= (state.event?.value ?? 0) else { return state.reader }
      state = State(reader: reader, event: event)
      return reader
    }
  }

  /// As it would stand without one correction that is about to be ended.
  func reader(
    in tx: any RecordReading, besides correction: ID<ReadingCorrection>
  ) throws -> any Reader {
    try taught(in: tx, besides: correction)
  }

  private static let atOnce = 200

  private func taught(
    in tx: any RecordReading, besides other: ID<ReadingCorrection>? = nil
  ) throws -> any Reader {
    let corrections = try tx.standingCorrections().filter { $0.id != other }
    var reader = plain
    var rest = corrections[...]
    while !rest.isEmpty {
      let part = rest.prefix(Self.atOnce)
      rest = rest.dropFirst(Self.atOnce)
      let posts = Dictionary(try tx.posts(part.map(\.post)).map { ($0.id, $0) }) { $1 }
      reader = reader.taught(
        part.compactMap { correction in
          guard let post = posts[correction.post], post.removedAt == nil else { return nil }
          return Lesson(
            words: post.wordsToRead, declaredLanguage: post.language, reading: correction.taught)
        })
    }
    return reader.without(try tx.settings().readersOff)
  }
}

extension ReadingCorrection {
  /// What a reader learns of it: the form sends a language also where the member left it as it was.
  var taught: Reading {
    var taught = reading
    if taught.language == was.language { taught.language = nil }
    return taught
  }
}

extension Post {
  /// What readers are given of it.
  var wordsToRead: String { [title, text.plain].compactMap { $0 }.joined(separator: "\n") }
}

extension Desk {
  /// Makes the reader from the record, so that nobody who takes posts in has to wait for it.
  public func reloadReader() async throws {
    try await record.read { [readers] in _ = try readers.reader(in: $0) }
  }
}
