import Foundation
public import HeedModel

/// A time zone, as far as the desk needs it: what the clock on the wall says at an instant.
public struct Zone: Sendable, Hashable {
  /// IANA name.
  public let identifier: String
  private let zone: TimeZone

  /// The zone of that name; UTC when there is none.
  public init(_ identifier: String) {
    let known = TimeZone(identifier: identifier)
    self.identifier = known == nil ? "UTC" : identifier
    zone = known ?? .gmt
  }

  /// The zone that somebody means who typed this: its name, or the city in it (`berlin`); `nil` where there is none, or
  /// more than one.
  public static func named(_ typed: String) -> String? {
    let typed = typed.split(whereSeparator: \.isWhitespace).joined(separator: "_")
    if typed.isEmpty { return nil }
    if all.contains(typed) { return typed }
    let folded = typed.lowercased()
    let meant = all.filter { $0.lowercased() == folded || $0.lowercased().hasSuffix("/" + folded) }
    if meant.count == 1 { return meant[0] }
    return meant.isEmpty && TimeZone(identifier: typed) != nil ? typed : nil
  }

  /// - Throws: `Problem(.invalid)` at the field of the zone.
  static func checked(_ typed: String) throws -> String {
    guard let name = named(typed) else {
      throw Problem(
        .invalid, "There is no time zone of this name. Type the large city next to you.",
        field: "timeZone")
    }
    return name
  }

  /// Every name that the machine knows, for the form that asks.
  public static var all: [String] { TimeZone.knownTimeZoneIdentifiers }

  public func wall(at instant: Instant) -> WallTime {
    let date = Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
    return WallTime(seconds: instant.milliseconds / 1000 + Int64(zone.secondsFromGMT(for: date)))
  }

  public static func utc(at instant: Instant) -> WallTime {
    WallTime(seconds: instant.milliseconds / 1000)
  }
}
