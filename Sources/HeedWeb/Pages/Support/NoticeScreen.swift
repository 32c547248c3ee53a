public import HeedModel

/// What the desk keeps, why, and how to object: open to everybody.
public struct NoticeScreen: Screen {
  public var settings: Settings
  /// Where the desk listens, each with its purpose.
  public var sources: [Place]

  /// A place that is listened to, and why.
  public struct Place: Sendable {
    public var name: Message
    public var purpose: Message

    public init(name: Message, purpose: Message) {
      self.name = name
      self.purpose = purpose
    }
  }

  public init(settings: Settings, sources: [Place]) {
    self.settings = settings
    self.sources = sources
  }

  public var layout: ScreenLayout { .alone }

  public func title(in page: PageContext) -> String {
    page.words.notice.title(settings.organisation)
  }
}
