import Foundation
public import HeedModel
public import HeedNetwork
import Synchronization

/// The far side of the practice network: one invented place, what it accepted, and what goes wrong
/// there.
///
/// Speaks the protocol of `Docs/networks/practice.md` in values; whoever binds it to a server or
/// calls it within the process only carries them. Everything is decided by the settings, the clock
/// and the journal: opened again on the same journal, it is the same place, with the same posts,
/// ids and moods.
public final class PracticeService: Sendable {
  struct State {
    var world: World
    var keys: [String: (post: String, at: Instant)] = [:]
    var uploads: [String: Upload] = [:]
    /// Grows with each withdrawal; tokens of earlier generations are void.
    var generation = 0
    /// Grows with each cut of the streams.
    var epoch = 0
    /// When the last line was written: what was told since would not be known after a restart.
    var writtenAt: Instant
  }

  struct Upload {
    var picture: Entry.Picture
    var bytes: Data?
  }

  public let settings: PracticeSettings
  public let faults = PracticeFaults()
  public let journal: PracticeJournal
  let clock: any DeskClock
  let state: Mutex<State>
  let bell = Bell()

  /// Opens the place that the journal tells of, or makes a new one whose past ends now.
  ///
  /// What a journal's first line says about seed, start, history and pace outweighs `settings`.
  /// - Throws: when the journal cannot be written.
  public init(
    settings: PracticeSettings = PracticeSettings(), clock: any DeskClock,
    journal: PracticeJournal = PracticeJournal()
  ) throws {
    let header = try journal.open(
      PracticeJournal.Header(
        seed: settings.seed, start: (clock.now() - settings.history).milliseconds,
        history: settings.history.milliseconds, pace: settings.pace, isQuiet: settings.isQuiet))
    var settings = settings
    settings.seed = header.seed
    settings.history = .milliseconds(header.history)
    settings.pace = header.pace
    settings.isQuiet = header.isQuiet
    var state = State(
      world: World(settings: settings, start: Instant(milliseconds: header.start)),
      writtenAt: Instant(milliseconds: header.start))
    state.world.move(to: state.world.liveFrom)
    state.writtenAt = state.world.liveFrom
    for line in journal.lines { state.apply(line) }
    self.settings = settings
    self.clock = clock
    self.journal = journal
    self.state = Mutex(state)
  }

  /// Everything that was accepted, oldest first, with the keys that came along.
  public var accepted: [PracticeJournal.Line] {
    journal.lines.filter { $0.act != .seen && $0.act != .rest }
  }

  /// Does what a request asks for, and lets what is planned go wrong.
  public func handle(_ request: WireRequest) async -> PracticeAnswer {
    let call = PracticeCall(request)
    if call.path == ["v1", "faults"] || call.path == ["v1", "accepted"] {
      return PracticeAnswer(.answer(control(call)))
    }
    let fault = faults.take(isWrite: call.isWrite)
    switch fault {
    case .cutBefore: return PracticeAnswer(.cut)
    case .refused:
      return PracticeAnswer(
        .answer(call.failure(503, "The practice network is closed for a moment.", false)))
    case .unavailable: return PracticeAnswer(.answer(call.failure(503, "Unavailable.", nil)))
    case .rateLimited(let wait):
      var answer = call.failure(429, "Too many requests.", false)
      let seconds = (wait.milliseconds + 999) / 1000
      answer.headers.append((name: "retry-after", value: String(seconds)))
      return PracticeAnswer(.answer(answer))
    case .late, .cutAfterAccepting, .errorAfterAccepting, nil: break
    }
    if call.path == ["v1", "stream"] { return stream(call) }
    let answer = change { state in route(call, &state) }
    switch fault {
    case .late(let wait): return PracticeAnswer(.answer(answer), after: wait)
    case .cutAfterAccepting: return PracticeAnswer(.cut)
    case .errorAfterAccepting where answer.status < 400:
      return PracticeAnswer(.answer(call.failure(500, "Something went wrong.", nil)))
    default: return PracticeAnswer(.answer(answer))
    }
  }

