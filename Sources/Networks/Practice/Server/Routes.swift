import Foundation
import HeedModel
import HeedNetwork

/// The requests that the far side understands.
extension PracticeService {
  static let mediaTypes = ["image/jpeg", "image/png", "image/webp", "image/gif"]
  static let mediaBytes = 4 << 20
  static let rules =
    """
    Everybody here is invented. Say what you would say to a person, one at a time. People know the shop: closed on \
    Sundays, 10 years of guarantee on frames, 30 days to bring something back, no charger in the box of a lamp. Who \
    says otherwise is told so.
    """

  func route(_ call: PracticeCall, _ state: inout State) -> WireResponse {
    if call.request.method == .get, call.path.count == 2, let folder = call.path.first,
      let picture = picture(folder, call.path[1], state)
    {
      return WireResponse(
        status: 200, headers: [(name: "content-type", value: "image/png")], body: picture,
        address: call.request.address)
    }
    guard call.path.first == "v1", call.path.count >= 2 else { return unknown(call) }
    if let token = call.token, token != state.token {
      return call.failure(401, "The right to speak here was withdrawn.", false)
    }
    switch (call.request.method, call.path[1], call.path.count) {
    case (.get, "about", 2): return about(call)
    case (.post, "sign-in", 2): return signIn(call, state)
    case (.get, "heard", 2): return heard(call, state)
    case (.get, "own", 2): return signed(call, state) ?? own(call, state)
    case (.post, "recheck", 2): return recheck(call, state)
    case (.post, "counts", 2): return signed(call, state) ?? counts(call, state)
    case (.post, "media", 2): return signed(call, state) ?? upload(call, &state)
    case (.post, "posts", 2): return signed(call, state) ?? post(call, &state)
    case (.put, "posts", 3): return signed(call, state) ?? edit(call, &state)
    case (.delete, "posts", 3): return signed(call, state) ?? remove(call, &state)
    case (.get, "posts", 4) where call.path[3] == "thread": return thread(call, state)
    default: return unknown(call)
    }
  }

  /// A face, or what hangs on a post: as it was uploaded, else drawn.
  private func picture(_ folder: String, _ name: String, _ state: State) -> [UInt8]? {
    switch folder {
    case "pictures": Drawing.face(name)
    case "media": state.uploads[name]?.bytes.map { Array($0) } ?? Drawing.picture(name)
    default: nil
    }
  }

  private func unknown(_ call: PracticeCall) -> WireResponse {
    call.failure(404, "There is nothing here.", false)
  }

  /// What is wrong with the caller's right; `nil` when all is well.
  private func signed(_ call: PracticeCall, _ state: State) -> WireResponse? {
    call.token == state.token ? nil : call.failure(401, "Sign in first.", false)
  }

  private func about(_ call: PracticeCall) -> WireResponse {
    call.answer(
      Told.About(
        name: "Practice", limit: settings.limit,
        keyLife: settings.keyLife.map { $0.components.seconds },
        mediaTypes: Self.mediaTypes, mediaLimit: 4, mediaBytes: Self.mediaBytes,
        rules: Self.rules))
  }

  private func signIn(_ call: PracticeCall, _ state: State) -> WireResponse {
    guard let wanted = call.body(Told.SignIn.self), wanted.account == Place.shop else {
      return call.failure(422, "Only the shop's account can be signed in.", false)
    }
    return call.answer(
      Told.SignedIn(
        token: state.token, account: State.told(People.shop), rules: Self.rules))
  }

  private func heard(_ call: PracticeCall, _ state: State) -> WireResponse {
    guard let ear = ear(call, state) else {
      return call.failure(401, "What is said to an account is told to that account.", false)
    }
    let limit = call["limit"].flatMap(Int.init) ?? 100
    return call.answer(
      state.page(ear, after: call["after"], limit: min(max(limit, 1), 200), settings))
  }

  /// What the caller listens to; `nil` when they may not.
  func ear(_ call: PracticeCall, _ state: State) -> Ear? {
    switch call["kind"] {
    case "mentions": call.token == state.token ? .mentions(Place.shop) : nil
    case "tag": .tag((call["target"] ?? "").lowercased())
    default: .everything
    }
  }

  private func own(_ call: PracticeCall, _ state: State) -> WireResponse {
    let since = call["since"].flatMap(Int64.init).map(Instant.init(milliseconds:))
    let upTo = state.world.now - faults.timelineLag
    var posts: [Told.Post] = []
    for id in state.world.ours.reversed() {
      guard let entry = state.world.entries[id] else { continue }
      if let since, entry.at < since { break }
      if entry.at <= upTo, entry.removedAt == nil {
        posts.append(state.told(entry, to: Place.shop))
      }
    }
    return call.answer(
      Told.Own(
        posts: posts, upTo: upTo.milliseconds, now: state.world.now.milliseconds))
  }

  private func thread(_ call: PracticeCall, _ state: State) -> WireResponse {
    let viewer = call.token == nil ? nil : Place.shop
    let id = call.path[2]
    guard let entry = state.world.entries[id] else { return unknown(call) }
    guard entry.removedAt == nil else { return call.failure(410, "It was taken away.", false) }
    let posts = state.world.thread(around: id, seenBy: viewer).filter { $0.removedAt == nil }
    return call.answer(Told.Thread(posts: posts.map { state.told($0, to: viewer) }))
  }

