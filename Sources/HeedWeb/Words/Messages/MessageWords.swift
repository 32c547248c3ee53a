/// What the desk's messages are in one language, by their English templates.
///
/// A text names the same places as its template. A language that lacks one says it in English, whole.
struct MessageWords: Sendable {
  /// The texts of one part of the desk, in the order in which they are read.
  typealias Room = KeyValuePairs<String, MessageText>

  private let texts: [String: MessageText]
  /// Templates that more than one room has: a test sees to it that there are none.
  let doubles: [String]

  init(_ rooms: Room...) {
    let all = rooms.flatMap { room in room.map { $0 } }
    texts = Dictionary(all.map { ($0.key, $0.value) }) { first, _ in first }
    doubles = Dictionary(grouping: all, by: \.key).filter { $1.count > 1 }.map(\.key)
  }

  subscript(template: String) -> MessageText? { texts[template] }

  var templates: [String] { texts.keys.sorted() }
}

/// One text with its places, or one a number where the language has more forms than one.
enum MessageText: Sendable, ExpressibleByStringLiteral {
  case always(String)
  /// Chosen by the first number among the arguments.
  case counted(@Sendable (Int) -> String)

  init(stringLiteral text: String) { self = .always(text) }

  func template(for number: Int?) -> String {
    switch self {
    case .always(let text): text
    case .counted(let text): text(number ?? 0)
    }
  }
}
