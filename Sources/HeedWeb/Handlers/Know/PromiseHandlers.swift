import HTTPTypes
import HeedDesk
import HeedModel

extension Call {
  func promises() async throws -> Answer {
    let list: PromiseList? =
      switch query["list"] {
      case "own": .own
      case "others": .others
      case "ended": .ended
      default: nil
      }
    let found = try await desk.promises(list, pageRequest(), for: viewer)
    let members = Dictionary(found.members.map { ($0.id, $0) }) { $1 }
    let keepers = try await desk.keepers(of: found.own.rows + found.others.rows, for: viewer)
    func part(_ rows: HeedModel.Page<PromiseRow>) -> PromisesScreen.Part {
      PromisesScreen.Part(lines(of: rows.rows, members, kept: keepers), next: rows.next)
    }
    return .page(
      PromisesScreen(
        own: part(found.own), others: part(found.others), ended: part(found.ended)))
  }

  /// - Parameters:
  ///   - thread: of their conversation, where it is shown beside them.
  ///   - keepers: replies that may have kept each.
  func lines(
    of rows: [PromiseRow], _ members: [ID<Member>: Member], _ thread: [PostRow] = [],
    kept keepers: [ID<Promise>: [Reply]] = [:]
  ) -> [PromiseLine] {
    rows.map { row in
      var line = PromiseLine(
        id: row.id, words: row.promise.words, conversation: row.promise.conversation,
        post: row.post, to: row.handle.map { Who($0).name } ?? page.words.talk.somebody,
        by: members[row.promise.member].map(colleague), dueAt: row.promise.dueAt,
        isDay: row.promise.isDay, state: row.state(at: page.now), endedAt: row.ending?.beganAt,
        endingPost: row.endingPost,
        isTheirWord: row.ending?.isTheirWord ?? false)
      line.keepers = (keepers[row.id] ?? []).map { reply in
        PromiseLine.Keeper(
          reply: reply.id, text: String(reply.text.prefix(120)),
          at: reply.delivery.deliveredAt ?? reply.writtenAt)
      }
      if line.isTheirWord { line.saidIn = row.ending?.post }
      line.since = thread.reversed().filter { said in
        said.post.isTheirWords && said.post.removedAt == nil
          && said.post.publishedAt > row.promise.beganAt ?? row.promise.madeAt
      }.prefix(10).map {
        PromiseLine.SaidSince(
          post: $0.id, text: $0.post.preview(limit: 120), at: $0.post.publishedAt)
      }
      return line
    }
  }

  /// What of a form is kept as promises.
  func wishes() -> [PromiseWish] {
    let kept = Set(form.all(.promise))
    let (dates, times) = (form.all(.promiseDate), form.all(.promiseTime))
    return form.all(.promiseWords).enumerated().compactMap { number, words in
      guard kept.contains(words) else { return nil }
      return wish(
        words, date: dates.indices.contains(number) ? dates[number] : "",
        time: times.indices.contains(number) ? times[number] : "")
    }
  }

  /// A day without a time lasts until its end.
  private func wish(_ words: String, date: String, time: String) -> PromiseWish {
    guard let day = SnoozeTimes.day(date) else { return PromiseWish(words: words) }
    let due = page.zone.due(.day(day, minute: Clock.minutes(time)), from: page.now)
    return PromiseWish(words: words, dueAt: due.at, isDay: due.isDay)
  }

  func keptPromises() -> [ID<Promise>] { form.all(.keeps).compactMap { ID($0) } }

  /// What the desk sees in a draft, with what was ticked so far still ticked.
  func look(at text: String, language: String?, _ promises: [PromiseRow]) -> ComposerLook {
    let words = form.all(.promiseWords)
    let ticked = Set(form.all(.promise))
    let offered = offers(in: text, language: language)
    let offers = offered.enumerated().map { number, offer in
      var offer = offer
      // A sentence that is being rewritten stays what it was ticked as.
      let isSame = words.count == offered.count && ticked.contains(words[number])
      offer.isKept = ticked.contains(offer.words) || isSame
      return offer
    }
    let keeps = Set(keptPromises())
    return ComposerLook(
      offers: offers,
      open: promises.filter { $0.ending == nil && $0.promise.beganAt != nil }.map {
        (id: $0.id, words: $0.promise.words, isKept: keeps.contains($0.id))
      })
  }

