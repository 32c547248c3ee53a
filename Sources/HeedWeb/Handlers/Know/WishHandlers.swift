import HeedDesk
import HeedModel

extension Call {
  func wishes() async throws -> Answer {
    let filter = WishFilter(
      kind: query["kind"].flatMap { Wish.Kind(rawValue: $0) }, isOpen: query["settled"] != "1")
    return .page(try await wishesScreen(filter))
  }

  func wishesScreen(_ filter: WishFilter) async throws -> WishesScreen {
    let request = pageRequest()
    let found = try await desk.wishes(filter, request, for: viewer)
    let isFirst = request.after == nil
    var screen = WishesScreen(
      filter: filter, rows: found.rows, next: found.next,
      saidAndDone: isFirst && !filter.isOpen && filter.kind == nil
        ? try await desk.saidAndDone() : [])
    if isFirst, filter.isOpen {
      screen.suggested = try await suggestedWishes().filter {
        filter.kind == nil || $0.kind == filter.kind
      }
    }
    if isFirst, filter.isOpen, found.rows.isEmpty {
      let settled = WishFilter(kind: filter.kind, isOpen: false)
      screen.hasSettled =
        try await !desk.wishes(settled, PageRequest(limit: 1), for: viewer).rows.isEmpty
    }
    return screen
  }

  func wish() async throws -> Answer { .page(try await wishScreen(id())) }

  private func wishScreen(
    _ id: ID<Wish>, problem: Problem? = nil, typed: WishScreen.Typed? = nil
  ) async throws -> WishScreen {
    let view = try await desk.wish(id, pageRequest(), for: viewer)
    let names = Dictionary(view.members.map { ($0.id, $0.name) }) { $1 }
    func name(_ member: ID<Member>) -> String { names[member] ?? page.words.talk.somebody }
    var voices: [WishScreen.Voice] = []
    for row in view.voices.rows {
      var voice = WishScreen.Voice(
        id: row.id,
        who: row.author.map { Who($0, in: page) } ?? Who(name: page.words.talk.somebody),
        network: row.post.network, conversation: row.post.conversation, post: row.post.id,
        said: row.post.removedAt == nil ? row.post.preview(limit: 240) : nil,
        isPrivate: row.post.visibility.isPrivate, at: row.post.publishedAt,
        toldBy: row.toldBy.map { name($0) }, toldAt: row.toldAt)
      voice.isLeftAlone = row.author?.person.map { view.leftAlone.contains($0) } ?? false
      if voice.said == nil { voice.answerable = try await desk.answerable(for: row, by: viewer) }
      voices.append(voice)
    }
    var screen = WishScreen(
      row: view.row, gatheredBy: name(view.row.wish.gatheredBy),
      into: view.into.map { WishScreen.Counted(wish: $0.wish, join: $0.join.id) },
      joined: view.joined.map { WishScreen.Counted(wish: $0.wish, join: $0.join.id) },
      changes: view.changes.map {
        WishScreen.Change(status: $0.status, reason: $0.reason, by: name($0.member), at: $0.at)
      },
      voices: voices, next: view.voices.next, others: view.others, deeds: view.deeds,
      problem: problem,
      typed: typed)
    screen.denials = view.denials.reversed().map { word, handle in
      WishScreen.Denial(
        who: page.name(of: handle),
        conversation: word.conversation, at: word.saidAt)
    }
    return screen
  }

  func wishForm() async throws -> Answer { .page(try await wishFormScreen(nil)) }

  private func wishFormScreen(_ problem: Problem?) async throws -> WishFormScreen {
    let id: ID<Conversation> = try id()
    let asked: ID<Post>? = form.id(.post) ?? query["at"].flatMap { ID($0) }
    let offer = try await desk.wishOffer(in: id, from: asked, for: viewer)
    return WishFormScreen(
      conversation: id, who: offer.post.author?.name ?? page.words.talk.somebody,
      words: offer.posts.map { row in
        WishFormScreen.Said(
          post: row.id, who: page.name(of: row.author),
          text: row.post.preview(limit: 200), at: row.post.publishedAt,
          kinds: row.post.reading.kinds)
      }, chosen: offer.post.id, kind: Wish.Kind(rawValue: form[.kind]), alike: offer.alike,
      rest: offer.rest,
      gathered: offer.gathered.map(\.title), title: form[.name], wish: form.id(.wish),
      problem: problem)
  }

  func gatherWish() async throws -> Answer {
    let id: ID<Conversation> = try id()
    let viewer = try viewer
    do {
      // What stands in another conversation is gathered there.
      guard let post = form.id(.post, of: Post.self),
        let row = try await desk.record.read({ try $0.post(post, for: viewer) }),
        let here = try await desk.record.read({ try $0.conversation(id, for: viewer) }),
        row.post.conversation == here.id
      else { throw Problem(.notFound, said: page.words.errors.notFoundText) }
      try await desk.gather(
        post, to: form.id(.wish), title: form[.name],
        kind: Wish.Kind(rawValue: form[.kind]) ?? row.post.wishKind, by: viewer)
    } catch let problem as Problem where problem.code == .invalid || problem.code == .conflict {
      return .page(
        try await wishFormScreen(problem), status: problem.code == .conflict ? 409 : 422)
    }
    return .see(.conversation(id), .wishGathered)
  }

  func renameWish() async throws -> Answer {
    let id: ID<Wish> = try id()
    do {
      try await desk.rename(
        id, title: form[.name], kind: Wish.Kind(rawValue: form[.kind]) ?? .wish, by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      return .page(try await wishScreen(id, problem: problem), status: 422)
    }
    return .see(.wish(id), .saved)
  }

  func changeWish() async throws -> Answer {
    let id: ID<Wish> = try id()
    let status = Wish.Status(rawValue: form[.status]) ?? .heard
    do {
      try await desk.change(id, to: status, reason: form[.text], by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      var screen = try await wishScreen(id, problem: problem)
      screen.typed.status = status
      screen.typed.reason = form[.text]
      return .page(screen, status: 422)
    }
    return .see(.wish(id), .wishChanged)
  }

  func publishDeed() async throws -> Answer {
    let id: ID<Wish> = try id()
    do {
      try await desk.publishDeed(id, wished: form[.said], done: form[.word], by: viewer)
    } catch let problem as Problem where problem.code == .invalid {
      var screen = try await wishScreen(id, problem: problem)
      screen.typed.wished = form[.said]
      screen.typed.done = form[.word]
      return .page(screen, status: 422)
    }
    return .see(.wish(id), .deedPublished)
  }

  func saidAndDone() async throws -> Answer {
    do {
      let found = try await desk.publishedDeeds(pageRequest())
      return .page(SaidAndDoneScreen(rows: found.rows, next: found.next))
    } catch let problem as Problem where problem.code == .notFound && page.mayLead {
      return notPublic(problem, .publishesDeeds)
    }
  }

  func joinWish() async throws -> Answer {
    let id: ID<Wish> = try id()
    guard let other = form.id(.wish, of: Wish.self) else {
      throw Problem(.invalid, said: page.words.errors.invalidText, field: "wish")
    }
    do {
      try await desk.joinWish(id, into: other, by: viewer)
    } catch let problem as Problem where problem.code == .conflict {
      return .page(try await wishScreen(id, problem: problem), status: 409)
    }
    return .see(.wish(other), .wishesJoined)
  }

  func partWish() async throws -> Answer {
    .see(.wish(try await desk.partWish(id(), by: viewer)), .wishesParted)
  }

  func removeVoice() async throws -> Answer {
    .see(.wish(try await desk.removeVoice(id(), by: viewer)), .voiceRemoved)
  }
}
