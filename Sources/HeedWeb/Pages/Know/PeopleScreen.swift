public import HeedModel

/// Those who spoke to us.
public struct PeopleScreen: Screen {
  public var rows: [PersonRow]
  public var tab: PeopleTab
  public var query: String
  public var next: String?

  public init(
    rows: [PersonRow], tab: PeopleTab = .all, query: String = "", next: String? = nil
  ) {
    self.tab = tab
    self.rows = rows
    self.query = query
    self.next = next
  }

  public var room: Room? { .people }

  public func title(in page: PageContext) -> String { page.words.shell.people }
}

/// Somebody who spoke to us.
public struct PersonRow: Sendable {
  public var id: ID<Person>
  public var who: Who
  public var network: NetworkName
  public var lastAt: Instant
  public var conversations: Int
  /// Since when they wait, on the list of those who do.
  public var waitingSince: Instant?
  /// Why they stand on that list where they do, besides how long they wait.
  public var reasons: [WaitingReason] = []
  /// What is due to them first, on the list of those who were promised something.
  public var promise: PromiseLine?
  /// The newest that touched them, on the list of those whom we wronged.
  public var mistake: MistakeStory?
  public var doNotContact = false

  public init(
    id: ID<Person>, who: Who, network: NetworkName, lastAt: Instant, conversations: Int,
    waitingSince: Instant? = nil
  ) {
    self.waitingSince = waitingSince
    self.id = id
    self.who = who
    self.network = network
    self.lastAt = lastAt
    self.conversations = conversations
  }
}
