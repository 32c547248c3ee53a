extension TimeWords {
  static let english = TimeWords(
    now: "just now",
    secondsAgo: { n in "\(n) s ago" },
    minutesAgo: { n in "\(n) min ago" },
    hoursAgo: { n in "\(n) h ago" },
    yesterday: { time in "yesterday, \(time)" },
    today: { time in "today, \(time)" },
    tomorrow: { time in "tomorrow, \(time)" },
    yours: { time in "\(time) (your time)" },
    weekdayAt: { day, time in "\(day), \(time)" },
    date: { day, month in "\(day) \(month)" },
    dateWithYear: { day, month, year in "\(day) \(month) \(year)" },
    dateAt: { date, time in "\(date), \(time)" },
    exact: { weekday, day, month, year, time in "\(weekday), \(day) \(month) \(year), \(time)" },
    underAMinute: "under a minute",
    minutes: { n in "\(n) min" },
    hours: { n in "\(n) h" },
    hoursAndMinutes: { hours, minutes in "\(hours) h \(minutes) min" },
    days: { n in Plural.english(n, "\(n) day", "\(n) days") },
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
}
