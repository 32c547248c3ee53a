/// A time that is put together of parts: a day, a time of day, a zone; of each the first.
/// Source: https://microformats.org/wiki/value-class-pattern#Date_and_time_parsing
struct ValueTime {
  private(set) var day: String?
  private var clock: String?
  private var zone: String?
  private let borrowed: String?

  /// - Parameter lastDay: what a time without a day belongs to.
  /// - Returns: `nil` when the parts name neither a day nor a time.
  init?(_ parts: [String], lastDay: String?) {
    borrowed = lastDay
    for part in parts { take(part.trimmedSpace) }
    guard day != nil || clock != nil && lastDay != nil else { return nil }
  }

  var written: String {
    let day = day ?? borrowed ?? ""
    guard let clock else { return day }
    return "\(day) \(clock)\(zone ?? "")"
  }

  /// The day that a whole time begins with.
  static func day(in text: String) -> String? {
    let start = text.prefix(10)
    if start.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil { return String(start) }
    let ordinal = text.prefix(8)
    return ordinal.wholeMatch(of: #/\d{4}-\d{3}/#) != nil ? String(ordinal) : nil
  }

  private mutating func take(_ part: String) {
    if let found = Self.day(in: part) {
      let rest = part.dropFirst(found.count)
      let isWhole = rest.isEmpty || Self.clock(in: rest.dropFirst()) != nil
      guard isWhole, day == nil else { return }
      if rest.isEmpty {
        day = found
      } else if clock == nil {
        day = found
        take(clock: rest.dropFirst())
      }
      return
    }
    if let match = part.wholeMatch(of: #/[Zz]|[+\-]\d{1,2}:?(\d{2})?/#) {
      if zone == nil { zone = Self.zone(match.0) }
      return
    }
    take(clock: part[...])
  }

  private mutating func take(clock text: Substring) {
    guard clock == nil, let found = Self.clock(in: text) else { return }
    clock = found.clock
    if zone == nil { zone = found.zone }
  }

  /// In 24 hours, with the zone that follows.
  private static func clock(in text: Substring) -> (clock: String, zone: String?)? {
    let pattern =
      #/(\d{1,2})(?::(\d{2}))?(?::(\d{2}))?\s*([aApP]\.?[mM]\.?)?\s*([Zz]|[+\-]\d{1,2}:?(?:\d{2})?)?/#
    guard let match = text.wholeMatch(of: pattern), var hour = Int(match.1), hour < 25,
      match.2 != nil || match.4 != nil
    else { return nil }
    if let half = match.4?.lowercased() {
      if half.hasPrefix("p"), hour < 12 { hour += 12 }
      if half.hasPrefix("a"), hour == 12 { hour = 0 }
    }
    let seconds = match.3.map { ":\($0)" } ?? ""
    let hours = hour < 10 ? "0\(hour)" : String(hour)
    return ("\(hours):\(match.2 ?? "00")\(seconds)", match.5.map(zone))
  }

  /// `-0800`, as the pattern has it.
  private static func zone(_ text: Substring) -> String {
    text.uppercased().replacing(":", with: "")
  }
}
