import HeedModel

/// Dates with words in them, or with their numbers in a national order.
enum WordyDate {
  private enum Token {
    case number(Int, digits: Int)
    case word(String)
    case mark(Character)
  }

  static func read(_ text: String) -> Instant? {
    var (body, reading) = takeTime(from: EasternClock.spelled(text))
    body = body.replacing("(", with: " ").replacing(")", with: " ")
    var numbers: [(value: Int, digits: Int)] = []
    var month: Int?
    var isDoubtful = false
    var marks: [Character] = []
    for token in tokens(of: body) {
      switch token {
      case .number(let value, let digits):
        if numbers.count < 3 { numbers.append((value, digits)) }
      case .mark(let mark): marks.append(mark)
      case .word(let word):
        // Of two words the later is the month, for "mar" is Tuesday too.
        if month == nil || isDoubtful, let named = MonthNames.number(of: word) {
          month = named
          isDoubtful = numbers.isEmpty && MonthNames.isDayToo(word)
        } else if reading.offset == nil, let offset = DateZone.named[word.uppercased()] {
          reading.offset = offset
        }
      }
    }
    guard let day = calendarDay(numbers, month: month, marks: marks) else {
      return nil
    }
    var civil = CivilTime(year: day.year, month: day.month, day: day.day)
    civil.hour = reading.hour
    civil.minute = reading.minute
    civil.second = reading.second
    civil.millisecond = reading.millisecond
    civil.offset = reading.offset ?? EasternClock.offset(of: text) ?? 0
    return civil.instant
  }

  private static func calendarDay(
    _ numbers: [(value: Int, digits: Int)], month: Int?, marks: [Character]
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
    // 03-12-31 is ISO 8601 of 1988.
    if marks.prefix(2) == ["-", "-"], numbers.allSatisfy({ $0.digits == 2 }), n[1] <= 12, n[2] <= 31
    {
      return (CivilTime.fullYear(n[0], digits: 2), n[1], n[2])
    }
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
}

/// Times and zones as Korea, Japan and China write them.
private enum EasternClock {
  /// `오후 11시 23분 17초` as `11:23:17 PM`.
  static func spelled(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xE0 }) else { return text }
    var text = text.replacing(#/(\d{1,2})\s*[時时點点시]\s*(\d{1,2})\s*[分분](?:\s*(\d{1,2})\s*[秒초])?/#) {
      [$0.1, $0.2, $0.3 ?? "00"].map { $0.count < 2 ? "0\($0)" : String($0) }.joined(separator: ":")
    }
    for (half, words) in [("AM", ["오전", "午前", "上午", "π.μ."]), ("PM", ["오후", "午後", "下午", "μ.μ."])] {
      for word in words where text.contains(word) {
        text = text.replacing(word, with: " ")
        text = text.replacing(#/\d{1,2}:\d{2}(?::\d{2})?/#, maxReplacements: 1) {
          "\($0.0) \(half)"
        }
      }
    }
    return text
  }

  /// A time without a zone in a language of one zone is a time there.
  static func offset(of text: String) -> Int? {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "년", "월", "일", "오", "전", "후", "時", "後": return 9 * 60
      case "时", "点", "上", "下": return 8 * 60
      default: break
      }
    }
    return nil
  }
}
