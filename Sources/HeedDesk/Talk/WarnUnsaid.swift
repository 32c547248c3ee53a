import HeedModel

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
    /// A mail address, a telephone, the number of an order or the like, a street with its house that nobody said here: it
    /// may be somebody's who is not here at all.
    case nowhere
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
  ///   - facts: of the draft and of what else of it everybody will read.
  ///   - draft: as public as what it answers at most: that is the one that waits, or else their last, unless it says.
  ///   - handle: whom it speaks to.
  ///   - rules: what we tell everybody.
  static func unsaid(
    _ facts: [DraftFacts.Fact], of draft: DraftInHand, to handle: Handle?,
    in conversation: Conversation, besides rules: [HouseRule], _ tx: any RecordReading,
    for viewer: Viewer
  ) throws -> [UnsaidFact] {
    guard !facts.isEmpty else { return [] }
    let rows = try tx.thread(conversation.id, for: viewer)
    let thread = rows.map(\.post)
    let answered =
      thread.first { $0.id == draft.answering } ?? rows.toAnswer(in: conversation)?.post
    // A reply is as public as its writer says, and never more than what it answers: beside private words of others, too.
    let widest = answered?.visibility ?? (conversation.isPrivate ? .private : .public)
    guard !(draft.visibility ?? widest).isPrivate, !widest.isPrivate else { return [] }
    let said = thread.filter { !$0.visibility.isPrivate }.flatMap {
      [$0.text.plain, $0.title, $0.warning].compactMap { $0 }
    }
    // There is much in a long thread and of a regular: only what may hold a fact is read word by word.
    let here = DraftFacts.known(FactSieve(partsOf: facts).kept(said))
    let shown = DraftFacts.known([handle?.name ?? "", handle?.address ?? ""])
    let left = facts.filter { !$0.isIn(here) && !shown.contains($0.key) }
    guard !left.isEmpty else { return [] }
    let sieve = FactSieve(left)
    let secret = DraftFacts.known(
      sieve.kept(try Self.privateWords(handle, thread, tx, for: viewer)))
    let notes = DraftFacts.known(
      sieve.kept(try tx.notes(of: conversation.id, for: viewer).map(\.text)))
    let page = DraftFacts.known(sieve.kept(try Self.pageWords(handle, tx)))
    let elsewhere = DraftFacts.exact(
      sieve.kept(try Self.publicWords(handle, besides: conversation.id, tx, for: viewer)))
    let ours = left.contains(where: \.isSomebodys) ? try Self.ownWays(rules, tx) : OwnWays()
    var seen: Set<String> = []
    return left.compactMap { fact in
      let known: UnsaidFact.Known? =
        if secret.contains(fact.key) {
          .privately
        } else if notes.contains(fact.key) {
          .note
        } else if page.contains(fact.key) {
          .person
        } else if elsewhere.contains(fact.key) {
          .elsewhere
        } else {
          fact.isSomebodys && !ours.holds(fact) ? .nowhere : nil
        }
      guard let known, seen.insert(fact.key).inserted else { return nil }
      return UnsaidFact(words: fact.words, known: known)
    }
  }

  private static let mostPrivate = 10_000
  private static let mostPublic = 200

  /// What passed in private: in this thread, and in other conversations with the same person.
  private static func privateWords(
    _ handle: Handle?, _ thread: [Post], _ tx: any RecordReading, for viewer: Viewer
  ) throws -> [String] {
    let here = thread.filter(\.visibility.isPrivate).map(\.text.plain)
    guard let person = handle?.person else { return here }
    // A regular's order number may be said long ago.
    return here + (try tx.privateWords(with: person, newest: mostPrivate, for: viewer))
  }

  /// What the same person said in public in other conversations.
  private static func publicWords(
    _ handle: Handle?, besides id: ID<Conversation>, _ tx: any RecordReading, for viewer: Viewer
  ) throws -> [String] {
    guard let person = handle?.person else { return [] }
    return try tx.publicWords(of: person, besides: id, newest: mostPublic, for: viewer)
  }

  /// How the organisation itself is reached, and what it tells everybody: its house rules, its notice, its accounts.
  private static func ownWays(_ rules: [HouseRule], _ tx: any RecordReading) throws -> OwnWays {
    let settings = try tx.settings()
    let told =
      rules.filter { $0.removedAt == nil }.map(\.words) + [
        settings.organisation, settings.contact, settings.notice,
      ]
    let accounts = try tx.accounts()
    let addresses = try tx.handles(accounts.map(\.handle)).map(\.address)
    return OwnWays(
      facts: DraftFacts.known(told + addresses),
      places: Set(addresses.compactMap(DraftFacts.place(ofMail:))))
  }

  /// Their other names and addresses.
  private static func pageWords(_ handle: Handle?, _ tx: any RecordReading) throws -> [String] {
    guard let handle, let person = handle.person else { return [] }
    let others = try tx.handles(of: person).filter { $0.id != handle.id }
    let name = try tx.person(person)?.name
    return others.flatMap { [$0.address, $0.name] } + [name].compactMap { $0 }
  }
}

/// What may be told to anybody, since it is the organisation's own.
private struct OwnWays {
  var facts: Set<String> = []
  /// Where its own mail addresses are at home.
  var places: Set<String> = []

  func holds(_ fact: DraftFacts.Fact) -> Bool {
    fact.isIn(facts) || DraftFacts.place(ofMail: fact.key).map(places.contains) ?? false
  }
}
