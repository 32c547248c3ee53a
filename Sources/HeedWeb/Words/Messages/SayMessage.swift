public import HeedModel

extension Words {
  /// A message of the desk in this language; in English, whole, where this language does not have it.
  public func text(of message: Message) -> String {
    guard let text = messages[message.template] ?? itself(message.template) else {
      return Words.english.text(of: message)
    }
    let number = message.arguments.lazy.compactMap { argument in
      if case .number(let number) = argument { number } else { nil }
    }.first
    return Message.filled(text.template(for: number)) { place in
      guard message.arguments.indices.contains(place - 1) else { return nil }
      return filling(message.arguments[place - 1])
    }
  }

  /// English is its own text, and so is what has places alone.
  private func itself(_ template: String) -> MessageText? {
    self === Words.english || !template.contains(where: \.isLetter) ? .always(template) : nil
  }

  private func filling(_ argument: Message.Argument) -> String {
    switch argument {
    case .words(let words): apart(words)
    case .number(let number): String(number)
    case .language(let code, let english): self === Words.english ? english : name(of: code)
    case .message(let message):
      messages[message.template] == nil ? apart(text(of: message)) : text(of: message)
    }
  }

  /// A name or address from left to right would pull the full stop after it to its own side
  /// (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
  private func apart(_ words: String) -> String {
    isRightToLeft && !words.isEmpty ? "\u{2068}\(words)\u{2069}" : words
  }
}

extension Problem {
  /// - Parameter words: from the catalogue, so in the reader's language already.
  init(_ code: Code, said words: String, field: String? = nil, cause: (any Error)? = nil) {
    self.init(code, Message(verbatim: words), field: field, cause: cause)
  }
}
