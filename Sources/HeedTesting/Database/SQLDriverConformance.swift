public import Testing

/// What every driver of `SQLDatabase` must hold, as rules to be run on each database:
///
///     @Test(arguments: SQLDriverConformance.rules, TestDatabases.all())
///     func holds(_ rule: SQLDriverConformance.Rule, on database: TestDatabase) async throws {
///       try await rule.check(database)
///     }
public enum SQLDriverConformance {
  public struct Rule: Sendable, CustomTestStringConvertible {
    /// A sentence about the rule, as a test's name is.
    public let name: String
    public let check: @Sendable (TestDatabase) async throws -> Void

    init(_ name: String, _ check: @escaping @Sendable (TestDatabase) async throws -> Void) {
      self.name = name
      self.check = check
    }

    public var testDescription: String { name }
  }

  public static let rules = transactionRules + statementRules + valueRules + lifeRules
}