  private func recheck(_ call: PracticeCall, _ state: State) -> WireResponse {
    guard let asked = call.body(Told.Ids.self) else {
      return call.failure(400, "That is not understood.", false)
    }
    let viewer = call.token == nil ? nil : Place.shop
    let changes = asked.ids.compactMap { id -> Told.Change? in
      guard let entry = state.world.entries[id] else { return Told.Change(kind: .gone, id: id) }
      guard state.world.maySee(entry, viewer) else { return nil }
      if entry.removedAt != nil { return Told.Change(kind: .gone, id: id) }
      guard entry.editedAt != nil else { return nil }
      return Told.Change(kind: .post, id: id, post: state.told(entry, to: viewer))
    }
    return call.answer(Told.Changes(changes: changes))
  }

  private func upload(_ call: PracticeCall, _ state: inout State) -> WireResponse {
    guard let media = call.body(Told.Upload.self), let bytes = Data(base64Encoded: media.bytes),
      Self.mediaTypes.contains(media.type), bytes.count <= Self.mediaBytes
    else { return call.failure(422, "Pictures up to four megabytes are taken here.", false) }
    let key = call.header("idempotency-key")
    if let key, let there = known(key, state) { return call.answer(Told.Uploaded(id: there)) }
    var line = PracticeJournal.Line(at: state.world.now, .media, by: Place.shop)
    line.key = key
    line.type = media.type
    line.alternative = media.alternative
    line.bytes = bytes
    return accept(call, line, &state) { id, _ in call.answer(Told.Uploaded(id: id)) }
  }

  private func post(_ call: PracticeCall, _ state: inout State) -> WireResponse {
    guard let writing = call.body(Told.Writing.self) else {
      return call.failure(400, "That is not understood.", false)
    }
    let key = call.header("idempotency-key")
    if let key, let there = known(key, state), let entry = state.world.entries[there] {
      return call.answer(state.told(entry, to: Place.shop))
    }
    if let failure = refusal(call, writing) { return failure }
    if let parent = writing.parent,
      state.world.entries[parent]?.removedAt != nil
        || state.world.entries[parent] == nil
    {
      return call.failure(410, "What this answers was taken away.", false)
    }
    guard (writing.media ?? []).allSatisfy({ state.uploads[$0] != nil }) else {
      return call.failure(422, "A picture of this post is not here.", false)
    }
    var line = PracticeJournal.Line(at: state.world.now, .post, by: Place.shop)
    line.key = key
    line.text = writing.text
    line.warning = writing.warning
    line.language = writing.language
    line.visibility = writing.visibility
    line.parent = writing.parent
    line.media = writing.media
    return accept(call, line, &state) { id, state in
      guard let entry = state.world.entries[id] else { return unknown(call) }
      return call.answer(state.told(entry, to: Place.shop))
    }
  }

  private func edit(_ call: PracticeCall, _ state: inout State) -> WireResponse {
    guard let writing = call.body(Told.Writing.self) else {
      return call.failure(400, "That is not understood.", false)
    }
    guard let entry = state.world.entries[call.path[2]], entry.removedAt == nil else {
      return call.failure(410, "It was taken away.", false)
    }
    guard entry.author == Place.shop else {
      return call.failure(403, "Only its author can change a post.", false)
    }
    if let failure = refusal(call, writing) { return failure }
    if entry.text == writing.text, entry.warning == writing.warning {
      return call.answer(state.told(entry, to: Place.shop))
    }
    var line = PracticeJournal.Line(at: state.world.now, .edit, by: Place.shop, id: entry.id)
    line.key = call.header("idempotency-key")
    line.text = writing.text
    line.warning = writing.warning
    line.language = writing.language
    return accept(call, line, &state) { id, state in
      guard let entry = state.world.entries[id] else { return unknown(call) }
      return call.answer(state.told(entry, to: Place.shop))
    }
  }

  private func remove(_ call: PracticeCall, _ state: inout State) -> WireResponse {
    guard let entry = state.world.entries[call.path[2]], entry.removedAt == nil else {
      return call.failure(410, "It was taken away before.", false)
    }
    guard entry.author == Place.shop else {
      return call.failure(403, "Only its author can take a post away.", false)
    }
    let line = PracticeJournal.Line(at: state.world.now, .delete, by: Place.shop, id: entry.id)
    return accept(call, line, &state) { id, _ in call.answer(Told.Uploaded(id: id)) }
  }

  private func refusal(_ call: PracticeCall, _ writing: Told.Writing) -> WireResponse? {
    guard !writing.text.isEmpty || !(writing.media ?? []).isEmpty else {
      return call.failure(422, "There are no words in it.", false)
    }
    let length = writing.text.count + (writing.warning?.count ?? 0)
    guard length <= settings.limit else {
      return call.failure(
        422, "It is too long: \(length) of \(settings.limit) characters.", false)
    }
    return nil
  }

  /// What a key made before, if keys are honoured and this one is not past its life.
  private func known(_ key: String, _ state: State) -> String? {
    guard let life = settings.keyLife, let there = state.keys["\(Place.shop) \(key)"],
      state.world.now - there.at <= life
    else { return nil }
    return there.post
  }

  private func accept(
    _ call: PracticeCall, _ line: PracticeJournal.Line, _ state: inout State,
    _ answer: (String, State) -> WireResponse
  ) -> WireResponse {
    do {
      guard let id = try take(line, &state) else { return unknown(call) }
      return answer(id, state)
    } catch {
      return call.failure(503, "The journal cannot be written.", false)
    }
  }
}
