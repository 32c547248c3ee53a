extension SnoozeWords {
  static let arabic: SnoozeWords = {
    var words = SnoozeWords.english
    words.title = { name in "أجّل \(name) حتى…" }
    words.lead = "انتظارهم مستمر، وتوقظها كلمات جديدة منهم."
    words.until = "حتى"
    words.laterToday = "لاحقًا اليوم"
    words.thisEvening = "هذا المساء"
    words.tomorrow = "غدًا"
    words.nextWeek = "الأسبوع القادم"
    words.chosen = "يوم ووقت تختارهما:"
    words.day = "اليوم"
    words.time = "الوقت"
    words.rest = "أجّل"
    return words
  }()
}
