import HeedModel

/// What the team noted in a conversation with somebody, as far as it is about them.
struct TheirNotes {
  var notes: [TeamNote] = []
  /// The words that went with a hand-over, of which the same holds.
  var handOvers: Set<ID<HandOver>> = []
  /// How many notes are withheld: several people speak there, and nobody knows whom they are about.
  var withheld = 0

  init() {}

  /// A note is about somebody where nobody else had spoken yet, or where it names them and none of the others.
  init(
    about theirs: [Handle], in conversation: Conversation, _ tx: any RecordReading
  ) throws {
    let own = Set(theirs.map(\.id))
    let posts = try tx.records(of: conversation.id).posts.filter { $0.direction != .ours }
    let beside = posts.filter { !($0.by.map(own.contains) ?? false) }
    // When it was heard, for nobody noted before what they did not know of; and they alone had spoken if they had at all.
    let others = beside.map(\.heardAt).min() ?? Instant(milliseconds: .max)
    let since = posts.filter { $0.by.map(own.contains) ?? false }.map(\.heardAt).min()
    let naming = Forgetting(handles: theirs, said: [])
    let besides = Forgetting(
      handles: try tx.handles(Set(beside.compactMap(\.by)).sorted()), said: [])
    func isTheirs(_ words: String, at moment: Instant) -> Bool {
      if beside.isEmpty { return true }
      if let since, since <= moment, moment < others { return true }
      return naming.rewrite(words, isTheirs: true) != words
        && besides.rewrite(words, isTheirs: true) == words
    }
    for note in try tx.notes(of: conversation.id) {
      if isTheirs(note.text, at: note.at) { notes.append(note) } else { withheld += 1 }
    }
    for handOver in try tx.handOvers(of: conversation.id)
    where isTheirs(handOver.word, at: handOver.at) {
      handOvers.insert(handOver.id)
    }
  }

  /// Where notes and hand-overs stand of which rows are stored about somebody, also beside the talk of others.
  static func conversations(in tables: [StoredTable]) -> [ID<Conversation>] {
    tables.filter { Self.noted.contains($0.name) }.flatMap { table in
      guard let column = table.columns.firstIndex(of: "conversation_id") else {
        return [ID<Conversation>]()
      }
      return table.rows.compactMap { row in
        if case .number(let id) = row[column] { ID(id) } else { nil }
      }
    }
  }

  private static let noted = ["team_notes", "hand_overs"]

  /// Takes out of what is stored the notes that may be about others; of hand-overs the words.
  func keepTheirs(in tables: inout [StoredTable]) {
    let kept = Set(notes.map(\.id.value))
    let words = Set(handOvers.map(\.value))
    tables = tables.compactMap { table in
      guard Self.noted.contains(table.name),
        let id = table.columns.firstIndex(of: "id")
      else { return table }
      var table = table
      let word = table.columns.firstIndex(of: "word")
      table.rows = table.rows.compactMap { row in
        guard case .number(let number) = row[id] else { return nil }
        if table.name == "team_notes" { return kept.contains(number) ? row : nil }
        guard let word, !words.contains(number) else { return row }
        var row = row
        row[word] = .text("")
        return row
      }
      return table.rows.isEmpty ? nil : table
    }
  }
}
