import HeedModel

/// ISO 8601 as feeds use it: with or without hyphens, cut short at any place, week and ordinal days
/// too.
enum ISODate {
  static func read(_ text: String) -> Instant? {
    var scanner = DigitScanner(text)
    if text.utf8.count == 6, scanner.run == 6, !text.hasPrefix("19"), !text.hasPrefix("20") {
      return shortDay(&scanner)
    }
    guard let year = scanner.digits(4) else { return nil }
    var time = CivilTime(year: year)
    let hyphen = scanner.skip("-")
    if scanner.skip("W") {
      guard let week = scanner.digits(2) else { return nil }
      _ = scanner.skip("-")
      guard let days = day(ofWeek: week, weekday: scanner.digits(1) ?? 1, in: year) else {
        return nil
      }
      (time.month, time.day) = (1, 1)
      guard let start = time.instant else { return nil }
      return add(time: &scanner, to: start + .days(Int64(days)))
    }
    switch scanner.run {
    case 3:
      guard let ordinal = scanner.digits(3), (1...366).contains(ordinal),
        let start = time.instant
      else { return nil }
      return add(time: &scanner, to: start + .days(Int64(ordinal - 1)))
    case 0:
      guard !hyphen, scanner.isAtEnd else { return nil }
      return time.instant
    case 4... where hyphen: return nil
    default:
      // Without hyphens nobody leaves a zero out.
      guard hyphen || scanner.run >= 2, let month = scanner.oneOrTwo() else { return nil }
      time.month = month
      if scanner.skip("-") || (!hyphen && scanner.run >= 2) {
        guard let day = scanner.oneOrTwo() else { return nil }
        time.day = day
      }
    }
    guard let start = time.instant else { return nil }
    return add(time: &scanner, to: start)
  }

  /// `031231`, of ISO 8601 before the year 2000.
  private static func shortDay(_ scanner: inout DigitScanner) -> Instant? {
    guard let year = scanner.digits(2), let month = scanner.digits(2), let day = scanner.digits(2)
    else { return nil }
    return CivilTime(year: CivilTime.fullYear(year, digits: 2), month: month, day: day).instant
  }

  private static func add(time scanner: inout DigitScanner, to day: Instant) -> Instant? {
    if scanner.isAtEnd { return day }
    guard scanner.skip("T") || scanner.skip(" ") else {
      return DateZone.offset(of: scanner.rest).map { day - .minutes(Int64($0)) }
    }
    while scanner.skip(" ") {}
    var time = CivilTime(year: 1970)
    guard let hour = scanner.oneOrTwo() else { return nil }
    time.hour = hour
    let colon = scanner.skip(":")
    if colon || scanner.run >= 2, let minute = scanner.digits(2) {
      time.minute = minute
      if scanner.skip(":") || (!colon && scanner.run >= 2), let second = scanner.digits(2) {
        time.second = second
        if scanner.skip(".") || scanner.skip(",") { time.millisecond = scanner.fraction() }
      }
    }
    let zone = scanner.rest.trimmed
    if !zone.isEmpty {
      guard let offset = DateZone.offset(of: zone) else { return nil }
      time.offset = offset
    }
    return time.instant.map { day + .milliseconds($0.milliseconds) }
  }

  /// Days from the first of January to a day of a week, where week one holds the fourth of January.
  private static func day(ofWeek week: Int, weekday: Int, in year: Int) -> Int? {
    guard (1...53).contains(week), (1...7).contains(weekday),
      let first = WallTime.dayNumber(year: year, month: 1, day: 1)
    else { return nil }
    // The first of January 1970 was a Thursday.
    let ofFourth = Int((first + 3 + 3) % 7)
    return 3 - (ofFourth + 7) % 7 + (week - 1) * 7 + weekday - 1
  }
}

/// Walks over digits and single marks.
struct DigitScanner {
  private let bytes: [UInt8]
  private var at = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { at >= bytes.count }
  var rest: String { String(decoding: bytes[at...], as: UTF8.self) }

  /// How many digits follow.
  var run: Int { bytes[at...].prefix { (0x30...0x39).contains($0) }.count }

  mutating func digits(_ count: Int) -> Int? {
    guard run >= count else { return nil }
    defer { at += count }
    return bytes[at..<at + count].reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func oneOrTwo() -> Int? { digits(run >= 2 ? 2 : 1) }

  /// Digits of a fraction as milliseconds.
  mutating func fraction() -> Int {
    let count = run
    defer { at += count }
    let three = (bytes[at..<at + count] + [0x30, 0x30, 0x30]).prefix(3)
    return three.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  mutating func skip(_ mark: Character) -> Bool {
    guard at < bytes.count, let byte = mark.asciiValue,
      bytes[at] == byte || (mark.isLetter && bytes[at] == byte | 0x20)
    else { return false }
    at += 1
    return true
  }
}
