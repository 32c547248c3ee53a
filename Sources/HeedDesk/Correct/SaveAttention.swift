public import HeedModel
import HeedNetwork

/// How attention goes on one network, as the page of it shows.
public struct ToldAttention: Sendable {
  public var network: NetworkName
  /// What holds: a lead's numbers, else the desk's own, else the published ones.
  public var rule: AttentionRule
  public var published: AttentionRule
  /// Whether followers are told there. Without, readers are counted and nothing is estimated of an audience: only the
  /// half-life has an effect, between two counts and after the last.
  public var tellsFollowers: Bool

  public init(
    network: NetworkName, rule: AttentionRule, published: AttentionRule,
    tellsFollowers: Bool = true
  ) {
    self.network = network
    self.rule = rule
    self.published = published
    self.tellsFollowers = tellsFollowers
  }
}

extension Desk {
  /// The rules of the networks of this desk whose audience is told, in order of name.
  public func attention() async throws -> [ToldAttention] {
    var told: [ToldAttention] = []
    for case let network as any Counting in networks.all {
      told.append(
        ToldAttention(
          network: network.name, rule: try await attentionRule(on: network.name),
          published: .published(on: network.name), tellsFollowers: network.tellsFollowers))
    }
    return told
  }

  /// Other numbers than those that were published, or fitted to the desk's own counters.
  /// - Parameter note: why; the team reads it beside them.
  public func save(
    _ rule: AttentionRule, on network: NetworkName, note: String, by viewer: Viewer
  ) async throws {
    try requireLead(viewer)
    guard let place = networks[network] as? any Counting else {
      throw Problem(.notFound, "Nobody tells how many people listen there.")
    }
    var rule = rule
    if !place.tellsFollowers {
      // Nothing asks for the others there.
      let published = AttentionRule.published(on: network)
      (rule.share, rule.overlap, rule.replies) =
        (published.share, published.overlap, published.replies)
    }
    try Self.check(rule.share, field: "share", upTo: 1, isPositive: true)
    try Self.check(rule.halfLife, field: "halfLife", upTo: 100_000, isPositive: true)
    try Self.check(rule.overlap, field: "overlap", upTo: 1)
    try Self.check(rule.replies, field: "replies", upTo: 1)
    let note = Self.trimmed(note)
    guard !note.isEmpty, note.count <= 500 else {
      throw Problem(
        .invalid, "Say in a few words where the numbers come from. Your team reads it here.",
        field: "note")
    }
    rule.change = AttentionChange(note: note, by: viewer.member, at: clock.now())
    let changed = event(
      .settingsChanged, by: viewer.member, subject: SettingChange(.attention).subject)
    try await record.write { [rule] tx in
      try tx.save(rule, on: network)
      try tx.append(changed)
    }
  }

  /// The published numbers hold again, or those fitted to the desk's own counters.
  public func forgetAttention(on network: NetworkName, by viewer: Viewer) async throws {
    try requireLead(viewer)
    let changed = event(
      .settingsChanged, by: viewer.member, subject: SettingChange(.attention).subject)
    try await record.write { tx in
      guard try tx.attentionRules()[network] != nil else { return }
      try tx.deleteAttentionRule(on: network)
      try tx.append(changed)
    }
  }

  private static func check(
    _ spread: Spread, field: String, upTo most: Double, isPositive: Bool = false
  ) throws {
    guard spread.low.isFinite, spread.high.isFinite, spread.isOrdered,
      isPositive ? spread.low > 0 : spread.low >= 0, spread.high <= most
    else {
      throw Problem(
        .invalid,
        "Give three numbers, the least first: shares between 0 and 100 in a hundred, times above 0.",
        field: field)
    }
  }
}
