public import HeedModel

/// A member and somebody outside who answered each other.
public struct Acquaintance: Sendable, Hashable {
  public var member: ID<Member>
  /// The first exchange that is looked at, and the last.
  public var since: Instant
  public var last: Instant
  /// Exchanges, each worth half after 180 days: for an order alone, never shown.
  var weight: Double
}

extension RecordReading {
  /// Who of us and this person answered each other in the last three years, as far as the viewer may see; who knows them
  /// best first.
  func acquaintances(with person: ID<Person>, now: Instant, for viewer: Viewer) throws
    -> [Acquaintance]
  {
    let exchanges = try exchanges(with: person, since: now - .days(1095), for: viewer)
    return Dictionary(grouping: exchanges, by: \.member).map { member, met in
      let times = met.map(\.at)
      return Acquaintance(
        member: member, since: times.min() ?? now, last: times.max() ?? now,
        weight: times.reduce(0) { $0 + Fading.worth(of: now - $1) })
    }.sorted { ($1.weight, $1.last, $1.member) < ($0.weight, $0.last, $0.member) }
  }
}

/// How exchanges fade: half after 180 days, as `Docs/measures.md` says under “What passed between us”.
enum Fading {
  static let halfLife = 180.0

  static func worth(of age: Duration) -> Double {
    let days = Double(age.milliseconds) / 86_400_000
    var (worth, left) = (1.0, max(0, days) / halfLife)
    while left >= 1 { (worth, left) = (worth / 2, left - 1) }
    return worth * (1 - left / 2)
  }
}
