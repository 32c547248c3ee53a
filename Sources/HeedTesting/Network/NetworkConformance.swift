public import HeedNetwork
public import Testing

/// What every network must keep, as rules that each run against a fresh far side.
///
/// ```swift
/// @Test(arguments: NetworkConformance.rules(for: network))
/// func conforms(to rule: NetworkConformance.Rule) async throws {
///   try await rule.check(MyFixture())
/// }
/// ```
public enum NetworkConformance {
  /// One rule.
  public struct Rule: Sendable, CustomTestStringConvertible {
    /// A sentence about the rule.
    public let name: String
    let needs: [Ability]
    let body: @Sendable (any NetworkFixture) async throws -> Void

    init(
      _ name: String, needs: [Ability] = [],
      _ body: @escaping @Sendable (any NetworkFixture) async throws -> Void
    ) {
      self.name = name
      self.needs = needs
      self.body = body
    }

    public var testDescription: String { name }

    /// Runs the rule; what the far side cannot do is printed, not hidden.
    public func check(_ fixture: any NetworkFixture) async throws {
      do {
        if let missing = needs.first(where: { !$0.belongs(to: fixture.network) }) {
          throw NotHere("no \(missing)")
        }
        try await body(fixture)
      } catch let missing as NotHere {
        print("\(fixture.network.title): “\(name)” was not checked: \(missing)")
      }
    }
  }

  /// What a network may be able to do besides listening.
  enum Ability: Sendable {
    case streaming, answering, editing, deleting, threading, rechecking, mediaTaking, signingIn
    case counting

    func belongs(to network: any Network) -> Bool {
      switch self {
      case .streaming: network is any Streaming
      case .answering: network is any Answering
      case .editing: network is any Editing
      case .deleting: network is any Deleting
      case .threading: network is any Threading
      case .rechecking: network is any Rechecking
      case .mediaTaking: network is any MediaTaking
      case .signingIn: network is any SigningIn
      case .counting: network is any Counting
      }
    }
  }

  /// Every rule, in the order of reading.
  public static let rules: [Rule] =
    listening + streaming + speaking + doubt + changing + failing + counting

  /// The rules that concern what a network claims to be able to do.
  public static func rules(for network: any Network) -> [Rule] {
    rules.filter { $0.needs.allSatisfy { $0.belongs(to: network) } }
  }
}