  private func offers(in text: String, language: String?) -> [PromiseOffer] {
    desk.offeredPromises(in: text, language: language, zone: page.zone).map { found in
      let wall = found.dueAt.map { page.zone.wall(at: $0) }
      return PromiseOffer(
        words: found.words, date: wall?.date ?? "",
        time: found.isDay ? "" : wall?.clock ?? "")
    }
  }

  /// Sentences of one's own replies of the last minutes that read like promises and are not kept.
  func sentOffers(_ view: KeptConversation) -> [SentOffer] {
    let declined = Set(
      view.events.filter { $0.kind == .promiseDeclined }.compactMap(\.subject))
    let recent = view.replies.filter {
      $0.member == member?.id && $0.delivery.status != .takenBack
        && !declined.contains($0.id.value)
        && page.now - $0.writtenAt < .minutes(15)
    }
    return recent.flatMap { reply in
      let kept = Set(view.promises.filter { $0.promise.reply == reply.id }.map(\.promise.words))
      let post = view.posts.first { $0.id == reply.delivery.post }?.post
      let said = post?.standing(insteadOf: reply.text) ?? reply.text
      return offers(in: said, language: reply.language)
        .filter { !kept.contains($0.words) }.map { SentOffer(reply: reply.id, offer: $0) }
    }
  }

  /// What the desk sees in what is being typed: a part of the page for scripts, else the page with the draft kept.
  func lookThrough() async throws -> Answer {
    let id: ID<Conversation> = try id()
    let viewer = try viewer
    guard headers[.heedLook] != nil else {
      try await desk.save(draft(id), by: viewer)
      return .see(.conversation(id))
    }
    guard let (promises, partner) = try await promised(in: id) else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    let described =
      try await desk.record.read { tx in
        try tx.draft(of: id, by: viewer.member).map {
          try tx.uploads($0.uploads).map(\.alternative)
        }
      } ?? []
    let language = form[.language].isEmpty ? nil : form[.language]
    let look = try await thoughts(
      look(at: form[.text], language: language, promises), text: form[.text],
      besides: [form[.warning]] + described,
      visibility: Visibility(rawValue: form[.visibility]), language: language,
      answering: form.id(.answering), in: id, partner: partner)
    return .fragment(ComposerLookView.html(look, of: "\(id)", in: page))
  }

  /// What was promised in a conversation, and the name of whom we talk with there; `nil` where it is not theirs to see.
  func promised(in id: ID<Conversation>) async throws -> (promises: [PromiseRow], partner: String)?
  {
    let viewer = try viewer
    return try await desk.record.read { tx in
      try tx.conversation(id, for: viewer).map { conversation in
        (
          try tx.promises(in: conversation.id, for: viewer),
          try tx.speaker(of: conversation).flatMap { try tx.handles([$0]).first?.name } ?? ""
        )
      }
    }
  }

  func keepPromise() async throws -> Answer {
    let words = form[.promiseWords]
    let wish = wish(words, date: form[.promiseDate], time: form[.promiseTime])
    let id = try await desk.keepPromise(wish, from: id(), by: viewer)
    return .see(.conversation(id), .promiseMade)
  }

  func declinePromises() async throws -> Answer {
    .see(.conversation(try await desk.declinePromises(of: id(), by: viewer)))
  }

  func fulfilPromise() async throws -> Answer {
    let reply: ID<Reply>? = form.id(.reply)
    guard reply != nil || form[.reply].isEmpty else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    return .see(
      .conversation(try await desk.fulfil(id(), with: reply, by: viewer)), .promiseKept)
  }

  func breakPromise() async throws -> Answer {
    let post: ID<Post>? = form.id(.post)
    let conversation =
      if let post {
        try await desk.noteBroken(id(), in: post, by: viewer)
      } else {
        try await desk.sayBroken(id(), by: viewer)
      }
    return .see(.conversation(conversation), .promiseBroken)
  }

  func withdrawPromise() async throws -> Answer {
    .see(.conversation(try await desk.withdraw(id(), by: viewer)), .promiseWithdrawn)
  }

  func reopenPromise() async throws -> Answer {
    let promise: ID<Promise> = try id()
    return .see(.conversation(try await desk.reopen(promise, by: viewer)), .promiseReopened)
  }
}
