import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork
import Hummingbird
import Logging

extension WebServer {
  /// From a request to its response: who, whether, what, and in which form. Whatever goes wrong on the way becomes a
  /// page with the same headers as every other.
  /// - Parameter pattern: `nil` for an address that the desk does not have.
  func respond(to pattern: Route.Pattern?, _ request: Request, _ context: WebContext) async
    -> Response
  {
    let cookies = Cookies.read(request.headers)
    var call = stranger(pattern ?? .home, request, context, cookies)
    do {
      if pattern?.isForPrograms != true { call = try await known(call, cookies) }
      guard pattern != nil else {
        throw Problem(.notFound, said: call.page.words.errors.noSuchPage)
      }
      try await admit(&call, request)
      furnish(&call, cookies)
      let answer = try await handle(call)
      // A form that is shown again stands beside the same rooms as any page.
      if answer.isPage { call.page.counts = try await counts(for: call) }
      return try response(answer, call)
    } catch {
      // Whatever broke may break this too: then the rooms stand without figures.
      if call.pattern.isPage, let counts = try? await counts(for: call) {
        call.page.counts = counts
      }
      return failed(error, call)
    }
  }

  /// The request before anything of the record is known.
  private func stranger(
    _ pattern: Route.Pattern, _ request: Request, _ context: WebContext,
    _ cookies: [String: String]
  ) -> Call {
    let isSecure = self.isSecure(request)
    return Call(
      desk: desk, live: live, pattern: pattern,
      parameters: pattern.names.compactMap { context.parameters.get($0) },
      query: FormFields.urlEncoded((request.uri.query ?? "").utf8).lastValues,
      form: FormFields(), headers: request.headers, address: address(request, context),
      page: PageContext(now: desk.clock.now()), isSecure: isSecure,
      step: cookies[Cookies.step(isSecure: isSecure)] ?? "")
  }

  /// The request with who asks, and in which language and zone they read.
  private func known(_ call: Call, _ cookies: [String: String]) async throws -> Call {
    var call = call
    let isSecure = call.isSecure
    let token = cookies[Cookies.session(isSecure: isSecure)]
    let isRead = call.pattern.method == .get
    // The scripts' own look at a page opens no stream.
    let entry = try await desk.entry(
      token: token, wantsEvent: isRead && call.pattern.isPage && call.headers[.heedLook] == nil,
      wantsVoice: isRead || call.pattern.speaks)
    if let (session, member) = entry.session {
      call.session = session
      call.member = session.awaitsSecondFactor ? nil : member
      call.secret = token ?? ""
    }
    if call.pattern.isTheirSide {
      call.proof = cookies[Cookies.proof(isSecure: isSecure)] ?? ""
      if let token = cookies[Cookies.visit(isSecure: isSecure)],
        let visit = try await desk.visit(token: token)
      {
        call.visit = visit
        // What they do there is tied to that session, and to no other that the browser has.
        call.secret = token
      }
    }
    if call.secret.isEmpty {
      // A session that is over counts as none: its cookie may still lie in the browser.
      call.secret = cookies[Cookies.form(isSecure: isSecure)] ?? ""
    }
    if call.secret.isEmpty, call.pattern.method == .get, call.pattern.access == .anyone {
      call.secret = desk.randomness.token(bytes: 16)
      call.freshSecret = call.secret
    }
    let member = call.member
    let settings = entry.settings
    let language = member?.language ?? Self.wanted(call.headers[.acceptLanguage])
    let words = Words.of(language ?? settings.language)
    call.page = PageContext(
      member: member, words: words,
      csrf: call.secret.isEmpty ? "" : Guard.token(for: call.secret),
      zone: Zone(member?.timeZone ?? settings.timeZone), now: call.page.now,
      organisation: settings.organisation,
      networks: Dictionary(desk.networks.all.map { ($0.name, words.text(of: $0.title)) }) { $1 })
    call.page.since = entry.lastEvent
    call.page.restriction = entry.restriction.map { (span: $0.0, by: words.text(of: $0.by)) }
    return call
  }

  /// Who may not is told before a byte of what they sent is read: nobody fills the memory from outside.
  private func admit(_ call: inout Call, _ request: Request) async throws {
    let words = call.page.words
    if call.pattern == .takeNotes { return try await admitNote(&call, request) }
    // The link itself is what lets in: no cookie is asked, and nothing of the body is read.
    if call.pattern == .endMail { return }
    if call.pattern.takesMentions { return try await admitMention(&call, request) }
    let isForm = call.pattern.method == .post
    if isForm {
      guard
        Guard.sameOrigin(
          call.headers, host: request.head.authority, base: desk.address.base,
          isSecure: call.isSecure)
      else { throw Problem(.forbidden, said: words.staleForm) }
    }
    guard call.pattern.access.admits(call.member?.role) else {
      throw call.member == nil
        ? Problem(.signedOut, said: words.errors.signedOutText)
        : Problem(.forbidden, said: words.errors.forbiddenText)
    }
    guard isForm else { return }
    call.form = try await FormFields.read(request, takesFiles: call.pattern == .addUpload)
    guard Guard.holds(call.form[.csrf], secret: call.secret) else {
      throw Problem(.forbidden, said: words.staleForm)
    }
  }

