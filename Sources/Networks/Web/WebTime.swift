import HeedModel

/// Times as pages write them: `2026-05-01T10:00+02:00`, `2026-05-01 10:00:00Z`, `2026-05-01`.
enum WebTime {
  /// Without a zone, UTC: it is wrong by half a day at most.
  static func instant(_ text: String?) -> Instant? {
    guard let text,
      let match = text.prefixMatch(
        of:
          #/\s*(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([Zz]|[+\-]\d{2}(?::?\d{2})?)?)?/#
      ),
      let year = Int64(match.1), let month = Int64(match.2), let day = Int64(match.3),
      (1...12).contains(month), (1...31).contains(day), year > 1900
    else { return nil }
    let hour = match.4.flatMap { Int64($0) } ?? 0
    let minute = match.5.flatMap { Int64($0) } ?? 0
    let second = match.6.flatMap { $0 }.flatMap { Int64($0) } ?? 0
    let local = days(year, month, day) * 86400 + hour * 3600 + minute * 60 + second
    return Instant(seconds: local - offset(match.7.flatMap { $0 }))
  }

  private static func offset(_ zone: Substring?) -> Int64 {
    guard let zone, let sign = zone.first, sign == "+" || sign == "-" else { return 0 }
    let digits = zone.dropFirst().filter(\.isNumber)
    let hours = Int64(digits.prefix(2)) ?? 0
    let minutes = Int64(digits.dropFirst(2)) ?? 0
    return (sign == "-" ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// http://howardhinnant.github.io/date_algorithms.html#days_from_civil
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
