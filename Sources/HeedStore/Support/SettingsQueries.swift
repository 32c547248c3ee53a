import HeedModel

extension Transaction {
  func settings() throws -> Settings {
    let rows = try list("SELECT key, value FROM settings", []) { (try $0.text(), try $0.text()) }
    let stored = Dictionary(rows) { $1 }
    var settings = Settings()
    func number(_ key: String, _ path: WritableKeyPath<Settings, Int>) {
      if let value = stored[key].flatMap({ Int($0) }) { settings[keyPath: path] = value }
    }
    func words(_ key: String, _ path: WritableKeyPath<Settings, String>) {
      if let value = stored[key] { settings[keyPath: path] = value }
    }
    words("organisation", \.organisation)
    words("contact", \.contact)
    words("notice", \.notice)
    words("timeZone", \.timeZone)
    words("language", \.language)
    number("undoSeconds", \.undoSeconds)
    number("daysAboutUs", \.daysAboutUs)
    number("daysConversations", \.daysConversations)
    number("daysDrafts", \.daysDrafts)
    number("daysPeople", \.daysPeople)
    if let hours = stored["openHours"] {
      settings.openHours = WeekHoursText.read(hours) ?? Settings.weekdays
    }
    if let starts = stored["headStarts"] { settings.headStarts = HeadStartsText.read(starts) }
    settings.headStartsChange = stored["headStartsChange"].flatMap(HeadStartsText.readChange)
    if let off = stored["readersOff"] { settings.readersOff = Set(NamesText.read(off)) }
    settings.publishesCorrections = stored["publishesCorrections"] == "1"
    settings.publishesDeeds = stored["publishesDeeds"] == "1"
    settings.showsNotes = stored["showsNotes"] == "1"
    settings.retention = try retentionRules()
    return settings
  }

  func save(_ settings: Settings) throws {
    let rows: [(String, String)] = [
      ("organisation", settings.organisation), ("contact", settings.contact),
      ("notice", settings.notice), ("timeZone", settings.timeZone),
      ("language", settings.language), ("undoSeconds", String(settings.undoSeconds)),
      ("daysAboutUs", String(settings.daysAboutUs)),
      ("daysConversations", String(settings.daysConversations)),
      ("daysDrafts", String(settings.daysDrafts)),
      ("daysPeople", String(settings.daysPeople)),
      ("openHours", WeekHoursText.write(settings.openHours)),
      ("headStarts", HeadStartsText.write(settings.headStarts)),
      ("headStartsChange", HeadStartsText.write(settings.headStartsChange)),
      ("readersOff", NamesText.write(settings.readersOff)),
      ("publishesCorrections", settings.publishesCorrections ? "1" : "0"),
      ("publishesDeeds", settings.publishesDeeds ? "1" : "0"),
      ("showsNotes", settings.showsNotes ? "1" : "0"),
    ]
    try sql.runMany(
      """
      INSERT INTO settings (key, value) VALUES ($1, $2)
      ON CONFLICT (key) DO UPDATE SET value = excluded.value
      """, rows.map { [.text($0.0), .words($0.1)] })
  }
}

/// Head starts as stored: `complaint=60 firstWords=30`. Unknown reasons are passed over.
enum HeadStartsText {
  static func write(_ starts: [WaitingReason: Int]) -> String {
    starts.map { "\($0.key.rawValue)=\($0.value)" }.sorted().joined(separator: " ")
  }

  static func read(_ text: String) -> [WaitingReason: Int] {
    let pairs = text.split(separator: " ").compactMap { piece -> (WaitingReason, Int)? in
      let sides = piece.split(separator: "=")
      guard sides.count == 2, let reason = WaitingReason(rawValue: String(sides[0])),
        let minutes = Int(sides[1])
      else { return nil }
      return (reason, minutes)
    }
    return Dictionary(pairs) { $1 }
  }

  /// Who, when and why, apart by a space each; empty where nobody changed them.
  static func write(_ change: Settings.HeadStartsChange?) -> String {
    change.map { "\($0.by) \($0.at.milliseconds) \($0.note)" } ?? ""
  }

  static func readChange(_ text: String) -> Settings.HeadStartsChange? {
    let parts = text.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let by = ID<Member>(String(parts[0])), let at = Int64(parts[1]) else {
      return nil
    }
    return Settings.HeadStartsChange(
      note: String(parts[2]), by: by, at: Instant(milliseconds: at))
  }
}
