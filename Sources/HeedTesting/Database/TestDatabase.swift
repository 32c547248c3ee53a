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

  init(
    _ name: String, keepsData: Bool, make: @escaping @Sendable () async throws -> Place
  ) {
    self.name = name
    self.keepsData = keepsData
    self.make = make
  }

  public var testDescription: String { name }

  /// Hands out a fresh, empty database.
  public func fresh<T>(_ body: (any SQLDatabase) async throws -> T) async throws -> T {
    try await place { place in
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
    let place = try await make()
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
