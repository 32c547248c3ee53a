public import HeedModel

/// Who changed what, read from events.
public struct AuditScreen: Screen {
  public var rows: [AuditRow]
  public var part: AuditPart
  public var next: String?

  public init(rows: [AuditRow], part: AuditPart = .done, next: String? = nil) {
    self.rows = rows
    self.part = part
    self.next = next
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
