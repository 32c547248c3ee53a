public import HeedModel

/// A page of the desk: a model with all that it shows, and the view that makes it HTML.
///
/// Handlers fill the model and send `html(in:)`; nothing in a view asks for more.
public protocol Screen: Sendable {
  /// The room that the navigation marks.
  var room: Room? { get }
  var layout: ScreenLayout { get }
  /// Which live changes concern it: names of `LiveTopic`.
  var live: [LiveTopic] { get }
  /// The same as feeds, by their media type, for programs that look for them.
  var feeds: [(type: String, route: Route)] { get }
  func title(in page: PageContext) -> String
  /// What stands in `<main>`; holds the page's only `h1`.
  func body(in page: PageContext) -> HTML
}

extension Screen {
  public var room: Room? { nil }
  public var layout: ScreenLayout { .column }
  public var live: [LiveTopic] { [] }
  public var feeds: [(type: String, route: Route)] { [] }

  /// The whole document.
  public func html(in page: PageContext) -> HTML { Shell.document(self, in: page) }
}

/// How a page uses the room that it has.
public enum ScreenLayout: String, Sendable {
  /// The waiting line, a conversation and what passed between us, side by side where there is room.
  case desk
  /// One column to read.
  case column
  /// A column with room for lists.
  case wide
  /// Without rooms: signing in, first run, what the public sees.
  case alone
}

/// The rooms of the navigation.
public enum Room: String, Sendable, CaseIterable {
  case today, heard, topics, people, promises, wishes, mistakes, sources, search, members, settings
  case audit, me, more, told
}

/// What a page wants to hear of; the stream of `Route.live` names these with each change.
public enum LiveTopic: Sendable, Hashable {
  case today, heard, sources, told, mistakes
  case conversation(ID<Conversation>)

  public var name: String {
    switch self {
    case .today: "today"
    case .heard: "heard"
    case .sources: "sources"
    case .told: "told"
    case .mistakes: "mistakes"
    case .conversation(let id): "conversation-\(id)"
    }
  }
}
