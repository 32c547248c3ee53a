import CLibPQ
import HeedStore

/// Where to connect, as parsed once, with what Heed adds where the string is silent.
struct PostgresTarget: Sendable {
  private let options: [(key: String, value: String)]

  /// Ten seconds to connect; a host that vanished is noticed within half a minute instead of hours.
  private static let additions = [
    ("application_name", "heed"), ("connect_timeout", "10"), ("keepalives_idle", "30"),
    ("keepalives_interval", "5"), ("keepalives_count", "3"), ("tcp_user_timeout", "30000"),
  ]

  /// The server's own settings, whatever the configuration of role or database says.
  private static let settings = [("client_encoding", "UTF8")]

  /// - Parameter string: `host=… dbname=…` or `postgres://…`:
  ///   https://www.postgresql.org/docs/15/libpq-connect.html
  /// - Throws: `SQLError`; its text does not repeat the string, which may hold a password.
  init(_ string: String, database: String? = nil) throws {
    guard let parsed = PQconninfoParse(string, nil) else {
      throw SQLError(
        .unreachable,
        "The connection string for PostgreSQL cannot be read. Write it as "
          + "\"host=/run/postgresql dbname=heed\" or \"postgres://name@host/heed\".")
    }
    defer { PQconninfoFree(parsed) }
    var options: [String: String] = [:]
    var option = parsed
    while let keyword = option.pointee.keyword {
      if let value = option.pointee.val {
        options[String(cString: keyword)] = String(cString: value)
      }
      option += 1
    }
    for (key, value) in Self.additions where options[key] == nil { options[key] = value }
    for (key, value) in Self.settings { options[key] = value }
    if let database { options["dbname"] = database }
    self.options = options.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Blocks until connected or refused.
  func connect() -> OpaquePointer? {
    withCStrings(options.map(\.key)) { keys in
      withCStrings(options.map(\.value)) { values in PQconnectdbParams(keys, values, 0) }
    }
  }

  private func withCStrings<T>(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T
  ) -> T {
    let arena = texts.flatMap { Array($0.utf8CString) }
    return arena.withUnsafeBufferPointer { arena in
      var start = 0
      var pointers: [UnsafePointer<CChar>?] = []
      for text in texts {
        pointers.append(arena.baseAddress.map { $0 + start })
        start += text.utf8.count + 1
      }
      return body(pointers + [nil])
    }
  }
}
