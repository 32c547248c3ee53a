/// Words in a row, as a rule names them.
///
/// Written as text, apart by spaces: `will|shall` one of these; `-rai` one that ends so; `?also` one that may be left
/// out; `!be` one that is none of these; `*` any one; `..3` up to three (`..` any number) within a clause; `^` the
/// start of a clause, `$` its end; `@me` a class of the language. Accents count only where the pattern has some.
struct TokenPattern: Sendable {
  private enum Step: Sendable {
    case one(WordSet)
    case optional(WordSet)
    case other(WordSet)
    case gap(Int)
    case start, end
  }

  private let steps: [Step]

  init(_ text: String, _ classes: [String: String]) {
    steps = text.split(separator: " ").map { part in
      if part == "^" { return .start }
      if part == "$" { return .end }
      if part.hasPrefix("..") { return .gap(Int(part.dropFirst(2)) ?? 40) }
      if part.hasPrefix("?") { return .optional(WordSet(part.dropFirst(), classes)) }
      if part.hasPrefix("!") { return .other(WordSet(part.dropFirst(), classes)) }
      return .one(WordSet(part, classes))
    }
  }

  func matches(_ tokens: [PromiseToken]) -> Bool {
    tokens.indices.contains { follows(tokens, $0, 0) }
  }

  private func follows(_ tokens: [PromiseToken], _ place: Int, _ step: Int) -> Bool {
    guard step < steps.count else { return true }
    switch steps[step] {
    case .start:
      return (place == 0 || tokens[place - 1].isComma) && follows(tokens, place, step + 1)
    case .end:
      return (place == tokens.count || tokens[place].isComma) && follows(tokens, place, step + 1)
    case .one(let words):
      return place < tokens.count && words.contains(tokens[place])
        && follows(tokens, place + 1, step + 1)
    case .other(let words):
      return place < tokens.count && !tokens[place].isComma && !words.contains(tokens[place])
        && follows(tokens, place + 1, step + 1)
    case .optional(let words):
      if follows(tokens, place, step + 1) { return true }
      return place < tokens.count && words.contains(tokens[place])
        && follows(tokens, place + 1, step + 1)
    case .gap(let most):
      var next = place
      while true {
        if follows(tokens, next, step + 1) { return true }
        guard next < tokens.count, next - place < most, !tokens[next].isComma else { return false }
        next += 1
      }
    }
  }
}

/// Words that a pattern takes in one place.
struct WordSet: Sendable {
  private var bare: Set<String> = []
  private var written: Set<String> = []
  private var endings: [String] = []
  private var takesAll = false

  init(_ text: some StringProtocol, _ classes: [String: String]) {
    for word in text.split(separator: "|") { add(String(word), classes) }
  }

  private mutating func add(_ word: String, _ classes: [String: String]) {
    if word == "*" {
      takesAll = true
    } else if word.hasPrefix("@") {
      for inner in (classes[String(word.dropFirst())] ?? "").split(separator: " ") {
        add(String(inner), classes)
      }
    } else if word.hasPrefix("-") {
      endings.append(String(word.dropFirst()))
    } else if word.utf8.allSatisfy({ $0 < 128 }) {
      bare.insert(word)
    } else {
      written.insert(word)
    }
  }

  func contains(_ token: PromiseToken) -> Bool {
    if takesAll { return !token.isComma }
    if bare.contains(token.bare) || written.contains(token.word) { return true }
    return endings.contains { ending in
      let word = ending.utf8.allSatisfy({ $0 < 128 }) ? token.bare : token.word
      return word.count > ending.count && word.hasSuffix(ending)
    }
  }
}
