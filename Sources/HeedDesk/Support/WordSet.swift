extension Set<String> {
  /// The words of a text with nothing but words in it, as they are written.
  init(words: String) { self.init(words.split(whereSeparator: \.isWhitespace).map(String.init)) }
}
