extension Set<String> {
  /// The words of a text with nothing but words in it, as they are written.
  package init(words: String) {
    self.init(words.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
