/// The list of all sample pages.
public struct StorybookScreen: Screen {
  public var names: [String]

  public init(names: [String]) {
    self.names = names
  }

  public var room: Room? { .more }

  public func title(in page: PageContext) -> String { "Storybook" }
}
