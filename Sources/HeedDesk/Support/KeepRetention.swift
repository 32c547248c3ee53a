public import HeedModel
import HeedNetwork

extension Desk {
  /// How long words are kept on which network, and what for; announced on the public page. Shorter times hold for what
  /// is stored already, longer ones for what comes: nobody's words stay longer than they were told.
  public func keep(
    _ rules: [RetentionRule], showsNotes: Bool, by viewer: Viewer
  ) async throws {
    try requireLead(viewer)
    var kept: [RetentionRule] = []
    for var rule in rules {
      rule.purpose = Self.trimmed(rule.purpose)
      guard networks[rule.network] != nil else {
        throw Problem(.invalid, "This desk does not know that network.", field: "network")
      }
      guard (1...36500).contains(rule.days) else {
        throw Problem(.invalid, "Give a number of days, one or more.", field: "days")
      }
      guard rule.kind != .aboutUs || rule.days <= 30 else {
        throw Problem(
          .invalid,
          "What people say about you goes after 30 days at the latest, unless a conversation grew from it.",
          field: "days")
      }
      guard (5...500).contains(rule.purpose.count) else {
        throw Problem(
          .invalid, "Say what for, in a sentence. Everybody can read it.", field: "purpose")
      }
      guard !kept.contains(where: { $0.network == rule.network && $0.kind == rule.kind }) else {
        throw Problem(.invalid, "There is a rule for this already.", field: "network")
      }
      kept.append(rule)
    }
    let all = kept
    try await record.write { [self] tx in
      let before = try tx.settings()
      var settings = before
      settings.showsNotes = showsNotes
      try tx.save(settings)
      try tx.save(all)
      for rule in all { try tx.shorten(rule.kind, on: rule.network, except: [], days: rule.days) }
      settings.retention = all
      // Where a rule went the common time is announced again.
      for gone in before.retention
      where !all.contains(where: { $0.network == gone.network && $0.kind == gone.kind }) {
        try tx.shorten(
          gone.kind, on: gone.network, except: [], days: settings.days(gone.kind, on: gone.network))
      }
      for change in SettingChange.all(from: before, to: settings) {
        try tx.append(event(.settingsChanged, by: viewer.member, subject: change.subject))
      }
    }
  }

  /// The desk's common times became shorter: what is stored follows.
  func shorten(from before: Settings, to after: Settings, _ tx: any RecordWriting) throws {
    func others(_ kind: RetentionKind) -> [NetworkName] {
      before.retention.filter { $0.kind == kind }.map(\.network)
    }
    if after.daysAboutUs < before.daysAboutUs {
      try tx.shorten(.aboutUs, on: nil, except: others(.aboutUs), days: after.daysAboutUs)
    }
    if after.daysConversations < before.daysConversations {
      for kind in [RetentionKind.conversations, .privateTalk] {
        try tx.shorten(kind, on: nil, except: others(kind), days: after.daysConversations)
      }
    }
  }
}
