import HeedModel

extension Desk {
  /// What is for everybody names none of these people, nobody on the team and no handle: neither by a whole name, nor by
  /// a part of one.
  /// - Parameter texts: each with the field of the form that it came from.
  /// - Throws: `Problem(.invalid)` naming the field.
  func requireNobodyNamed(
    in texts: [(String, String)], of handles: [Handle], _ tx: any RecordReading
  ) throws {
    let theirs = handles.filter { !$0.isOurs }
    let people = theirs.map(\.name) + (try tx.members()).map(\.name)
    let names = people + theirs.map(\.address)
    let parts = NameParts(people)
    for (text, field) in texts {
      let words = SameWords(text)
      let named = names.first { named in
        let name = SameWords(named)
        // What is shorter is a word more often than a name.
        return named.count(where: \.isLetter) >= 3 && name.stand(in: words)
      }
      if let named {
        throw Problem(
          .invalid, "This names \(named). What is public names nobody.", field: field)
      }
      guard !text.split(whereSeparator: \.isWhitespace).contains(where: { $0.first == "@" }) else {
        throw Problem(
          .invalid, "This names a handle. What is public names nobody.", field: field)
      }
      if let found = parts.first(in: text) {
        throw Problem(
          .invalid,
          """
          “\(found.word)” is part of a name: \(found.name). What is public names nobody: say \
          “somebody” in its place, or write it in small letters if you mean the word.
          """, field: field)
      }
    }
  }
}
