extension TimeWords {
  static let arabic: TimeWords = {
    var words = TimeWords.english
    words.now = "الآن"
    words.secondsAgo = { n in "قبل \(n) ث" }
    words.minutesAgo = { n in "قبل \(n) د" }
    words.hoursAgo = { n in "قبل \(n) س" }
    words.yesterday = { time in "أمس، \(time)" }
    words.today = { time in "اليوم، \(time)" }
    words.tomorrow = { time in "غدًا، \(time)" }
    words.yours = { time in "\(time) (بتوقيتك)" }
    words.weekdayAt = { day, time in "\(day)، \(time)" }
    words.date = { day, month in "\(day) \(month)" }
    words.dateWithYear = { day, month, year in "\(day) \(month) \(year)" }
    words.dateAt = { date, time in "\(date)، \(time)" }
    words.exact = { weekday, day, month, year, time in
      "\(weekday)، \(day) \(month) \(year)، \(time)"
    }
    words.underAMinute = "أقل من دقيقة"
    words.minutes = { n in "\(n) د" }
    words.hours = { n in "\(n) س" }
    words.hoursAndMinutes = { hours, minutes in "\(hours) س \(minutes) د" }
    words.days = { n in
      Plural.arabic(n, "\(n) يوم", "يوم واحد", "يومان", "\(n) أيام", "\(n) يومًا", "\(n) يوم")
    }
    words.months =
      [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
        "أكتوبر", "نوفمبر", "ديسمبر",
      ]
    words.shortMonths =
      [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر",
        "أكتوبر", "نوفمبر", "ديسمبر",
      ]
    words.weekdays = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
    return words
  }()
}
