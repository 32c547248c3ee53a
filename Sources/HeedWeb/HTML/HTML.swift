/// A piece of a page.
///
/// Built by string interpolation: what stands in the literal is markup, every interpolated `String` is escaped, and an
/// interpolated `HTML` is taken as it is. No other way leads from a `String` that came from outside to markup, which
/// is what keeps a hostile name or post from becoming part of the page.
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The markup, ready to be sent.
  public private(set) var markup: String

  public init() { markup = "" }
  /// Markup of our own: only literals in the source come here.
  public init(stringLiteral markup: String) { self.markup = markup }
  public init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Text as text.
  public init(escaping text: String) {
    markup = ""
    Escaping.append(text, to: &markup)
  }

  public var isEmpty: Bool { markup.isEmpty }
  /// The markup in UTF-8, for a response's body.
  public var bytes: [UInt8] { Array(markup.utf8) }

  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.markup += b.markup
    return sum
  }

  public static func += (a: inout Self, b: Self) { a.markup += b.markup }
}

extension HTML {
  /// The pieces one after another.
  public static func join(_ pieces: some Sequence<HTML>, by separator: HTML = "") -> HTML {
    var joined = HTML()
    var isFirst = true
    for piece in pieces {
      if !isFirst { joined.markup += separator.markup }
      joined.markup += piece.markup
      isFirst = false
    }
    return joined
  }

  /// The piece if the condition holds, else nothing.
  public static func when(_ condition: Bool, _ piece: @autoclosure () -> HTML) -> HTML {
    condition ? piece() : HTML()
  }

  /// A page of ours with a part of it in another's place.
  static func cut(_ whole: HTML, _ part: Range<String.Index>, _ piece: HTML) -> HTML {
    var cut = HTML()
    cut.markup = whole.markup
    cut.markup.replaceSubrange(part, with: piece.markup)
    return cut
  }

  /// One of two pieces.
  public static func choose(
    _ condition: Bool, _ piece: @autoclosure () -> HTML, else other: @autoclosure () -> HTML
  ) -> HTML {
    condition ? piece() : other()
  }

  /// A heading: the page's own `h1`, or one below it.
  static func heading(isPage: Bool, id: String, _ content: HTML) -> HTML {
    isPage ? "<h1 id=\"\(id)\">\(content)</h1>" : "<h2 id=\"\(id)\">\(content)</h2>"
  }

  /// The piece made of the value if there is one, else nothing.
  public static func with<Value>(_ value: Value?, _ piece: (Value) -> HTML) -> HTML {
    value.map(piece) ?? HTML()
  }
}

extension Sequence {
  /// What each element becomes, one after another.
  public func html(_ piece: (Element) -> HTML) -> HTML {
    var all = HTML()
    for element in self { all += piece(element) }
    return all
  }
}
