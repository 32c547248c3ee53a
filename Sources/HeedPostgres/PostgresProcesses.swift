import Synchronization

/// The server's processes behind our own connections: what they announce is known already.
final class PostgresProcesses: Sendable {
  private let ours = Mutex<Set<Int32>>([])

  func replace(_ old: Int32?, by new: Int32?) {
    ours.withLock { ours in
      if let old { ours.remove(old) }
      if let new { ours.insert(new) }
    }
  }

  func contains(_ process: Int32) -> Bool { ours.withLock { $0.contains(process) } }
}
