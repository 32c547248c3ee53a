public import HeedModel
import HeedTopics

extension Desk {
  /// Of somebody with the desk open, their browser asks at least so often.
  static let seenWithin = Duration.minutes(20)
  /// What an answer is taken to cost of the minutes that a member gives.
  static let minutesAnAnswer = 5

  /// The members who can help with a conversation, the likeliest first, each with the reason (R1). Whoever looks is not
  /// among them. Assigns nothing.
  public func helpers(in id: ID<Conversation>, for viewer: Viewer) async throws -> [HelpSuggestion]
  {
    let now = clock.now()
    let index = try await answered.current(record, meanings, now: now)
    return try await record.read { tx in
      guard let conversation = try tx.conversation(id, for: viewer) else { return [] }
      return try HelpSearch(conversation, index: index, viewer: viewer, now: now, tx).suggestions()
    }
  }

  /// The few of them who are suggested beside a conversation: those for whom something speaks, and one who is new.
  public func suggested(in id: ID<Conversation>, for viewer: Viewer) async throws
    -> [HelpSuggestion]
  {
    WhoKnows().suggested(try await helpers(in: id, for: viewer), in: id)
  }

  /// What a member says of themselves.
  public func profile(of member: ID<Member>) async throws -> MemberProfile {
    try await record.read { tx in
      try tx.profile(of: member) ?? MemberProfile(member: member)
    }
  }
}

/// Gathers what speaks for each member of one conversation.
private struct HelpSearch {
  let conversation: Conversation
  let index: AnsweredIndex
  let viewer: Viewer
  let now: Instant
  let tx: any RecordReading

  init(
    _ conversation: Conversation, index: AnsweredIndex, viewer: Viewer, now: Instant,
    _ tx: any RecordReading
  ) {
    self.conversation = conversation
    self.index = index
    self.viewer = viewer
    self.now = now
    self.tx = tx
  }

  func suggestions() throws -> [HelpSuggestion] {
    let posts = try tx.thread(conversation.id, for: viewer)
    let theirs = posts.filter(\.post.isTheirWords)
    guard !theirs.isEmpty else { return [] }
    // A question may be no more than "and tomorrow?": what was said before it tells what it is about.
    let documents = theirs.suffix(12).map {
      TopicDocuments.prepared($0.post, author: $0.author, source: nil)
    }
    let asked = askedWords(in: theirs)
    let asking = asked.map { TopicDocuments.prepared($0.post, author: $0.author, source: nil) }
    let accounts = try tx.accounts(answeredBy: viewer.member)
    let shares = index.shares(documents.flatMap(\.indexTerms), answering: accounts)
    let exchanges = try known()
    let profiles = Dictionary(try tx.profiles().map { ($0.member, $0) }) { $1 }
    let seen = Set(try tx.membersSeen(since: now - Desk.seenWithin))
    let candidates = try candidates()
    let written = try tx.writtenToday(
      candidates.filter { profiles[$0.id]?.minutesADay != nil }, now: now)
    let language = asked.lazy.compactMap { $0.post.reading.language ?? $0.post.language }.first
    let spoke = Set(posts.compactMap(\.member))
    let evidence = candidates.map { member in
      let profile = profiles[member.id]
      let met = exchanges[member.id]
      return HelpEvidence(
        member: member.id,
        isAskedFor: isAskedFor(member, in: asking, spokeHere: spoke.contains(member.id)),
        likeness: shares[member.id] ?? 0, exchanges: met?.weight ?? 0, knownSince: met?.since,
        answers: index.answers[member.id] ?? 0,
        availability: Availability(
          of: member, profile, isSeen: seen.contains(member.id), now: now),
        knowsAbout: first(of: profile?.knows ?? [], in: documents),
        wouldLike: first(of: profile?.likes ?? [], in: documents),
        speaks: language.flatMap { Self.speaks($0, profile?.languages ?? []) },
        isSpent: isSpent(profile, written[member.id] ?? 0),
        isNew: now - member.joinedAt < WhoKnows.newFor,
        wouldLearn: !(profile?.likes ?? []).isEmpty)
    }
    let own = try tx.settings().language
    let isForeign = language.map { Self.base($0) != Self.base(own) } ?? false
    return WhoKnows().ranked(evidence, isForeign: isForeign)
  }

  /// What waits; where nothing does, the last that was said to us.
  private func askedWords(in theirs: [PostRow]) -> [PostRow] {
    let first = theirs.first { $0.id == conversation.waitingPost }
    let waiting = theirs.filter { row in
      first.map { row.id >= $0.id && row.post.author == $0.post.author } ?? false
    }
    return waiting.isEmpty ? Array(theirs.suffix(1)) : waiting
  }

  /// Those who may speak, but for whom was asked not to just now; of private talk those who answer it.
  private func candidates() throws -> [Member] {
    let restricted = Set(try tx.restrictions(standingAt: now).map(\.concerned))
    let all = try tx.members().filter {
      $0.leftAt == nil && $0.role.maySpeak && $0.id != viewer.member && !restricted.contains($0.id)
    }
    guard conversation.isPrivate, let account = conversation.account else { return all }
    let answerers = Set(try tx.answerers(of: account))
    return all.filter { answerers.contains($0.id) }
  }

  private func known() throws -> [ID<Member>: Acquaintance] {
    guard let handle = try tx.speaker(of: conversation),
      let person = try tx.handles([handle]).first?.person
    else { return [:] }
    return Dictionary(
      try tx.acquaintances(with: person, now: now, for: viewer).map { ($0.member, $0) }
    ) { $1 }
  }

  private func isSpent(_ profile: MemberProfile?, _ written: Int) -> Bool {
    profile?.minutesADay.map { written * Desk.minutesAnAnswer >= $0 } ?? false
  }

  /// Each entry is a query of its own, so that `return*` or `"bike fitting"` mean what they mean in a topic.
  private func first(of entries: [String], in documents: [PreparedDocument]) -> String? {
    entries.first { entry in
      guard let query = Self.query(entry) else { return false }
      return documents.contains { query.matches($0) }
    }
  }

  private static func query(_ entry: String) -> TopicQuery? {
    (try? TopicQuery(entry)) ?? (try? TopicQuery("\"\(entry.filter { $0 != "\"" })\""))
  }

  /// By the whole name; by the first one where they spoke in this conversation, or it would be a word like any other.
  private func isAskedFor(_ member: Member, in documents: [PreparedDocument], spokeHere: Bool)
    -> Bool
  {
    let parts = member.name.split(separator: " ")
    var names = parts.count > 1 ? ["\"\(member.name.filter { $0 != "\"" })\""] : []
    if spokeHere, let first = parts.first { names.append("=\(first)") }
    return names.contains { name in
      guard let query = try? TopicQuery(name) else { return false }
      return documents.contains { query.matches($0) }
    }
  }

  private static func speaks(_ language: String, _ spoken: [String]) -> Bool? {
    spoken.isEmpty ? nil : spoken.contains { base($0) == base(language) }
  }

  private static func base(_ tag: String) -> String {
    tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
  }
}

extension RecordReading {
  /// How many answers each of them wrote on the day that it is where they are.
  func writtenToday(_ members: [Member], now: Instant) throws -> [ID<Member>: Int] {
    let days = Dictionary(grouping: members) { Zone($0.timeZone).dayBegan(before: now) }
    return try days.reduce(into: [:]) { written, day in
      let all = try answersWritten(since: day.key)
      for member in day.value { written[member.id] = all[member.id] }
    }
  }
}
