/// What the team decided for the whole desk.
public struct Settings: Sendable, Hashable {
  public var organisation: String
  /// Whom a person outside writes to about what is kept; shown on the public notice page.
  public var contact: String
  /// The team's own words on the notice page, above what the desk says by itself.
  public var notice: String
  public var timeZone: String
  public var language: String
  /// By the clock of `timeZone`.
  public var openHours: WeekHours
  /// How long a sent reply can still be taken back.
  public var undoSeconds: Int
  /// Days until the words of somebody who spoke about us are gone, unless a conversation grew from them.
  public var daysAboutUs: Int
  /// Days until the words of a conversation are gone.
  public var daysConversations: Int
  /// Days until somebody of whom no words are left is gone as well, after the last of them went.
  public var daysPeople = 365
  /// Days until an unsent draft is gone.
  public var daysDrafts: Int
  /// Head starts of the waiting line in minutes, by reason.
  public var headStarts: [WaitingReason: Int]
  /// Why, who and when they were last changed; `nil` while they are as they came.
  public var headStartsChange: HeadStartsChange?
  /// Parts of the reading that are switched off.
  public var readersOff: Set<Reading.Part>
  /// Whether corrections stand on a public page and in feeds.
  public var publishesCorrections: Bool
  /// Networks on which words are kept for a time of their own.
  public var retention: [RetentionRule] = []
  /// Whether people who prove a handle see what the team noted about them: announced, and their right.
  public var showsNotes = false
  /// Whether what became of wishes stands on a public page: “you said, we did”.
  public var publishesDeeds = false

  public init(
    organisation: String = "", contact: String = "", notice: String = "",
    timeZone: String = "UTC", language: String = "en",
    openHours: WeekHours = Settings.weekdays, undoSeconds: Int = 10,
    daysAboutUs: Int = 30, daysConversations: Int = 1095, daysDrafts: Int = 90,
    headStarts: [WaitingReason: Int] = WaitingReason.defaultHeadStarts,
    headStartsChange: HeadStartsChange? = nil,
    readersOff: Set<Reading.Part> = [], publishesCorrections: Bool = false
  ) {
    self.organisation = organisation
    self.contact = contact
    self.notice = notice
    self.timeZone = timeZone
    self.language = language
    self.openHours = openHours
    self.undoSeconds = undoSeconds
    self.daysAboutUs = daysAboutUs
    self.daysConversations = daysConversations
    self.daysDrafts = daysDrafts
    self.headStarts = headStarts
    self.headStartsChange = headStartsChange
    self.readersOff = readersOff
    self.publishesCorrections = publishesCorrections
  }

  /// The team changed the order of the waiting, and says why.
  public struct HeadStartsChange: Sendable, Hashable {
    public var note: String
    public var by: ID<Member>
    public var at: Instant

    public init(note: String, by: ID<Member>, at: Instant) {
      self.note = note
      self.by = by
      self.at = at
    }
  }

  /// Nine to five, Monday to Friday.
  public static let weekdays = WeekHours(weekdays: 540..<1020)
}
