import HeedModel
import HeedNetwork

/// Reads messages of one folder, around those at which its server stumbles.
///
/// A server may break the connection off at one message, each time: it says goodbye, goes away, announces more or fewer
/// bytes than it sends, or sends what is no answer. What it does then looks like a server that is away; only that others
/// can be read besides tells them apart. So nobody is passed over before another message was read in the same pass.
struct FolderReading {
  /// Connections of one pass besides the first.
  static let mostConnections = 8

  private(set) var client: ImapClient
  private let limit: Int
  private let older: ClosedRange<UInt32>?
  private let held: Set<UInt32>
  private let turn: Int
  private let reopen: @Sendable () async throws -> ImapClient
  private var connections = 0

  private(set) var messages: [ImapMessage] = []
  /// There, and asked for in vain, each by itself.
  private(set) var unread: [UInt32] = []
  /// Not asked for: the server let nobody in any more.
  private(set) var untried: [UInt32] = []
  /// Not there any more.
  private(set) var gone: [UInt32] = []
  /// What went wrong last.
  private(set) var fault: NetworkError?
  /// Numbers of messages that go on behind what was read of them.
  private(set) var cut: Set<UInt32> = []
  /// A message was read in this pass.
  private(set) var isWitnessed = false
  /// No connection is to be had in this pass any more.
  private(set) var isStopped = false

  /// Of whom it is known what came of asking for them.
  var asked: [UInt32] { messages.map(\.uid) + unread + gone }

  /// - Parameters:
  ///   - client: with the folder open.
  ///   - limit: bytes of a message that are read.
  ///   - cursor: what stands before it was heard, and may be read to see whether the server is well.
  ///   - turn: another number in each pass.
  ///   - reopen: a new connection with the folder open.
  init(
    _ client: ImapClient, limit: Int, at cursor: MailCursor, turn: Int,
    reopen: @escaping @Sendable () async throws -> ImapClient
  ) {
    self.client = client
    self.limit = limit
    self.reopen = reopen
    let next = cursor.next
    older = next > 1 ? (next > 1000 ? next - 1000 : 1)...(next - 1) : nil
    held = Set(cursor.held.map(\.uid))
    self.turn = turn
  }

  /// Reads messages: all at once, and each by itself where that fails, or failed before.
  mutating func read(_ uids: [UInt32], isInDoubt: Bool) async throws {
    guard !uids.isEmpty else { return }
    // The others come first: where none of them can be read it is the server that is ill, and nothing is set aside.
    if isInDoubt { try await findWitness(besides: uids) }
    if !isInDoubt || (!isWitnessed && fault == nil) {
      do {
        let (came, unread) = try await client.readable(uids, limit: limit)
        messages += came
        self.unread += unread
        isWitnessed = isWitnessed || !came.isEmpty
        return
      } catch let error as NetworkError {
        fault = error
      }
      try await findWitness(besides: uids)
    }
    guard isWitnessed else {
      untried += uids
      return
    }
    for (index, uid) in uids.enumerated() {
      guard await mend() else {
        untried += uids[index...]
        return
      }
      try await readAlone(uid)
    }
  }

  /// Asks once more for messages that did not come before, each by itself: what is spoilt is not asked for beside what
  /// is whole.
  mutating func readAgain(_ uids: [UInt32], isInDoubt: Bool) async throws {
    guard !uids.isEmpty else { return }
    if isInDoubt { try await findWitness(besides: []) }
    for uid in uids {
      guard await mend() else { break }
      try await readAlone(uid)
    }
    if fault != nil { try await findWitness(besides: []) }
  }

  /// Reads the longer ones whole, up to so many bytes each; those that do not come stay as far as they were read.
  mutating func complete(upTo whole: Int) async {
    for (index, message) in messages.enumerated() where message.body.count >= limit {
      cut.insert(message.uid)
      guard whole > limit, await mend() else { continue }
      do {
        let came = try await client.readable([message.uid], limit: whole).messages.first
        guard let came, came.body.count > message.body.count else { continue }
        messages[index].body = came.body
        if came.body.count < whole { cut.remove(message.uid) }
      } catch let error as NetworkError {
        note(error)
      } catch {
        return
      }
    }
  }

  /// Reads any message that need not be the guilty one: those that were heard last, and the last and the first of these.
  /// Another one begins each time, so that no pass ends where the one before it did.
  private mutating func findWitness(besides uids: [UInt32]) async throws {
    guard !isWitnessed, await mend() else { return }
    var others: [UInt32] = []
    do {
      if let older {
        let found = try await client.search([.text("UID \(older.lowerBound):\(older.upperBound)")])
        others = found.filter { older.contains($0) && !held.contains($0) }.suffix(3).reversed()
      }
    } catch let error as NetworkError {
      fault = error
    }
    others += uids.suffix(1)
    if uids.count > 1 { others += uids.prefix(1) }
    guard !others.isEmpty else { return }
    let first = turn % others.count
    for uid in others[first...] + others[..<first] where !isWitnessed {
      guard await mend() else { return }
      do {
        isWitnessed = try await !client.readable([uid], limit: 1024).messages.isEmpty
      } catch let error as NetworkError {
        fault = error
      }
    }
  }

  private mutating func readAlone(_ uid: UInt32) async throws {
    do {
      let (came, failed) = try await client.readable([uid], limit: limit)
      messages += came
      isWitnessed = isWitnessed || !came.isEmpty
      guard !failed.isEmpty else { return }
      // What somebody took out of the mailbox meanwhile is nothing that could be heard.
      if try await client.search([.text("UID \(uid)")]).isEmpty {
        gone.append(uid)
      } else {
        unread.append(uid)
      }
    } catch let error as NetworkError {
      fault = error
      unread.append(uid)
    }
  }

  /// Whether there is a connection to go on with: the one at hand, or a new one.
  mutating func mend() async -> Bool {
    guard !isStopped else { return false }
    // Whoever asks for patience is given it.
    guard fault?.kind != .rateLimited else {
      isStopped = true
      return false
    }
    guard await client.isOver else { return true }
    guard connections < Self.mostConnections else {
      isStopped = true
      return false
    }
    connections += 1
    do {
      client = try await reopen()
      return true
    } catch {
      fault = fault ?? error as? NetworkError
      isStopped = true
      return false
    }
  }

  /// Notes what went wrong in asking for something else than a message.
  mutating func note(_ error: NetworkError) { fault = error }
}
