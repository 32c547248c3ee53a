extension TimeWords {
  static let german = TimeWords(
    now: "gerade eben",
    secondsAgo: { n in "vor \(n) s" },
    minutesAgo: { n in "vor \(n) min" },
    hoursAgo: { n in "vor \(n) h" },
    yesterday: { time in "gestern, \(time)" },
    today: { time in "heute, \(time)" },
    tomorrow: { time in "morgen, \(time)" },
    yours: { time in "\(time) (deine Zeit)" },
    weekdayAt: { day, time in "\(day), \(time)" },
    date: { day, month in "\(day). \(month)" },
    dateWithYear: { day, month, year in "\(day). \(month) \(year)" },
    dateAt: { date, time in "\(date), \(time)" },
    exact: { weekday, day, month, year, time in "\(weekday), \(day). \(month) \(year), \(time)" },
    underAMinute: "unter einer Minute",
    minutes: { n in "\(n) min" },
    hours: { n in "\(n) h" },
    hoursAndMinutes: { hours, minutes in "\(hours) h \(minutes) min" },
    days: { n in Plural.german(n, "\(n) Tag", "\(n) Tage") },
    months: [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
      "Oktober", "November", "Dezember",
    ],
    shortMonths: [
      "Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.",
      "Dez.",
    ],
    weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"])
}
