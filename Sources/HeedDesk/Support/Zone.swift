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
