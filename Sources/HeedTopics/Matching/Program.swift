/// A query made ready to run: every phrase is taken apart into the keys that documents are asked
/// for.
struct Program: Sendable {
  indirect enum Step: Sendable {
    case place(Finder)
    case near(Finder, Finder, within: Int)
    case all([Step])
    case any([Step])
    case not(Step)
    case attribute(TopicQuery.Attribute)
  }

  /// Finds the places of a phrase, a tag, a handle or any of several.
  indirect enum Finder: Sendable {
    case row([Unit])
    case any([Finder])
  }

  /// One word of a row.
  struct Unit: Sendable {
    indirect enum Form: Sendable {
      case key(String)
      case prefix(String)
      /// The parts in a row, or the whole written together.
      case compound(parts: [Unit], whole: Unit)
      case characters([String])
    }

    let form: Form
    /// What must be written there, where case and accents matter.
    var exact: String?
    var isExactPrefix = false
  }

  let root: Step

  init(_ node: TopicQuery.Node) {
    root = Self.step(node)
  }

  private static func step(_ node: TopicQuery.Node) -> Step {
    switch node {
    case .phrase, .tag, .handle: .place(finder(node))
    case .near(let left, let right, let distance):
      .near(finder(left), finder(right), within: distance)
    case .and(let nodes): .all(nodes.map(step))
    case .or(let nodes): .any(nodes.map(step))
    case .not(let node): .not(step(node))
    case .attribute(let attribute): .attribute(attribute)
    }
  }

  private static func finder(_ node: TopicQuery.Node) -> Finder {
    switch node {
    case .phrase(let phrase): .row(phrase.words.map { unit($0, isExact: phrase.isExact) })
    case .tag(let tag, let isPrefix):
      .row([Unit(form: isPrefix ? .prefix(TermKey.tag(tag)) : .key(TermKey.tag(tag)))])
    case .handle(let handle): .row([Unit(form: .key(TermKey.handle(handle)))])
    case .or(let nodes): .any(nodes.map(finder))
    case .near, .and, .not, .attribute: .any([])
    }
  }

  static func unit(_ word: TopicQuery.Word, isExact: Bool) -> Unit {
    var unit = Unit(form: form(word))
    if isExact {
      unit.exact = word.text
      unit.isExactPrefix = word.isPrefix
    }
    return unit
  }

  private static func form(_ word: TopicQuery.Word) -> Unit.Form {
    let tokens = FoldedText(word.text).tokens
    guard let first = tokens.first else { return .key(word.text) }
    switch first.kind {
    case .character: return .characters(tokens.map(\.folded))
    case .link: return .key(TermKey.host(first.folded))
    case .compound:
      var parts = tokens.filter { $0.kind == .word }.map { Unit(form: .key($0.folded)) }
      let whole = tokens.filter { $0.kind == .word }.map(\.folded).joined()
      if word.isPrefix, let last = tokens.last {
        parts[parts.count - 1] = Unit(form: .prefix(last.folded))
        return .compound(parts: parts, whole: Unit(form: .prefix(whole)))
      }
      return .compound(parts: parts, whole: Unit(form: .key(whole)))
    default: return word.isPrefix ? .prefix(first.folded) : .key(first.folded)
    }
  }
}
