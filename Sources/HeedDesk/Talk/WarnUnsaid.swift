public import HeedModel

/// Something in a draft that everybody will read and that they did not say here.
public struct UnsaidFact: Sendable, Hashable {
  /// From where we know it.
  public enum Known: String, Sendable, CaseIterable {
    /// They said it in private, here or elsewhere.
    case privately
    /// A team note says it.
    case note
    /// It stands on their page.
    case person
    /// They said it in public, in another conversation, perhaps by another handle: it would tell that these are one.
    case elsewhere
  }

  public var words: String
  public var known: Known

  public init(words: String, known: Known) {
    self.words = words
    self.known = known
  }
}

extension Desk {
  /// What of a draft would tell in public what this person did not say in public here: addresses, numbers and names that
  /// only private talk with them, a team note or their page has. Explained to the writer, never in the way (T1).
  /// - Parameters:
  ///   - others: what else of it everybody will read: the content warning, what describes its pictures.
  ///   - post: what the draft answers: as public as that it can be at most, and whoever wrote it is spoken to. `nil` is the
  ///     one that waits, or else their last. Of a post of ours it is whom that one answers.
  public func unsaid(
    in text: String, besides others: [String] = [], visibility: Visibility?,
    answering post: ID<Post>? = nil,
    of id: ID<Conversation>, for viewer: Viewer
  ) async throws -> [UnsaidFact] {
    try requireVoice(viewer)
    let facts = ([text] + others).flatMap(DraftFacts.all)
    guard !facts.isEmpty else { return [] }
    return try await record.read { tx in
      guard let conversation = try tx.conversation(id, for: viewer) else { return [] }
      let thread = try tx.thread(conversation.id, for: viewer).map(\.post)
      let answered =
        [post, conversation.waitingPost].lazy.compactMap { id in thread.first { $0.id == id } }
        .first
        ?? thread.last(where: \.isTheirWords)
      // A reply is as public as its writer says, and never more than what it answers: beside private words of others, too.
      let widest = answered?.visibility ?? (conversation.isPrivate ? .private : .public)
      guard !(visibility ?? widest).isPrivate, !widest.isPrivate else { return [] }
      let here = DraftFacts.known(
        thread.filter { !$0.visibility.isPrivate }.flatMap {
          [$0.text.plain, $0.title, $0.warning].compactMap { $0 }
        })
      let speaker = try Self.spoken(to: answered, in: thread) ?? tx.speaker(of: conversation)
      let handle = try speaker.flatMap { try tx.handles([$0]).first }
      let shown = DraftFacts.known([handle?.name ?? "", handle?.address ?? ""])
      let secret = DraftFacts.known(try Self.privateWords(handle, thread, tx, for: viewer))
      let notes = DraftFacts.known(
        try tx.notes(of: conversation.id, for: viewer).map(\.text))
      let page = DraftFacts.known(try Self.pageWords(handle, tx))
      let elsewhere = DraftFacts.exact(
        try Self.publicWords(handle, besides: conversation.id, tx, for: viewer))
      var seen: Set<String> = []
      return facts.compactMap { fact in
        guard !here.contains(fact.key), !shown.contains(fact.key) else { return nil }
        let known: UnsaidFact.Known? =
          secret.contains(fact.key)
          ? .privately
          : notes.contains(fact.key)
            ? .note
            : page.contains(fact.key) ? .person : elsewhere.contains(fact.key) ? .elsewhere : nil
        guard let known, seen.insert(fact.key).inserted else { return nil }
        return UnsaidFact(words: fact.words, known: known)
      }
    }
  }

  /// Who wrote a post, or what it answers where it is ours.
  private static func spoken(to post: Post?, in thread: [Post]) -> ID<Handle>? {
    var next = post
    var steps = 0
    while let one = next, steps < thread.count {
      if one.direction != .ours { return one.author }
      next = one.parent.flatMap { id in thread.first { $0.id == id } }
      steps += 1
    }
    return nil
  }

  private static let mostTalks = 400
  private static let mostPublicTalks = 20

  /// Conversations with somebody, the newest first: a regular's order number may be said long ago.
  private static func talks(
    with person: ID<Person>, _ tx: any RecordReading, for viewer: Viewer
  ) throws -> [Conversation] {
    var (talks, page): ([Conversation], PageRequest?) = ([], PageRequest(limit: 100))
    while let wanted = page, talks.count < mostTalks {
      let found = try tx.conversations(of: person, wanted, for: viewer)
      talks += found.rows.map(\.conversation)
      page = found.next.map { PageRequest(limit: 100, after: $0) }
    }
    return talks
  }

  /// What passed in private: in this thread, and in other conversations with the same person.
  private static func privateWords(
    _ handle: Handle?, _ thread: [Post], _ tx: any RecordReading, for viewer: Viewer
  ) throws -> [String] {
    var words = thread.filter(\.visibility.isPrivate).map(\.text.plain)
    guard let person = handle?.person else { return words }
    for talk in try talks(with: person, tx, for: viewer) where talk.isPrivate {
      words += try tx.thread(talk.id, for: viewer).map(\.post.text.plain)
    }
    return words
  }

