import HeedDesk
import HeedModel

extension Call {
  func houseRules() async throws -> Answer {
    .page(HouseRulesScreen(rules: try await desk.houseRules(for: viewer)))
  }

  func saveHouseRule(_ id: ID<HouseRule>?) async throws -> Answer {
    let kind = HouseRule.Kind(rawValue: form[.kind]) ?? .fact
    do {
      try await desk.saveHouseRule(
        id, kind: kind, title: form[.name], words: form[.text], query: form[.query], by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      let typed = HouseRulesScreen.Typed(
        id: id, kind: kind, title: form[.name], words: form[.text], query: form[.query])
      var screen = HouseRulesScreen(
        rules: try await desk.houseRules(for: viewer), typed: typed, problem: problem)
      if problem.field == FieldName.query.rawValue, !form[.query].isEmpty {
        screen.queryError = try await desk.tryTopic(
          form[.query], for: viewer, page: PageRequest(limit: 1)
        ).error.map { QueryError($0, query: form[.query]) }
      }
      return .page(screen, status: 422)
    }
    return .see(.houseRules, .houseRuleSaved)
  }

  func removeHouseRule() async throws -> Answer {
    try await desk.removeHouseRule(id(), by: viewer)
    return .see(.houseRules, .houseRuleRemoved)
  }

  /// What there is to think of before a draft goes, beside what else is seen in it.
  func adding(_ thoughts: DraftThoughts, to look: ComposerLook) -> ComposerLook {
    var look = look
    look.unsaid = thoughts.unsaid
    look.cross = thoughts.cross
    look.rules = thoughts.rules
    look.saidBefore = thoughts.saidBefore.map(note)
    return look
  }

  private func note(_ said: SaidBefore) -> SaidBeforeNote {
    var note = SaidBeforeNote(
      times: said.times, isAtLeast: said.isAtLeast, people: said.people,
      came: EarlierAnswer.Came.allCases.compactMap { came in
        said.came[came].map { (came: came, times: $0) }
      },
      replies: said.replies.map {
        (
          conversation: $0.conversation, post: $0.post,
          name: $0.name.isEmpty ? page.words.talk.somebody : $0.name, at: $0.at
        )
      })
    note.all = said.all
    note.causes = said.causes
    return note
  }

  /// The replies that a figure counted, each with what it answered and what came back.
  func saidBefore() async throws -> Answer {
    let ids = (query["replies"] ?? "").split(separator: ".").compactMap { piece in
      Int64(piece, radix: 36).map { ID<Reply>($0) }
    }
    let found = try await desk.saidReplies(ids, for: viewer)
    return .page(
      SaidBeforeScreen(
        rows: found.rows.map { row in
          SaidBeforeScreen.Row(
            conversation: row.said.conversation, post: row.said.post,
            who: row.said.name.isEmpty ? page.words.talk.somebody : row.said.name,
            asked: row.asked.flatMap { asked in
              asked.post.removedAt == nil
                ? asked.post.warning ?? asked.post.preview(limit: 160) : nil
            }, said: row.said.words, at: row.said.at, came: row.came)
        }, people: found.people, causes: found.causes))
  }
}
