/// The rooms that have no place at the foot of a phone.
public struct MoreScreen: Screen {
  public init() {}

  public var room: Room? { .more }

  public func title(in page: PageContext) -> String { page.words.shell.more }
}