  /// Moves the world to now, does something in it, and wakes who listens.
  func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
    let now = clock.now()
    let (result, isNew) = state.withLock { state in
      let before = (state.world.changes.count, state.epoch)
      keepUp(to: now, &state)
      let result = body(&state)
      return (result, before != (state.world.changes.count, state.epoch))
    }
    if isNew { bell.ring() }
    return result
  }

  /// Moves the world to now. A place that nobody looked at for two hours slept meanwhile, or one
  /// that is opened after a month would have a month to tell.
  ///
  /// The journal knows to the hour how far the world was told, so that a restart forgets nothing
  /// of it. Where it cannot be written, the world goes on all the same.
  private func keepUp(to now: Instant, _ state: inout State) {
    guard !settings.isQuiet else { return state.world.move(to: now) }
    let told = state.writtenAt + .hours(1)
    if now - state.world.now > .hours(2) {
      var line = PracticeJournal.Line(at: now, .rest, by: Place.shop)
      line.from = max(state.world.now, told).milliseconds
      _ = try? take(line, &state)
    } else if now >= told {
      _ = try? take(PracticeJournal.Line(at: now, .seen, by: Place.shop), &state)
    }
    state.world.move(to: now)
  }

  /// Writes an input down and lets it happen; the order of the two is what makes the journal the
  /// truth.
  @discardableResult
  func take(_ line: PracticeJournal.Line, _ state: inout State) throws -> String? {
    var line = line
    if line.id == nil { line.id = state.nextID(for: line) }
    try journal.append(line)
    return state.apply(line)
  }
}

extension PracticeService.State {
  /// The id that the next post or medium will have.
  func nextID(for line: PracticeJournal.Line) -> String? {
    switch line.act {
    case .post: world.nextID
    case .media: "medium\(uploads.count + 1)"
    case .edit, .delete, .like, .share, .revoke, .seen, .rest: nil
    }
  }

  /// Makes an accepted input happen at its time.
  /// - Returns: the post that it made or concerns.
  @discardableResult
  mutating func apply(_ line: PracticeJournal.Line) -> String? {
    let at = Instant(milliseconds: line.at)
    world.move(to: line.from.map(Instant.init(milliseconds:)) ?? at)
    writtenAt = at
    switch line.act {
    case .post:
      let entry = world.say(
        Saying(
          author: line.by, text: line.text ?? "", parent: line.parent,
          visibility: line.visibility.flatMap(Visibility.init) ?? .public,
          warning: line.warning, language: line.language,
          media: (line.media ?? []).compactMap { uploads[$0]?.picture }))
      if let key = line.key { keys["\(line.by) \(key)"] = (entry.id, at) }
      if line.by == Place.shop { world.takeNotice(of: entry) }
      return entry.id
    case .edit:
      guard let id = line.id else { return nil }
      world.rewrite(id, text: line.text ?? "", warning: line.warning, language: line.language)
      if line.by == Place.shop, let entry = world.entries[id] {
        world.takeNotice(ofEditOf: entry)
      }
    case .delete:
      if let id = line.id { world.remove(id) }
    case .like:
      if let id = line.id { world.react(.liked, to: id, by: line.by) }
    case .share:
      if let id = line.id { world.react(.shared, to: id, by: line.by) }
    case .media:
      guard let id = line.id else { return nil }
      uploads[id] = PracticeService.Upload(
        picture: Entry.Picture(
          address: "https://\(Place.host)/media/\(id)", alternative: line.alternative,
          type: line.type ?? ""), bytes: line.bytes)
    case .revoke: generation += 1
    case .rest: world.rest(until: at)
    case .seen: break
    }
    return line.id
  }

  var token: String {
    var chance = world.chance("token \(generation)")
    return "practice-\(generation)-\(chance.letters(24))"
  }
}
