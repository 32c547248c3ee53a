/// People and categories as the vocabularies of XML feeds write them.
extension FeedPerson {
  /// RSS in one line: `ana@example.org (Ana)`, `Ana <ana@example.org>`, `Ana (ana@example.org)`, a
  /// bare name or address.
  init?(line: String) {
    let line = String(line.trimmed.prefix(500))
    guard !line.isEmpty else { return nil }
    let words = line.split { $0.isWhitespace || "()<>[],;".contains($0) }
    guard
      let email = words.lazy.map(String.init).map({
        $0.hasPrefix("mailto:") ? String($0.dropFirst(7)) : $0
      }).first(where: Self.isEmail)
    else {
      self.init(name: line)
      return
    }
    let rest = line.replacing("mailto:", with: "").replacing(email, with: " ")
      .split { $0.isWhitespace || "()<>[]".contains($0) }.joined(separator: " ")
      .trimming { "\"'-:,".contains($0) || $0.isWhitespace }
    self.init(name: rest.nonEmpty, email: email)
  }

  private static func isEmail(_ word: String) -> Bool {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !parts[1].hasPrefix(".") && !word.contains("/")
  }

  /// An Atom person: `name`, `email`, `uri` (`url` and `homepage` before 1.0).
  init?(atom element: Element) {
    func child(_ names: String...) -> Element? {
      element.elements.first { names.contains($0.name.lowercased()) }
    }
    let name = child("name")?.words
    let email = child("email")?.words
    let page = child("uri", "url", "homepage")?.address
    // A bare line instead of a person is common in RSS-minded Atom.
    if name == nil, email == nil, page == nil {
      guard let line = element.words else { return nil }
      self.init(line: line)
      return
    }
    self.init(name: name, email: email, page: page)
  }
}

extension Element {
  func atomCategories(_ namespace: Namespace = .atom) -> [FeedCategory] {
    all("category", namespace).compactMap { element in
      let label = element[attribute: "label"]
      guard let term = element[attribute: "term"] ?? label ?? element.words else { return nil }
      return FeedCategory(term: term, label: label, scheme: element[attribute: "scheme"])
    }
  }
}

extension Element {
  /// Dublin Core's words for what it is about.
  var subjects: [FeedCategory] {
    all("subject", .dc).compactMap { $0.words.map { FeedCategory(term: $0) } }
  }

  /// What was taken back (RFC 6721), wherever a feed says it.
  var deletions: [FeedDeletion] {
    all("deleted-entry", .tombstones).compactMap { element in
      element[attribute: "ref"].map {
        FeedDeletion(id: $0, at: element[attribute: "when"].flatMap(FeedDate.read))
      }
    }
  }
}
