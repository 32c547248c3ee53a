/// Somebody invented.
struct Villager: Sendable {
  enum Part: Sendable {
    case person
    /// The shop itself: our own account.
    case shop
    /// Says that it is a program.
    case bot
    case spammer
  }

  var id: String
  var name: String
  /// BCP 47.
  var language: String
  var town: String
  /// Hours east of Greenwich: people write while it is day with them.
  var zone: Int
  var interests: [Interest]
  /// From 0, whom nothing upsets, to 1.
  var temper: Double
  /// How long an answer may take before they ask again, in minutes.
  var patience: Int
  var part: Part = .person
  /// Does not want to be followed by programs.
  var optedOut: Bool = false

  var address: String { "@\(id)@\(Place.host)" }
  var page: String { "https://\(Place.host)/@\(id)" }
  var picture: String { "https://\(Place.host)/pictures/\(id).png" }
}

/// What people talk about when they do not talk about bicycles.
enum Interest: String, Sendable, CaseIterable {
  case cats, food, football, garden, music, trains, weather, books
}

/// What people want of the shop.
enum Theme: String, Sendable, CaseIterable {
  case order, delivery, brakes, ebike, hours, page, price, praise, wish, workshop

  /// Whether it hurts.
  var isComplaint: Bool {
    switch self {
    case .order, .delivery, .brakes, .ebike, .page: true
    case .hours, .price, .praise, .wish, .workshop: false
    }
  }
}

/// Names of the invented place. The host is one that never exists (RFC 2606).
enum Place {
  static let host = "practice.example"
  static let shop = "cornerbikes"
}
