public import HeedModel

/// Something did not work: what happened and what to do.
public struct ErrorScreen: Screen {
  public var code: Problem.Code
  /// Safe to show; `nil` for the usual words.
  public var text: Message?
  /// Where it can be mended, and what leads there.
  public var way: (href: String, label: String)?

  public init(code: Problem.Code, text: Message? = nil) {
    self.code = code
    self.text = text
  }

  public func title(in page: PageContext) -> String { page.words.errors.title(of: code) }
}
