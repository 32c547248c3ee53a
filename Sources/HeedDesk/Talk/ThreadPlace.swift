import HeedModel

/// A post as it stands in its thread: what it answers, who wrote it, and whether these are words of people.
protocol ThreadPlace {
  var id: ID<Post> { get }
  var parent: ID<Post>? { get }
  var writer: ID<Handle>? { get }
  var direction: Direction { get }
  /// Words of somebody who is none of ours, no program and no spam.
  var isSaidByPeople: Bool { get }
}

extension PostRow: ThreadPlace {
  var parent: ID<Post>? { post.parent }
  var writer: ID<Handle>? { post.author }
  var direction: Direction { post.direction }
  var isSaidByPeople: Bool {
    post.isTheirWords && author.map { !$0.isOurs && !$0.isBot } ?? false
      && !post.reading.kinds.contains(.spam)
  }
}

extension WordlessPost: ThreadPlace {
  var writer: ID<Handle>? { author }
  var isSaidByPeople: Bool {
    direction != .ours && !isRemoved && isByPeople && !kinds.contains(.spam)
  }
}

extension Desk {
  /// What hangs on a post, directly or on what hangs on it, in order of time. Step by step, for threads of strangers may be
  /// deeper than a stack; whatever the times of two posts are, for some places tell seconds only.
  /// - Parameter goesOn: what does not stays out, with all that hangs on it.
  static func hanging<Place: ThreadPlace>(
    on id: ID<Post>, in thread: [Place], where goesOn: (Place) -> Bool
  ) -> [Place] {
    let answers = Dictionary(grouping: thread) { $0.parent ?? ID(0) }
    var found: [Place] = []
    var seen: Set<ID<Post>> = [id]
    var next = answers[id] ?? []
    while let row = next.popLast() {
      guard goesOn(row), seen.insert(row.id).inserted else { continue }
      found.append(row)
      next += answers[row.id] ?? []
    }
    return found.sorted { $0.id < $1.id }
  }

  /// What stands below a post of ours until we spoke again: what is said after that came back to the later words.
  static func answers<Place: ThreadPlace>(to id: ID<Post>, in thread: [Place]) -> [Place] {
    hanging(on: id, in: thread) { $0.direction != .ours }.filter(\.isSaidByPeople)
  }

  /// What they said after a post of ours and did not hang on it, as people do who answer themselves or the top of a thread:
  /// all but what answers something else of ours.
  static func beside<Place: ThreadPlace>(
    _ id: ID<Post>, by theirs: Set<ID<Handle>>, in thread: [Place]
  ) -> [Place] {
    let known = Dictionary(thread.map { ($0.id, $0) }) { $1 }
    func above(_ id: ID<Post>) -> [Place] {
      var path: [Place] = []
      var next = known[id]?.parent
      while let one = next.flatMap({ known[$0] }), path.count < thread.count {
        path.append(one)
        next = one.parent
      }
      return path
    }
    let path = Set(above(id).map(\.id))
    return thread.filter { row in
      guard row.id > id, row.isSaidByPeople, row.writer.map(theirs.contains) ?? false
      else { return false }
      return above(row.id).first { $0.direction == .ours }.map { path.contains($0.id) } ?? true
    }
  }
}