  /// What the same person said in public in other conversations.
  private static func publicWords(
    _ handle: Handle?, besides id: ID<Conversation>, _ tx: any RecordReading, for viewer: Viewer
  ) throws -> [String] {
    guard let person = handle?.person else { return [] }
    let theirs = Set(try tx.handles(of: person).map(\.id))
    var words: [String] = []
    let talks = try talks(with: person, tx, for: viewer).filter { !$0.isPrivate && $0.id != id }
    for talk in talks.prefix(mostPublicTalks) {
      words += try tx.thread(talk.id, for: viewer).map(\.post).filter { post in
        post.author.map { theirs.contains($0) } ?? false
      }.map(\.text.plain)
    }
    return words
  }

  /// Their other names and addresses.
  private static func pageWords(_ handle: Handle?, _ tx: any RecordReading) throws -> [String] {
    guard let handle, let person = handle.person else { return [] }
    let others = try tx.handles(of: person).filter { $0.id != handle.id }
    let name = try tx.person(person)?.name
    return others.flatMap { [$0.address, $0.name] } + [name].compactMap { $0 }
  }
}

/// Words of a text that tell something about somebody: mail addresses, numbers, names.
enum DraftFacts {
  struct Fact: Sendable {
    var words: String
    /// The same however it is written.
    var key: String
  }

  static func all(in text: String) -> [Fact] {
    var facts: [Fact] = []
    var isFirst = true
    for piece in pieces(of: text) {
      if let key = mail(piece) {
        facts.append(Fact(words: piece, key: key))
      } else if let key = number(piece) {
        facts.append(Fact(words: piece, key: key))
      } else if !isFirst, isName(piece) {
        facts.append(Fact(words: piece, key: piece.lowercased()))
      }
      isFirst = piece.last.map { ".!?:".contains($0) } ?? false
    }
    return facts.map { Fact(words: trimmed($0.words), key: $0.key) } + phones(in: text)
  }

  /// Everything in these texts that a fact of a draft may be.
  static func known(_ texts: [String]) -> Set<String> {
    var known: Set<String> = []
    for text in texts {
      for piece in pieces(of: text) {
        if let key = mail(piece) ?? number(piece) { known.insert(key) }
        known.insert(trimmed(piece).lowercased())
      }
      for phone in phones(in: text) { known.insert(phone.key) }
    }
    known.remove("")
    return known
  }

  /// Addresses and numbers alone: a word with a large letter that was said elsewhere says nothing.
  static func exact(_ texts: [String]) -> Set<String> {
    var known: Set<String> = []
    for text in texts {
      known.formUnion(pieces(of: text).compactMap { mail($0) ?? number($0) })
      known.formUnion(phones(in: text).map(\.key))
    }
    return known
  }

  private static func pieces(of text: String) -> [String] {
    text.prefix(20_000).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  private static func trimmed(_ piece: String) -> String {
    var words = Substring(piece)
    while let last = words.last, !last.isLetter, !last.isNumber { words.removeLast() }
    while let first = words.first, !first.isLetter, !first.isNumber { words.removeFirst() }
    return String(words)
  }

  private static func mail(_ piece: String) -> String? {
    let word = trimmed(piece).lowercased()
    let sides = word.split(separator: "@", omittingEmptySubsequences: false)
    guard sides.count == 2, !sides[0].isEmpty, sides[1].contains("."), !piece.hasPrefix("@") else {
      return nil
    }
    return word
  }

  /// An order number and the like: four figures or more, perhaps with letters.
  private static func number(_ piece: String) -> String? {
    let word = trimmed(piece)
    let figures = word.count { $0.isNumber }
    guard figures >= 4, word.count <= 40, !word.contains("://") else { return nil }
    let key = String(word.lowercased().filter { $0.isLetter || $0.isNumber })
    // A year is nobody's secret.
    if figures == 4, key.count == 4, let year = Int(key), (1900...2100).contains(year) {
      return nil
    }
    return key
  }

  /// Written large within a sentence.
  private static func isName(_ piece: String) -> Bool {
    let word = trimmed(piece)
    guard word.count >= 3, let first = word.first, first.isUppercase else { return false }
    return word.dropFirst().contains { $0.isLowercase }
      && word.allSatisfy { $0.isLetter || "-'’".contains($0) }
  }

  /// Seven figures or more, however they are grouped.
  private static func phones(in text: String) -> [Fact] {
    var facts: [Fact] = []
    var run = ""
    for character in text.prefix(20_000) + "\n" {
      if character.isNumber || (!run.isEmpty && " -/().".contains(character))
        || (run.isEmpty && character == "+")
      {
        run.append(character)
      } else {
        let figures = run.filter(\.isNumber)
        if (7...15).contains(figures.count), run.contains(where: { !$0.isNumber }) {
          facts.append(Fact(words: trimmed(run), key: String(figures.suffix(9))))
        }
        run = ""
      }
    }
    return facts
  }
}
