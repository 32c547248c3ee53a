import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork

extension Call {
  func conversation() async throws -> Answer {
    try await conversation(id(), problem: nil)
  }

  /// A conversation with the line beside it; `problem` stands at the composer, with what was typed still in it.
  func conversation(_ id: ID<Conversation>, problem: Problem?) async throws -> Answer {
    let asked = query["at"].flatMap { ID<Post>($0) } ?? form.id(.answering)
    let view = try await desk.conversation(id, at: asked, for: viewer)
    if problem == nil { try await desk.noteSeen(view.conversation.id, by: viewer) }
    let settings = try await desk.settings()
    var open = try await withPurpose(
      withHelpers(
        withSuggested(
          withOthers(OpenConversation(view, call: self, settings: settings, problem: problem))),
        view),
      view)
    open.handedOn = try await handedOn(view)
    let status = problem.map { $0.code == .conflict ? 409 : 422 } ?? 200
    return .page(
      ConversationScreen(conversation: open, line: try await line(open: view.conversation.id)),
      status: status)
  }
}

extension Call {
  /// With whom it lies, where somebody handed it on and nobody took it yet.
  func handedOn(_ view: KeptConversation) async throws -> OpenConversation.HandedOn? {
    guard view.claim == nil, let last = view.handOvers.last,
      try await desk.stands(last),
      let from = view.members.first(where: { $0.id == last.from }),
      let to = view.members.first(where: { $0.id == last.to })
    else { return nil }
    return OpenConversation.HandedOn(from: colleague(from), to: colleague(to), at: last.at)
  }

  /// Who can help stands beside what still waits.
  func withHelpers(_ open: OpenConversation, _ view: KeptConversation) async throws
    -> OpenConversation
  {
    var open = open
    // The composer is no part of what a look from an open page swaps in.
    let isWhole = headers[.heedLook] == nil
    if isWhole, case .composer(var composer) = open.answer {
      var draft = DraftInHand(composer.text, in: open.id)
      draft.others = [composer.warning] + composer.uploads.map(\.alternative)
      draft.visibility = composer.visibility
      draft.language = composer.language
      draft.answering = composer.answering
      if !draft.isBlank {
        let thoughts = try await desk.thoughts(on: draft, for: viewer)
        composer.look = adding(thoughts, to: composer.look)
        open.answer = .composer(composer)
      }
    }
    guard open.state == .waiting || open.state == .aboutUs else { return open }
    open.helpers = try await helpers(
      in: open.id, person: open.who?.name ?? page.words.talk.somebody,
      language: open.languages.first,
      members: Dictionary(view.members.map { ($0.id, $0) }) { $1 })
    if isWhole, case .composer(var composer) = open.answer {
      composer.earlier = try await earlierAnswers(to: open.id, view)
      open.answer = .composer(composer)
    }
    return open
  }

  private func earlierAnswers(to id: ID<Conversation>, _ view: KeptConversation) async throws
    -> [EarlierAnswerRow]
  {
    let members = Dictionary(view.members.map { ($0.id, $0) }) { $1 }
    return try await desk.earlierAnswers(to: id, for: viewer).map { found in
      EarlierAnswerRow(
        conversation: found.reply.conversation, post: found.reply.delivery.post,
        who: found.asker?.name ?? page.words.talk.somebody, asked: found.asked.preview(limit: 160),
        said: found.reply.text,
        by: members[found.reply.member]?.name ?? page.words.talk.somebody,
        at: found.reply.writtenAt, came: found.came)
    }
  }
}

extension KeptConversation {
  func partner(_ call: Call) -> Who {
    let handle = handles.first { $0.id == speaker } ?? handles.first
    if let handle { return Who(handle, in: call.page) }
    return posts.first { $0.post.direction != .ours && $0.author != nil }.map {
      Who($0, in: call.page)
    }
      ?? Who(name: call.page.words.talk.somebody)
  }
}

