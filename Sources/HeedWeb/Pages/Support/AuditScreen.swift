public import HeedModel

/// Who changed what, read from events.
public struct AuditScreen: Screen {
  public var rows: [AuditRow]
  public var next: String?
  /// Also what no member did.
  public var showsEverything: Bool

  public init(rows: [AuditRow], next: String? = nil, showsEverything: Bool = false) {
    self.rows = rows
    self.next = next
    self.showsEverything = showsEverything
  }

  public var room: Room? { .audit }
  public var layout: ScreenLayout { .wide }

  public func title(in page: PageContext) -> String { page.words.shell.audit }
}

/// One event.
public struct AuditRow: Sendable {
  public var id: ID<Event>
  public var kind: EventKind
  /// `nil` for the desk itself or the world outside.
  public var by: String?
  /// Another member whom it concerns.
  public var other: String?
  public var at: Instant
  public var conversation: ID<Conversation>?
  /// What was changed, as it is called now, and where it stands.
  public var what: What?

  /// Something that an event is about.
  public struct What: Sendable {
    public var name: String
    public var route: Route?

    public init(_ name: String, at route: Route? = nil) {
      self.name = name
      self.route = route
    }
  }

  public init(
    id: ID<Event>, kind: EventKind, by: String? = nil, other: String? = nil, at: Instant,
    conversation: ID<Conversation>? = nil
  ) {
    self.id = id
    self.kind = kind
    self.by = by
    self.other = other
    self.at = at
    self.conversation = conversation
  }
}
