/// How times to come are said in one language; all words in small letters and without accents.
struct DueWords: Sendable {
  /// What a phrase means.
  enum Meaning: Sendable, Hashable {
    /// So many days from today.
    case day(Int)
    /// A part of a day that is over at this minute; `nil` at the day's end. Needs a day beside it.
    case part(Int?)
    /// A part of today.
    case today(Int?)
    case weekday(Int)
    case month(Int)
    /// The last working day of the week that begins in so many weeks.
    case week(Int)
    /// The weekend's last day.
    case weekend
    case monthEnd(Int)
    case quarterEnd, yearEnd, easter, christmas
    case minutes(Int)
    /// The end of a day that is named beside it, else of today: "end of day Friday".
    case dayEnd
    /// Says when, though no calendar knows it.
    case vague
  }

  /// What a number counts.
  enum Unit: Sendable, Hashable { case minute, hour, day, workday, week, fortnight, month }

  var phrases: [String: Meaning]
  var numbers: [String: Int]
  var units: [String: Unit]
  /// Belongs to what follows: "by", "the", "on".
  var lead: Set<String>
  /// Before a number and its unit: "in", "within".
  var within: Set<String>
  /// Between these and the number: "the next".
  var filling: Set<String>
  /// Before a clock time: "at".
  var clock: Set<String>
  /// After it: "o'clock".
  var hour: Set<String>
  /// The day before what follows.
  var before: Set<String>
  /// Until what follows begins, or ends: "by".
  var until: Set<String>
  /// Between parts of one time: "tomorrow at ten".
  var joining: Set<String>
  /// "Next" before or after a weekday.
  var next: Set<String>
  /// Whether "next Friday" is the one of next week; else it is the first that comes.
  var nextIsNextWeek: Bool
  /// Before a bare day of the month: "le 12".
  var monthDay: Set<String>
  /// Of a number and a unit, before or after: "working".
  var working: Set<String>
  /// Half past, as said before the hour (`half past`, minutes after) or, in German, before the coming hour.
  var halves: [String: Int]
  /// After a day, so many days later: "Friday week".
  var later: [String: Int]
  /// Between a number of days and the day from which they are counted: 1 for "after", -1 for "before".
  var relations: [String: Int]
  /// The day on which it is written, as such a day.
  var now: Set<String>
  /// Begin a phrase for the end of what it names: "end of the week".
  var ends: Set<String>
  var clause: DueClause
  /// Which part of a week or month: "early", "the end of".
  var edges: [String: Edge]
  var negation: DueNegation

  /// `word: value` pairs of one line, apart by commas; words of one value apart by bars.
  static func table<T>(_ values: [T], _ text: String) -> [String: T] {
    var table: [String: T] = [:]
    for (index, words) in text.split(separator: ",").enumerated() where index < values.count {
      for word in words.split(separator: "|") {
        table[word.trimmed] = values[index]
      }
    }
    return table
  }

  static func words(_ text: String) -> Set<String> {
    Set(text.split(separator: " ").map(String.init))
  }
}

extension Substring {
  fileprivate var trimmed: String {
    split(separator: " ").joined(separator: " ")
  }
}