extension OpenConversation {
  init(_ view: KeptConversation, call: Call, settings: Settings, problem: Problem?) {
    let conversation = view.conversation
    let members = Dictionary(view.members.map { ($0.id, $0) }) { $1 }
    let entries = ThreadEntries(view, call: call, members: members).entries
    let asked = call.query["at"].flatMap { ID<Post>($0) }
    let first = view.posts.first { !$0.post.isPlaceholder }
    self.init(
      id: conversation.id, who: view.partner(call), network: conversation.network,
      visibility: conversation.isPrivate ? .private : first?.post.visibility ?? .public,
      languages: Self.languages(view), state: conversation.state,
      waitingSince: conversation.waitingSince, snoozedUntil: conversation.snoozedUntil,
      claim: view.claim.flatMap { claim in
        members[claim.member].map { Claimed(by: call.colleague($0), at: claim.claimedAt) }
      },
      writing: view.others.filter { $0.activity == .writing }.compactMap {
        members[$0.member]?.name
      },
      entries: entries, at: asked ?? conversation.waitingPost,
      answer: .nothing, person: nil)
    isClosed = view.closures.contains { $0.reopenedAt == nil }
    isWordless = view.answered == nil
    heardAt = view.heardAt
    sentOffers = call.sentOffers(view)
    answer = Self.answer(view, call: call, settings: settings, problem: problem)
    offerAnswers(view)
    if let person = view.person, let facts = view.facts {
      var aside = PersonAside(
        person: person, handles: view.handles, facts: facts, colleagues: members, call: call)
      aside.touching = view.touching
      aside.wroteAgain = view.wroteAgain
      aside.theirWords = view.theirWords
      aside.wishes = view.wishes
      self.person = aside
    } else if let who {
      self.person = PersonAside(person: nil, who: who, languages: languages)
    }
    person?.promises = call.lines(
      of: view.promises.filter { $0.promise.beganAt != nil }, members, view.posts,
      kept: view.keepers)
  }

  private static func languages(_ view: KeptConversation) -> [String] {
    var seen: [String] = []
    for row in view.posts where row.post.direction != .ours {
      if let language = row.post.reading.language ?? row.post.language, !seen.contains(language) {
        seen.append(language)
      }
    }
    return Array(seen.prefix(3))
  }

  /// In the open every post of others can be chosen; a talk in private is answered where it stands.
  private mutating func offerAnswers(_ view: KeptConversation) {
    guard case .composer(let composer) = answer, !view.conversation.isPrivate else { return }
    let others = Set(view.posts.filter(\.post.isTheirWords).map(\.id))
      .subtracting([composer.answering])
    entries = entries.map { entry in
      guard case .post(var post) = entry, others.contains(post.id) else { return entry }
      post.answer = .conversation(id, at: post.id)
      return .post(post)
    }
  }

  private static func answer(
    _ view: KeptConversation, call: Call, settings: Settings, problem: Problem?
  ) -> Answer {
    guard call.member?.role.maySpeak ?? false else { return .observer }
    guard let answered = view.answered else { return .nothing }
    if view.conversation.state == .aboutUs { return .takeUp(answered.id) }
    guard let capabilities = view.capabilities else { return .noAccount }
    switch capabilities.reply {
    case .always:
      guard let account = view.account else { return .noAccount }
      return .composer(
        Composer(
          view, answered: answered, account: account, capabilities: capabilities, call: call,
          settings: settings, problem: problem))
    case .never: return .noAccount
    case .ifSummoned, .handOff:
      return .composer(Composer(byHand: view, answered: answered, call: call, problem: problem))
    }
  }
}

extension Composer {
  init(
    _ view: KeptConversation, answered: PostRow, account: Account, capabilities: Capabilities,
    call: Call, settings: Settings, problem: Problem?
  ) {
    let draft = view.draft
    let handle = view.accountHandles.first { $0.id == account.handle }
    let answeredHere = view.replies.contains { $0.delivery.status == .delivered }
    self.init(
      conversation: view.conversation.id, answering: answered.id,
      seen: view.replies.last?.id, partner: call.page.name(of: answered.author),
      waitingSince: Self.waitingSince(answered, view), account: handle?.address ?? account.server,
      isOwnHandle: account.owner != nil, place: account.server,
      signature: call.member.map { account.custom.signed("", by: $0) } ?? "",
      houseRules: answeredHere ? "" : account.houseRules, text: draft?.text ?? "",
      warning: draft?.warning ?? answered.post.warning ?? "",
      intent: draft?.intent,
      visibility: draft?.visibility ?? answered.post.visibility,
      visibilities: Self.offered(capabilities.visibilities, answering: answered.post.visibility),
      hasWarning: capabilities.hasWarning,
      language: draft?.language ?? answered.post.reading.language ?? answered.post.language,
      languages: capabilities.hasLanguage
        ? Set(Languages.common + OpenConversation.spoken(view)).sorted() : [],
      length: LengthRule(capabilities.length),
      uploads: view.uploads.map {
        ComposerUpload(id: $0.id, type: $0.type, alternative: $0.alternative)
      }, mediaTypes: capabilities.mediaTypes, mediaLimit: capabilities.mediaLimit,
      undoSeconds: settings.undoSeconds, savedAt: draft?.savedAt, problem: problem,
      conflict: problem?.code == .conflict ? Self.conflict(view, call: call) : nil)
    look = call.look(at: text, language: language, view.promises)
    doNotContact = view.person?.doNotContact ?? false
    takeLooks(view, call)
  }

