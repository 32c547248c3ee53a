import HeedModel

extension Desk {
  /// What is for everybody names none of these people, nobody on the team and no handle.
  /// - Parameter texts: each with the field of the form that it came from.
  /// - Throws: `Problem(.invalid)` naming the field.
  func requireNobodyNamed(
    in texts: [(String, String)], of handles: [Handle], _ tx: any RecordReading
  ) throws {
    let names =
      handles.filter { !$0.isOurs }.flatMap { [$0.name, $0.address] }
      + (try tx.members()).map(\.name)
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
    }
  }
}
