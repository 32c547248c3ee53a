public import HeedModel

extension Desk {
  public func settings() async throws -> Settings { try await record.read { try $0.settings() } }

  /// - Parameter note: why the order of the waiting is changed, if it is.
  public func save(_ settings: Settings, note: String = "", by viewer: Viewer) async throws {
    try await changeSettings(note: note, by: viewer) { $0 = settings }
  }

  /// Changes what is given, as it stands in the record: what somebody else changed meanwhile stays.
  /// - Parameter note: why the order of the waiting is changed, if it is.
  public func changeSettings(
    note: String = "", by viewer: Viewer, _ change: @escaping @Sendable (inout Settings) -> Void
  ) async throws {
    try requireLead(viewer)
    let note = Self.trimmed(note)
    let now = clock.now()
    try await record.write { [self] tx in
      let before = try tx.settings()
      var settings = before
      change(&settings)
      settings.timeZone = try Zone.checked(settings.timeZone)
      try Self.require(settings)
      settings.headStartsChange = before.headStartsChange
      if settings.headStarts != before.headStarts {
        guard !note.isEmpty, note.count <= 500 else {
          throw Problem(
            .invalid, "Say in a few words why the order changes. Your team reads it here.",
            field: "lineNote")
        }
        settings.headStartsChange = Settings.HeadStartsChange(
          note: note, by: viewer.member, at: now)
        try tx.rerank(headStarts: settings.headStarts)
      }
      try tx.save(settings)
      try shorten(from: before, to: settings, tx)
      for change in SettingChange.all(from: before, to: settings) {
        try tx.append(event(.settingsChanged, by: viewer.member, subject: change.subject))
      }
    }
  }

  private static func require(_ settings: Settings) throws {
    guard (0...120).contains(settings.undoSeconds) else {
      throw Problem(.invalid, "Give a time between 0 and 120 seconds.", field: "undoSeconds")
    }
    for (days, field) in [
      (settings.daysAboutUs, "daysAboutUs"), (settings.daysConversations, "daysConversations"),
      (settings.daysDrafts, "daysDrafts"), (settings.daysPeople, "daysPeople"),
    ] {
      guard (1...36500).contains(days) else {
        throw Problem(.invalid, "Give a number of days, one or more.", field: field)
      }
    }
    // Law 7: what is said about us goes after 30 days at the latest.
    guard settings.daysAboutUs <= 30 else {
      throw Problem(
        .invalid,
        "What people say about you goes after 30 days at the latest, unless a conversation grew from it.",
        field: "daysAboutUs")
    }
  }
}
