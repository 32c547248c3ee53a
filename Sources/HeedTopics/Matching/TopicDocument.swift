/// What a query is asked of: a post's words and what is known about it.
public struct TopicDocument: Sendable, Hashable {
  /// The words, without markup.
  public var text: String
  public var facts: Facts

  /// What is known about a post besides its words.
  ///
  /// Handles are written `name@server` (or as their network writes them), with or without `@`.
  public struct Facts: Sendable, Hashable {
    /// Tags; those that stand in the text need not be named again.
    public var tags: [String]
    /// Handles that are mentioned, in full.
    public var mentions: [String]
    /// Addresses that are linked to, in full.
    public var links: [String]
    /// The writer's handle.
    public var author: String?
    /// The handles to whom it is addressed: mentioned or answered.
    public var addressees: [String]
    /// Where it was said.
    public var network: String?
    /// The language as a code of BCP 47.
    public var language: String?
    /// How it was read.
    public var kinds: Set<String>
    /// Its tone.
    public var tone: String?
    /// What it carries, as `has:` asks; links, tags and mentions are found without being named.
    public var has: Set<String>
    /// The name of the source that it was heard through.
    public var source: String?

    public init(
      tags: [String] = [], mentions: [String] = [], links: [String] = [], author: String? = nil,
      addressees: [String] = [], network: String? = nil, language: String? = nil,
      kinds: Set<String> = [], tone: String? = nil, has: Set<String> = [], source: String? = nil
    ) {
      self.tags = tags
      self.mentions = mentions
      self.links = links
      self.author = author
      self.addressees = addressees
      self.network = network
      self.language = language
      self.kinds = kinds
      self.tone = tone
      self.has = has
      self.source = source
    }
  }

  public init(_ text: String, _ facts: Facts = Facts()) {
    self.text = text
    self.facts = facts
  }

  public init(
    text: String, tags: [String] = [], mentions: [String] = [], links: [String] = [],
    author: String? = nil, addressees: [String] = [], network: String? = nil,
    language: String? = nil, kinds: Set<String> = [], tone: String? = nil,
    has: Set<String> = [], source: String? = nil
  ) {
    self.init(
      text,
      Facts(
        tags: tags, mentions: mentions, links: links, author: author, addressees: addressees,
        network: network, language: language, kinds: kinds, tone: tone, has: has, source: source))
  }
}
