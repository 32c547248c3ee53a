import HeedModel

/// Dates with words in them, or with their numbers in a national order.
enum WordyDate {
  private enum Token {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  static func read(_ text: String) -> Instant? {
    var (body, time) = takeTime(from: text)
    var reading = time
    body = body.replacing("(", with: " ").replacing(")", with: " ")
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    /// Where the month's word stood among the numbers.
    var monthAt = 0
    var marks: [Character] = []
    for token in tokens(of: body) {
      switch token {
      case .number(let value, let digits):
        if numbers.count < 3 { numbers.append((value, digits)) }
      case .mark(let mark): marks.append(mark)
      case .word(let word):
        if month == nil, let named = monthNumber(word) {
          month = named
          monthAt = numbers.count
        } else if reading.offset == nil, let offset = DateZone.named[word.uppercased()] {
          reading.offset = offset
        }
      }
    }
    guard let day = calendarDay(numbers, month: month, monthAt: monthAt, marks: marks) else {
      return nil
    }
    var civil = CivilTime(year: day.year, month: day.month, day: day.day)
    civil.hour = reading.hour
    civil.minute = reading.minute
    civil.second = reading.second
    civil.millisecond = reading.millisecond
    civil.offset = reading.offset ?? 0
    return civil.instant
  }

  private static func calendarDay(
    _ numbers: [(value: Int, digits: Int)], month: Int?, monthAt: Int, marks: [Character]
  ) -> (year: Int, month: Int, day: Int)? {
    if let month {
      guard numbers.count >= 2 else { return nil }
      let yearFirst = numbers[0].digits >= 3
      let day = yearFirst ? numbers[1] : numbers[0]
      let year = yearFirst ? numbers[0] : numbers[1]
      return (CivilTime.fullYear(year.value, digits: year.digits), month, day.value)
    }
    guard numbers.count == 3 else { return nil }
    let n = numbers.map(\.value)
    if numbers[0].digits == 4 { return (n[0], n[1], n[2]) }
    let year = CivilTime.fullYear(n[2], digits: numbers[2].digits)
    // 5/6/2004 is American unless it cannot be; 5.6.2004 is European.
    let dayFirst = marks.first == "." || n[0] > 12
    return dayFirst ? (year, n[1], n[0]) : (year, n[0], n[1])
  }

  private struct Time {
    var hour = 0
    var minute = 0
    var second = 0
    var millisecond = 0
    var offset: Int?
  }

  /// Cuts `10:04:05.5 PM +0200` out of the text, wherever it stands.
  private static func takeTime(from text: String) -> (body: String, time: Time) {
    var time = Time()
    let pattern =
      #/
        (\d{1,2}) : (\d{2}) (?: : (\d{2}) (?: [.,] (\d+) )? )?
        \s* (?i: ([ap]) \.? m \.? \b )?
        \s* ( (?: GMT | UTC | UT )? \s* [+\-] \s* \d{1,2} :? (?: \d{2} )? )?
      /#
    guard let match = text.firstMatch(of: pattern) else { return (text, time) }
    time.hour = Int(match.1) ?? 99
    time.minute = Int(match.2) ?? 99
    time.second = match.3.flatMap { Int($0) } ?? 0
    time.millisecond = match.4.flatMap { Int(($0 + "000").prefix(3)) } ?? 0
    if let half = match.5?.lowercased() {
      time.hour = time.hour % 12 + (half == "p" ? 12 : 0)
    }
    time.offset = match.6.flatMap { DateZone.offset(of: String($0)) }
    return (text.replacing(pattern, with: " ", maxReplacements: 1), time)
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var index = text.startIndex
    while index < text.endIndex, tokens.count < 40 {
      let character = text[index]
      if character.isASCII, character.isNumber {
        let run = text[index...].prefix { $0.isASCII && $0.isNumber }
        if let number = Int(run) { tokens.append(.number(number, digits: run.count)) }
        index = run.endIndex
      } else if character.isLetter {
        let run = text[index...].prefix(while: \.isLetter)
        tokens.append(.word(String(run)))
        index = run.endIndex
      } else {
        if !character.isWhitespace { tokens.append(.mark(character)) }
        index = text.index(after: index)
      }
    }
    return tokens
  }

  private static func monthNumber(_ word: String) -> Int? {
    months[String(word.lowercased().prefix(3))] ?? otherMonths[word.lowercased()]
  }

  private static let months: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  /// Months of other languages, as blog programs with a locale write them into RSS dates.
  private static let otherMonths: [String: Int] = [
    "ene": 1, "enero": 1, "janv": 1, "januar": 1, "gen": 1, "gennaio": 1, "févr": 2, "fév": 2,
    "février": 2, "mär": 3, "märz": 3, "mrz": 3, "mars": 3, "mrt": 3, "abr": 4, "abril": 4,
    "avr": 4, "avril": 4, "mai": 5, "maio": 5, "mayo": 5, "mei": 5, "mag": 5, "maggio": 5,
    "juin": 6, "giu": 6, "giugno": 6, "juil": 7, "juillet": 7, "lug": 7, "luglio": 7, "ago": 8,
    "agosto": 8, "août": 8, "set": 9, "settembre": 9, "okt": 10, "oktober": 10, "out": 10,
    "ott": 10, "ottobre": 10, "dez": 12, "dezember": 12, "dic": 12, "diciembre": 12, "déc": 12,
    "décembre": 12,
  ]
}