  private mutating func takeLooks(_ view: KeptConversation, _ call: Call) {
    let members = Dictionary(view.members.map { ($0.id, $0) }) { $1 }
    secondLooks = view.secondLooks.map { look in
      SecondLookLine(
        look, who: members[look.asked]?.name ?? call.page.words.talk.somebody,
        isChanged: look.state == .answered && look.text != view.draft?.text)
    }
    mayAsk = view.members.contains { $0.leftAt == nil && $0.id != call.member?.id }
  }

  /// Where the network takes no answers from programs.
  init(byHand view: KeptConversation, answered: PostRow, call: Call, problem: Problem?) {
    let draft = view.draft
    self.init(
      conversation: view.conversation.id, answering: answered.id,
      partner: call.page.name(of: answered.author),
      waitingSince: Self.waitingSince(answered, view), account: "",
      place: call.page.title(of: view.conversation.network), text: draft?.text ?? "",
      intent: draft?.intent,
      language: draft?.language ?? answered.post.reading.language,
      savedAt: draft?.savedAt, problem: problem,
      byHand: ByHand(
        network: view.conversation.network, page: call.desk.page(toAnswer: answered.post),
        posted: problem == nil ? "" : call.form[.post]))
    look = call.look(at: text, language: language, view.promises)
    doNotContact = view.person?.doNotContact ?? false
    takeLooks(view, call)
  }

  /// Since when whoever is answered waits; others of the thread may wait longer.
  private static func waitingSince(_ answered: PostRow, _ view: KeptConversation) -> Instant? {
    guard let waiting = view.posts.first(where: { $0.id == view.conversation.waitingPost }),
      waiting.author?.id == answered.author?.id
    else { return nil }
    return view.conversation.waitingSince
  }

  /// An answer is never seen by more than what it answers, unless that was public.
  private static func offered(_ all: [Visibility], answering: Visibility) -> [Visibility] {
    let order: [Visibility] = [.public, .unlisted, .followers, .private]
    let narrowest = order.firstIndex(of: answering) ?? 0
    return all.filter { (order.firstIndex(of: $0) ?? 0) >= narrowest }
  }

  private static func conflict(_ view: KeptConversation, call: Call) -> Conflict? {
    let members = Dictionary(view.members.map { ($0.id, $0) }) { $1 }
    if let reply = view.replies.last(where: { $0.member != call.member?.id }),
      let name = members[reply.member]?.name
    {
      return Conflict(by: name, at: reply.writtenAt, post: reply.delivery.post)
    }
    return view.claim.flatMap { claim in
      members[claim.member].map { Conflict(by: $0.name, at: claim.claimedAt) }
    }
  }
}

extension OpenConversation {
  static func spoken(_ view: KeptConversation) -> [String] { languages(view) }
}

extension LengthRule {
  init?(_ length: Capabilities.Length) {
    switch length {
    case .graphemes(let limit, let address):
      self.init(unit: .graphemes, limit: limit, address: address)
    case .scalars(let limit, let address):
      self.init(unit: .scalars, limit: limit, address: address)
    case .graphemesAndBytes(let limit, let bytes):
      self.init(unit: .graphemes, limit: limit, bytes: bytes)
    case .bytes(let limit): self.init(unit: .bytes, limit: limit)
    case .unlimited: return nil
    }
  }
}
