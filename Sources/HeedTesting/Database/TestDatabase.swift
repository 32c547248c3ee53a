public import HeedStore
public import Testing

/// A kind of database to test on: opened fresh for each use, closed and removed after it.
public struct TestDatabase: Sendable, CustomTestStringConvertible {
  /// One database that may be closed and opened again while the test runs.
  public struct Place: Sendable {
    public let open: @Sendable () async throws -> any SQLDatabase
    let remove: @Sendable () async throws -> Void
  }

  public let name: String
  /// Whether it still stands after it was closed.
  public let keepsData: Bool
  private let make: @Sendable () async throws -> Place
  /// With the desk's tables already, where that is quicker than making them.
  private let makeReady: @Sendable () async throws -> Place

  init(
    _ name: String, keepsData: Bool, make: @escaping @Sendable () async throws -> Place,
    makeReady: (@Sendable () async throws -> Place)? = nil
  ) {
    self.name = name
    self.keepsData = keepsData
    self.make = make
    self.makeReady = makeReady ?? make
  }

  public var testDescription: String { name }

  /// Hands out a fresh, empty database.
  public func fresh<T>(_ body: (any SQLDatabase) async throws -> T) async throws -> T {
    try await Self.open(try await make(), body)
  }

  /// Hands out one that may hold the desk's tables already, and nothing in them.
  public func ready<T>(_ body: (any SQLDatabase) async throws -> T) async throws -> T {
    try await Self.open(try await makeReady(), body)
  }

  private static func open<T>(
    _ place: Place, _ body: (any SQLDatabase) async throws -> T
  ) async throws -> T {
    try await use(place) { place in
      let database = try await place.open()
      do {
        let value = try await body(database)
        try await database.close()
        return value
      } catch {
        try? await database.close()
        throw error
      }
    }
  }

  /// Hands out a place for one database; the body closes what it opens.
  public func place<T>(_ body: (Place) async throws -> T) async throws -> T {
    try await Self.use(try await make(), body)
  }

  private static func use<T>(_ place: Place, _ body: (Place) async throws -> T) async throws -> T {
    do {
      let value = try await body(place)
      try await place.remove()
      return value
    } catch {
      try? await place.remove()
      throw error
    }
  }
}
