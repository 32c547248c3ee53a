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
    var screen = PromisesScreen(
      own: part(found.own), others: part(found.others), ended: part(found.ended))
    if list != nil { screen.list = query["list"] ?? "" }
    return .page(screen)
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
        post: row.post, to: name(of: row),
        by: members[row.promise.member].map(colleague), dueAt: row.promise.dueAt,
        isDay: row.promise.isDay, state: row.state(at: page.now), endedAt: row.ending?.beganAt,
        endingPost: row.endingPost,
        isTheirWord: row.ending?.isTheirWord ?? false)
      line.isYours = row.promise.member == member?.id
      line.zone = members[row.promise.member].map { Zone($0.timeZone) }
      line.keepers = (keepers[row.id] ?? []).map { reply in
        PromiseLine.Keeper(
          reply: reply.id, to: line.to, text: String(reply.text.prefix(120)),
          at: reply.delivery.deliveredAt ?? reply.writtenAt)
      }
      if line.isTheirWord { line.saidIn = row.ending?.post }
      line.since = thread.reversed().filter { said in
        said.post.isTheirWords && said.post.removedAt == nil && row.isMade(to: said.author)
          && said.post.publishedAt > row.promise.beganAt ?? row.promise.madeAt
      }.prefix(10).map {
        PromiseLine.SaidSince(
          post: $0.id, by: line.to,
          text: $0.post.preview(limit: 120), at: $0.post.publishedAt)
      }
      return line
    }
  }

  /// To whom it was promised: as they want to be called, as their page has it.
  private func name(of row: PromiseRow) -> String {
    if let name = row.personName, row.handle?.isErased == false { return name }
    return page.name(of: row.handle)
  }

  /// What of a form is kept as promises.
  func wishes() -> [PromiseWish] { typedOffers().filter(\.isKept).map(wish) }

  /// What was offered, as the form brings it back: with the days and hours that stand in it by now.
  private func typedOffers() -> [PromiseOffer] {
    let kept = Set(form.all(.promise))
    let fields = [FieldName.promiseDate, .promiseTime, .promiseDue].map { form.all($0) }
    return form.all(.promiseWords).enumerated().map { number, words in
      let typed = fields.map { $0.indices.contains(number) ? $0[number] : "" }
      return PromiseOffer(
        words: words, date: typed[0], time: typed[1],
        due: Int64(typed[2]).map { Instant(milliseconds: $0) }, isKept: kept.contains(words))
    }
  }

  /// A day without a time lasts until its end.
  private func wish(_ offer: PromiseOffer) -> PromiseWish {
    guard let day = SnoozeTimes.day(offer.date) else { return PromiseWish(words: offer.words) }
    let minute = Clock.minutes(offer.time)
    // An hour that the clock strikes twice is told apart by the moment alone.
    if let due = offer.due, minute != nil, !isChanged(offer) {
      return PromiseWish(words: offer.words, dueAt: due)
    }
    let due = page.zone.due(.day(day, minute: minute), from: page.now)
    return PromiseWish(words: offer.words, dueAt: due.at, isDay: due.isDay)
  }

  /// Whether somebody set another day or hour than was offered.
  private func isChanged(_ offer: PromiseOffer) -> Bool {
    guard let wall = offer.due.map({ page.zone.wall(at: $0) }) else {
      return !offer.date.isEmpty || !offer.time.isEmpty
    }
    let isSameHour = offer.time.isEmpty || Clock.minutes(offer.time) == Clock.minutes(wall.clock)
    return offer.date != wall.date || !isSameHour
  }

  func keptPromises() -> [ID<Promise>] { form.all(.keeps).compactMap { ID($0) } }

  /// What the desk sees in a draft, with what was ticked and set so far still ticked and set.
  func look(at text: String, language: String?, _ promises: [PromiseRow]) -> ComposerLook {
    let keeps = Set(keptPromises())
    return ComposerLook(
      offers: offers(in: text, language: language, after: typedOffers()),
      open: promises.filter { $0.ending == nil && $0.promise.beganAt != nil }.map {
        ComposerLook.Open(
          id: $0.id, words: $0.promise.words, to: name(of: $0),
          isKept: keeps.contains($0.id))
      })
  }

  private func offers(in text: String, language: String?, after typed: [PromiseOffer])
    -> [PromiseOffer]
  {
    let found = offers(in: text, language: language)
    let known = Dictionary(typed.map { ($0.words, $0) }) { first, _ in first }
    let there = Set(found.map(\.words))
    return found.enumerated().map { number, offer in
      if let before = known[offer.words] { return before }
      // A sentence that is being rewritten stays what it was ticked as: the old one is gone, a new one is in its place.
      guard typed.count == found.count, !there.contains(typed[number].words) else { return offer }
      let before = typed[number]
      var offer = offer
      offer.isKept = before.isKept
      if isChanged(before) { (offer.date, offer.time) = (before.date, before.time) }
      return offer
    }
  }

  private func offers(in text: String, language: String?) -> [PromiseOffer] {
    desk.offeredPromises(in: text, language: language, zone: page.zone).map { found in
      let wall = found.dueAt.map { page.zone.wall(at: $0) }
      return PromiseOffer(
        words: found.words, date: wall?.date ?? "",
        time: found.isDay ? "" : wall?.clock ?? "", due: found.dueAt)
    }
  }

  /// Sentences of one's own replies of the last minutes that read like promises and are not kept.
  func sentOffers(_ view: KeptConversation) -> [SentOffer] {
    let declined = Dictionary(
      grouping: view.events.filter { $0.kind == .promiseDeclined }, by: \.subject)
    let recent = view.replies.filter {
      $0.member == member?.id && $0.delivery.status != .takenBack
        && page.now - $0.writtenAt < .minutes(15)
    }
    return recent.flatMap { reply in
      let kept = Set(view.promises.filter { $0.promise.reply == reply.id }.map(\.promise.words))
      let none = declined[reply.id.value] ?? []
      return offers(in: view.standing(reply), language: reply.language).enumerated()
        .map { SentOffer(reply: reply.id, number: $0.offset + 1, offer: $0.element) }
        .filter { sent in
          !kept.contains(sent.offer.words)
            && !none.contains { $0.ordinal == nil || $0.ordinal == sent.number }
        }
    }
  }

  /// Sentences of a reply of one's own that is there and that are not kept as promises: whatever the desk reads in them.
  func keepable(_ post: Post, _ view: KeptConversation) -> KeepableSentences? {
    guard let reply = view.replies.first(where: { $0.delivery.post == post.id }),
      reply.member == member?.id, member?.role.maySpeak == true, post.removedAt == nil
    else { return nil }
    let kept = view.promises.filter { $0.promise.reply == reply.id }.map(\.promise.words)
    let sentences = Desk.sentences(of: view.standing(reply)).filter { sentence in
      !kept.contains { sentence.contains($0) }
    }
    return sentences.isEmpty ? nil : KeepableSentences(reply: reply.id, sentences: sentences)
  }

  /// What the desk sees in what is being typed: a part of the page for scripts, else the page with the draft kept.
  func lookThrough() async throws -> Answer {
    let id: ID<Conversation> = try id()
    let viewer = try viewer
    guard headers[.heedLook] != nil else {
      try await desk.save(draft(id), by: viewer)
      return .see(.conversation(id))
    }
    var draft = DraftInHand(form[.text], in: id)
    draft.others = [form[.warning]]
    draft.hasStoredPictures = true
    draft.visibility = Visibility(rawValue: form[.visibility])
    draft.language = form[.language].isEmpty ? nil : form[.language]
    draft.answering = form.id(.answering)
    let thoughts = try await desk.thoughts(on: draft, for: viewer)
    guard thoughts.isThere else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    let look = adding(
      thoughts, to: look(at: draft.text, language: draft.language, thoughts.promises))
    return .fragment(ComposerLookView.html(look, of: "\(id)", in: page))
  }

  func keepPromise() async throws -> Answer {
    let wish = typedOffers().first.map(wish) ?? PromiseWish(words: "")
    let id = try await desk.keepPromise(wish, from: id(), by: viewer)
    return .see(.conversation(id), .promiseMade)
  }

  func declinePromises() async throws -> Answer {
    .see(
      .conversation(
        try await desk.declinePromises(of: id(), number: form.number(.promise), by: viewer)))
  }

  /// Where the button was pressed: on a page of promises, else beside the conversation.
  private func back(from conversation: ID<Conversation>) -> Route {
    PromisePage(form[.back])?.route ?? .conversation(conversation)
  }

  func mendPromise() async throws -> Answer {
    let wish = typedOffers().first.map(wish) ?? PromiseWish(words: "")
    return .see(
      back(
        from: try await desk.mendDue(id(), to: wish.dueAt, isDay: wish.isDay, by: viewer)),
      .promiseMended)
  }

  func fulfilPromise() async throws -> Answer {
    let reply: ID<Reply>? = form.id(.reply)
    guard reply != nil || form[.reply].isEmpty else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    return .see(
      back(from: try await desk.fulfil(id(), with: reply, by: viewer)), .promiseKept)
  }

  func breakPromise() async throws -> Answer {
    let post: ID<Post>? = form.id(.post)
    let conversation =
      if let post {
        try await desk.noteBroken(id(), in: post, by: viewer)
      } else {
        try await desk.sayBroken(id(), by: viewer)
      }
    return .see(back(from: conversation), .promiseBroken)
  }

  func withdrawPromise() async throws -> Answer {
    .see(back(from: try await desk.withdraw(id(), by: viewer)), .promiseWithdrawn)
  }

  func reopenPromise() async throws -> Answer {
    let promise: ID<Promise> = try id()
    return .see(back(from: try await desk.reopen(promise, by: viewer)), .promiseReopened)
  }
}

extension KeptConversation {
  /// What a reply of ours says by now.
  fileprivate func standing(_ reply: Reply) -> String {
    let post = posts.first { $0.id == reply.delivery.post }?.post
    return post?.standing(insteadOf: reply.text) ?? reply.text
  }
}
