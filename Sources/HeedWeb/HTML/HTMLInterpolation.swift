public import HeedModel

extension HTML {
  /// Builds a piece; each kind of value has its own way in, and no way in skips the escaping of a `String`.
  public struct StringInterpolation: StringInterpolationProtocol {
    var markup = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity + interpolationCount * 48)
    }

    public mutating func appendLiteral(_ literal: String) { markup += literal }

    public mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }

    /// Escaped, in text and in attributes between double quotes alike.
    public mutating func appendInterpolation(_ text: String) {
      Escaping.append(text, to: &markup)
    }

    public mutating func appendInterpolation(_ number: Int) { markup += String(number) }

    public mutating func appendInterpolation<Noun>(_ id: ID<Noun>) { markup += id.description }

    /// The address of a page or an action of the desk.
    public mutating func appendInterpolation(_ route: Route) {
      Escaping.append(route.path, to: &markup)
    }

    /// ` name="value"` with a space before it, or nothing where there is no value.
    public mutating func appendInterpolation(attribute name: StaticString, _ value: String?) {
      guard let value else { return }
      markup += " "
      markup += name.description
      markup += "=\""
      Escaping.append(value, to: &markup)
      markup += "\""
    }

    /// ` name` with a space before it where the condition holds.
    public mutating func appendInterpolation(attribute name: StaticString, if condition: Bool) {
      guard condition else { return }
      markup += " "
      markup += name.description
    }
  }
}

extension String.StringInterpolation {
  /// Markup never becomes text by accident: `"\(name) \(html)"` as a `String` would be escaped later and show its
  /// tags to people.
  @available(*, unavailable, message: "Markup belongs into HTML, not into a String")
  public mutating func appendInterpolation(_ piece: HTML) {}
}