  /// A place proves itself by its signature, not by a cookie: none of ours is read here. What was not asked for is
  /// turned away before a byte of it is read.
  private func admitNote(_ call: inout Call, _ request: Request) async throws {
    guard try await desk.expectsNotes(at: call.text()) else { return }
    do {
      let body = try await request.body.collect(upTo: Desk.mostNoteBytes)
      call.note = Array(body.readableBytesView)
    } catch {
      throw Problem(.invalid, "That is too large to be taken.", cause: error)
    }
  }

  /// From anybody, and believed by nobody: what it says is looked up later.
  private func admitMention(_ call: inout Call, _ request: Request) async throws {
    do {
      let body = try await request.body.collect(upTo: Desk.mostMentionBytes)
      call.note = Array(body.readableBytesView)
    } catch {
      throw Problem(.invalid, "That is too large to be taken.", cause: error)
    }
  }

  /// The figures beside the rooms, of whoever is signed in.
  private func counts(for call: Call) async throws -> RoomCounts {
    guard let member = call.member else { return RoomCounts() }
    let figures = try await desk.figures(for: Viewer(member: member.id, role: member.role))
    return RoomCounts(
      waiting: figures.waiting, troubled: figures.troubledSources, told: figures.told,
      promisesDue: figures.promisesDue, openMistakes: figures.openMistakes)
  }

  /// What was just done, said on the page that follows it.
  private func furnish(_ call: inout Call, _ cookies: [String: String]) {
    guard call.pattern.method == .get, call.pattern.isPage,
      // Whoever was just forgotten, or closed their side, is nobody any more and is told so.
      call.member != nil || call.visit != nil || call.pattern == .theirSide
    else { return }
    // The scripts' own look at a page tells nobody: what was done is said to the person who did it.
    guard call.headers[.heedLook] == nil else { return }
    call.page.flash = flash(cookies[Cookies.flash(isSecure: call.isSecure)], call)
  }

  private func isSecure(_ request: Request) -> Bool {
    if configuration.isSecure { return true }
    guard configuration.trustsProxy, let name = HTTPField.Name("X-Forwarded-Proto") else {
      return false
    }
    return request.headers[name] == "https"
  }

  /// Behind a trusted proxy the last address that it added; else the other end of the connection. Anything before the
  /// last one was sent by the client, who may say what they like.
  private func address(_ request: Request, _ context: WebContext) -> String {
    if configuration.trustsProxy, let name = HTTPField.Name("X-Forwarded-For"),
      let last = request.headers[name]?.split(separator: ",").last
    {
      return String(last.filter { !$0.isWhitespace })
    }
    return context.remoteAddress?.ipAddress ?? "unknown"
  }

  private static func wanted(_ acceptLanguage: String?) -> String? {
    let wanted = acceptLanguage?.split(separator: ",").first.map { String($0.prefix { $0 != ";" }) }
    guard let wanted, Words.whole.contains(where: { $0.language == Words.of(wanted).language })
    else { return nil }
    return wanted
  }
}

extension Route.Pattern {
  /// Answered without asking the record who asks.
  fileprivate var isForPrograms: Bool {
    switch self {
    case .asset, .notes, .takeNotes, .takeWebmention, .takePingback, .presentation, .health,
      .ready, .worker, .correctionsAtom, .correctionsFeed, .correctionsData:
      true
    default: false
    }
  }

  /// The other side of the desk: what people outside see of themselves.
  fileprivate var isTheirSide: Bool {
    path == "/you" || path.hasPrefix("/you/")
  }

  fileprivate var takesMentions: Bool { self == .takeWebmention || self == .takePingback }

  /// A whole page with the rooms beside it.
  fileprivate var isPage: Bool {
    switch self {
    case .asset, .face, .media, .theirMedia, .upload, .live, .notes, .takeNotes, .takeWebmention,
      .takePingback, .presentation, .health, .ready, .worker, .previewTopic, .topicCounts,
      .storybookPage, .correctionsAtom, .correctionsFeed, .correctionsData, .personFile,
      .askedFile, .theirFile:
      false
    default: true
    }
  }
}
