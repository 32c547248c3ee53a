import HeedModel

extension Desk {
  /// What the team noted beside a conversation, and the words with which it was handed on, go with their words in it: none
  /// of theirs is left there. While somebody has it in hand they stay, and while a legal hold stands.
  func forgetTeamWords() async throws {
    let now = clock.now()
    var last = ID<Conversation>(0)
    while true {
      let from = last
      let quiet = try await record.read {
        try $0.talksWithoutTheirWords(at: now, after: from, limit: 200)
      }
      guard let end = quiet.last else { return }
      try await record.write { [self] tx in
        try tx.deleteTeamWords(in: quiet)
        try tx.append(event(.wordsExpired, subject: Int64(quiet.count)))
      }
      last = end
      if quiet.count < 200 { return }
    }
  }

  /// Somebody of whom no words are left goes as well, the stated days after the last of them went: name, address, picture,
  /// page and what joins their handles. Not while a promise of ours to them or a wish of theirs is open, a legal hold
  /// stands, or we were asked not to write to them. Whoever speaks to us again is somebody new.
  func forgetQuietPeople() async throws {
    let now = clock.now()
    let past = now - .days(Int64(try await settings().daysPeople))
    var last = ID<Person>(0)
    var isAnyGone = false
    while true {
      let from = last
      let (known, quiet) = try await record.read { tx in
        let known = try tx.people(knownBefore: past, after: from, limit: 200)
        return (known, try tx.quiet(among: known, since: past, at: now))
      }
      guard let end = known.last else { break }
      last = end
      guard !quiet.isEmpty else { continue }
      isAnyGone = true
      try await record.write { [self] tx in
        // Whoever spoke since that was read is not quiet.
        let still = try tx.quiet(among: quiet, since: past, at: now)
        for person in still {
          let handles = try tx.handles(of: person).filter { !$0.isOurs }.map(\.id)
          try tx.deleteVisits(of: handles)
          try tx.erase(handles, of: person, at: now)
          try tx.erase(person, at: now)
        }
        try tx.append(event(.wordsExpired, subject: Int64(still.count)))
      }
    }
    guard isAnyGone else { return }
    while try await record.write({ try $0.deleteForgottenHandles(limit: 500) }) {}
    try await fetched.clean(record)
  }
}
