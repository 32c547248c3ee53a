public import HeedModel

/// Reads HTML of strangers as the few shapes that the desk keeps.
///
/// Nothing active comes through and no input makes it fail: what is not known is opened up and its
/// words stay; scripts, styles, frames, controls and hidden parts go with what is in them. Of one
/// text a mebibyte and 50,000 nodes are read; a `…` at the end tells that there was more.
/// `Docs/rich-text.md` lists what becomes of each element.
public struct HTMLReader: Sendable {
  /// The address of the page that the HTML stands on: what relative links are taken from.
  public var base: String?

  public init(base: String? = nil) { self.base = base }

  public func read(_ html: String) -> RichText { read(utf8: Array(html.utf8)) }

  /// `html` as bytes in UTF-8; what is not UTF-8 in it is shown as U+FFFD. `HTMLCharset` decodes
  /// others.
  public func read(utf8 html: [UInt8]) -> RichText {
    var visitor = ReadingVisitor(base: base)
    let isWhole = HTMLTree(html).walk(&visitor)
    return visitor.finish(isWhole: isWhole)
  }

  /// The words alone, for a title or a display name that comes as HTML.
  public static func text(_ html: String) -> String { HTMLReader().read(html).plain }
}
