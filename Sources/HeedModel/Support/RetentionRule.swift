/// What is kept for a time of its own.
public enum RetentionKind: String, Sendable, CaseIterable {
  /// What people say about us; thirty days at the most (law 7).
  case aboutUs
  /// What passed between us in public.
  case conversations
  /// What passed between us in private.
  case privateTalk
}

/// How long words are kept on one network where that differs from the rest, and what for: announced to everybody.
public struct RetentionRule: Sendable, Hashable {
  public var network: NetworkName
  public var kind: RetentionKind
  public var days: Int
  public var purpose: String

  public init(network: NetworkName, kind: RetentionKind, days: Int, purpose: String) {
    self.network = network
    self.kind = kind
    self.days = days
    self.purpose = purpose
  }
}

extension Settings {
  /// How many days words of a kind are kept there.
  public func days(_ kind: RetentionKind, on network: NetworkName) -> Int {
    if let rule = retention.first(where: { $0.kind == kind && $0.network == network }) {
      return rule.days
    }
    return kind == .aboutUs ? daysAboutUs : daysConversations
  }
}
