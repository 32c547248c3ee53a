public import HeedModel
import HeedNetwork

/// The hand that moves the invented people: for tests, and for exercises told by somebody.
extension PracticeService {
  /// Lets an invented person say something now.
  /// - Parameter person: an id out of the place, `ana`; unknown ones are taken for `maud`.
  /// - Returns: how the network will name the post.
  @discardableResult
  public func say(
    _ text: String, as person: String, inReplyTo parent: RemoteID? = nil,
    visibility: Visibility = .public, warning: String? = nil, language: String? = "en"
  ) throws -> RemoteID {
    try changeThrowing { state in
      let by = People.byID[person] == nil ? "maud" : person
      var line = PracticeJournal.Line(at: state.world.now, .post, by: by)
      line.text = text
      line.warning = warning
      line.language = language
      line.visibility = visibility.rawValue
      line.parent = parent.flatMap(RemoteIDs.post)
      return RemoteIDs.post(try take(line, &state) ?? "")
    }
  }

  /// Lets its author change a post.
  public func edit(_ post: RemoteID, to text: String) throws {
    try act(.edit, on: post) { $0.text = text }
  }

  /// Lets its author take a post away.
  public func remove(_ post: RemoteID) throws { try act(.delete, on: post) { _ in } }

  /// Lets somebody like a post.
  public func like(_ post: RemoteID, as person: String) throws {
    try act(.like, on: post) { $0.by = person }
  }

  /// Lets somebody pass a post on.
  public func share(_ post: RemoteID, as person: String) throws {
    try act(.share, on: post) { $0.by = person }
  }

  /// Withdraws the right that was given at sign-in: every token becomes void.
  public func revokeRights() throws {
    try changeThrowing { state in
      _ = try take(PracticeJournal.Line(at: state.world.now, .revoke, by: Place.shop), &state)
    }
  }

  private func act(
    _ act: PracticeJournal.Line.Act, on post: RemoteID,
    _ fill: (inout PracticeJournal.Line) -> Void
  ) throws {
    try changeThrowing { state in
      guard let id = RemoteIDs.post(post), let entry = state.world.entries[id] else { return }
      var line = PracticeJournal.Line(at: state.world.now, act, by: entry.author, id: id)
      line.language = entry.language
      line.warning = entry.warning
      fill(&line)
      _ = try take(line, &state)
    }
  }

  private func changeThrowing<Value: Sendable>(
    _ body: (inout State) throws -> Value
  ) throws -> Value {
    try change { state in Result { try body(&state) } }.get()
  }

  struct Strike: Codable {
    var fault: String
    var milliseconds: Int64?
    var count: Int?
    var probability: Double?
    var seed: UInt64?
    var on: PracticeFaults.Scope?
  }

  /// Faults on demand and the list of what was accepted, for a far side that is a process of its
  /// own.
  func control(_ call: PracticeCall) -> WireResponse {
    switch (call.request.method, call.path.last) {
    case (.get, "accepted"): return call.answer(accepted)
    case (.delete, "faults"):
      faults.clear()
      return call.answer([String: String]())
    case (.post, "faults"):
      if let wanted = call.body(Strike.self), wanted.fault == "lag" {
        faults.timelineLag = .milliseconds(wanted.milliseconds ?? 0)
        return call.answer([String: String]())
      }
      guard let wanted = call.body(Strike.self), let fault = wanted.known else {
        return call.failure(400, "No such fault.", false)
      }
      let scope = wanted.on ?? .writes
      if let probability = wanted.probability {
        faults.strike(fault, probability: probability, seed: wanted.seed ?? 0, on: scope)
      } else {
        faults.strike(fault, next: wanted.count ?? 1, on: scope)
      }
      return call.answer([String: String]())
    default: return call.failure(404, "There is nothing here.", false)
    }
  }
}

extension PracticeService.Strike {
  var known: PracticeFault? {
    let time = Duration.milliseconds(milliseconds ?? 1000)
    return switch fault {
    case "late": .late(time)
    case "cut-after": .cutAfterAccepting
    case "error-after": .errorAfterAccepting
    case "refused": .refused
    case "unavailable": .unavailable
    case "cut-before": .cutBefore
    case "rate-limited": .rateLimited(retryAfter: time)
    default: nil
    }
  }
}
