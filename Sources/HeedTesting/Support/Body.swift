import Foundation
public import HeedModel
public import HeedNetwork

/// The body of a request that is a JSON object, as a double reads it.
public struct Body {
  private let object: [String: Any]

  public init?(_ request: WireRequest) {
    let read = try? JSONSerialization.jsonObject(with: Data(request.body))
    guard let object = read as? [String: Any] else { return nil }
    self.object = object
  }

  public subscript(field: String) -> String? { object[field] as? String }
  public func number(_ field: String) -> Int? { (object[field] as? NSNumber)?.intValue }
  public func flag(_ field: String) -> Bool? { object[field] as? Bool }
  /// A text inside an object.
  public func inside(_ field: String, _ name: String) -> String? {
    (object[field] as? [String: Any])?[name] as? String
  }
  public func numberInside(_ field: String, _ name: String) -> Int? {
    ((object[field] as? [String: Any])?[name] as? NSNumber)?.intValue
  }
}

extension Instant {
  /// As most places write times: `2026-05-05T16:56:40.000Z`.
  public var iso8601: String {
    Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      .formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
      .appending("Z").replacing("ZZ", with: "Z")
  }

  /// As headers write it: https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7
  public var headerDate: String {
    let format = Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
        \(second: .twoDigits) GMT
        """,
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt,
      calendar: Calendar(identifier: .gregorian))
    return format.format(Date(timeIntervalSince1970: Double(milliseconds / 1000)))
  }
}
