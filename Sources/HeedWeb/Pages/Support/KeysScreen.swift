/// The list of keys.
public struct KeysScreen: Screen {
  public init() {}

  public var room: Room? { .more }

  public func title(in page: PageContext) -> String { page.words.keys.title }
}
