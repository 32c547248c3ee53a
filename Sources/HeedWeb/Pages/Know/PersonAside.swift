public import HeedDesk
public import HeedModel

/// What passed between us and somebody, beside a conversation with them: facts, no labels and no scores.
public struct PersonAside: Sendable {
  /// `nil` for somebody who only spoke about us: they have no page (law 7).
  public var person: ID<Person>?
  public var who: Who
  public var languages: [String]
  public var knownAs: [KnownAs]
  /// When they first spoke to us; `nil` when these are their first words.
  public var firstWordsAt: Instant?
  /// Conversations with them, this one included.
  public var conversations: Int
  /// The colleague who spoke with them last, and when.
  public var lastWith: LastWith?
  public var earlier: [EarlierConversation]
  public var doNotContact: Bool
  /// Our mistakes that touched them, newest first.
  public var touching: [MistakeStory] = []
  /// What they said to us next, after one of these was put right.
  public var wroteAgain: [ID<Mistake>: WroteAgain] = [:]
  /// What they asked for and what hurt them, as far as it is open.
  public var wishes: [Wish] = []
  /// Made in this conversation, those that ended too.
  public var promises: [PromiseLine] = []
  /// What they said on their own side of the desk, oldest first.
  public var theirWords: [TheirWord] = []
  /// Others who asked alike.
  public var others: OthersAskedPart?
  /// What several people said alike, one of them here.
  public var suggested: [SuggestedWishPart] = []
  /// The conversation beside which it stands.
  public var talk: ID<Conversation>?

  /// The search for all that was heard of them, under any of their handles; empty where none can be searched for.
  var theirWordsQuery: String {
    let addresses = knownAs.map(\.address).filter { address in
      !address.isEmpty && !address.contains { $0.isWhitespace || "\"()".contains($0) }
    }
    return addresses.map { "from:\($0)" }.joined(separator: " OR ")
  }

  /// A handle of theirs.
  public struct KnownAs: Sendable {
    public var network: NetworkName
    public var address: String
    public var page: String?

    public init(network: NetworkName, address: String, page: String? = nil) {
      self.network = network
      self.address = address
      self.page = page
    }
  }

  /// A colleague who spoke with them, and when.
  public struct LastWith: Sendable {
    public var colleague: Colleague
    public var at: Instant

    public init(colleague: Colleague, at: Instant) {
      self.colleague = colleague
      self.at = at
    }
  }

  public init(
    person: ID<Person>?, who: Who, languages: [String] = [], knownAs: [KnownAs] = [],
    firstWordsAt: Instant? = nil, conversations: Int = 1, lastWith: LastWith? = nil,
    earlier: [EarlierConversation] = [], doNotContact: Bool = false
  ) {
    self.person = person
    self.who = who
    self.languages = languages
    self.knownAs = knownAs
    self.firstWordsAt = firstWordsAt
    self.conversations = conversations
    self.lastWith = lastWith
    self.earlier = earlier
    self.doNotContact = doNotContact
  }
}

/// A conversation with somebody, in a line.
public struct EarlierConversation: Sendable {
  public var id: ID<Conversation>
  public var words: String
  public var at: Instant
  public var state: ConversationState
  public var network: NetworkName

  public init(
    id: ID<Conversation>, words: String, at: Instant, state: ConversationState,
    network: NetworkName
  ) {
    self.id = id
    self.words = words
    self.at = at
    self.state = state
    self.network = network
  }
}
