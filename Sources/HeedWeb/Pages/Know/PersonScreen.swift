public import HeedModel

/// Somebody who spoke to us: what passed between us and no more.
public struct PersonScreen: Screen {
  public var aside: PersonAside
  public var conversations: [EarlierConversation]
  /// Colleagues who spoke with them, the latest first.
  public var knownBy: [PersonAside.LastWith]
  public var joins = PersonJoins()
  /// How often they spoke to us and we answered.
  public var exchanged: (theirs: Int, ours: Int)?
  /// What they asked for and what hurt them, with how far it came.
  public var wishes: [Wish] = []
  /// What we promised them, newest first.
  public var promises: [PromiseLine] = []
  /// What they said in conversations that others had begun, newest first.
  public var inOthersTalk: [PostRow] = []
  /// Who began these.
  public var begunBy: [ID<Conversation>: Handle] = [:]
  public var next: String?

  public var rights: PersonRights?
  /// When they were erased: then nothing else of them is here.
  public var erasedAt: Instant?

  public init(
    aside: PersonAside, conversations: [EarlierConversation], knownBy: [PersonAside.LastWith] = []
  ) {
    self.aside = aside
    self.conversations = conversations
    self.knownBy = knownBy
  }

  public var room: Room? { .people }

  public func title(in page: PageContext) -> String {
    erasedAt == nil ? aside.who.name : page.words.rights.erasedSomebody
  }
}
