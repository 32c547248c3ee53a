import HTTPTypes
import HeedDesk
import HeedModel
import HeedNetwork
import Hummingbird
import Logging
import NIOCore

extension WebServer {
  /// From a request to its response: who, whether, what, and in which form.
  func respond(to pattern: Route.Pattern, _ request: Request, _ context: WebContext) async
    -> Response
  {
    let isSecure = self.isSecure(request)
    let cookies = Cookies.read(request.headers)
    var call: Call
    do {
      call = try await self.call(pattern, request, context, cookies)
    } catch {
      logger.error("A request could not be read.", metadata: ["error": "\(error)"])
      return Response(status: .internalServerError)
    }
    var extra: [String] = []
    if cookies[Cookies.form(isSecure: isSecure)] == nil, call.session == nil {
      let fresh = desk.randomness.token(bytes: 16)
      call.page.csrf = Guard.token(for: fresh)
      extra.append(
        Cookies.set(Cookies.form(isSecure: isSecure), fresh, seconds: 86_400, isSecure: isSecure))
    }
    do {
      let answer = try await admitted(call, cookies: cookies, request)
      return try response(answer, call, extra)
    } catch {
      return failed(error, call, extra)
    }
  }

  private func call(
    _ pattern: Route.Pattern, _ request: Request, _ context: WebContext, _ cookies: [String: String]
  ) async throws -> Call {
    let isSecure = self.isSecure(request)
    let token = cookies[Cookies.session(isSecure: isSecure)]
    let found = try await token.asyncFlatMap { try await desk.session(token: $0) }
    let member = found.flatMap { $0.session.awaitsSecondFactor ? nil : $0.member }
    let settings = try await desk.settings()
    let secret = token ?? cookies[Cookies.form(isSecure: isSecure)]
    let language = member?.language ?? Self.accepted(request.headers[.acceptLanguage], settings)
    let page = PageContext(
      member: member, words: .of(language),
      csrf: secret.map { Guard.token(for: $0) } ?? "",
      zone: Zone(member?.timeZone ?? settings.timeZone), now: desk.clock.now(),
      organisation: settings.organisation,
      networks: Dictionary(desk.networks.all.map { ($0.name, $0.title) }) { $1 })
    return Call(
      desk: desk, live: live, pattern: pattern,
      parameters: pattern.names.compactMap { context.parameters.get($0) },
      query: Dictionary(
        request.uri.queryParameters.map { (String($0.key), String($0.value)) }
      ) { $1 },
      form: FormFields(), headers: request.headers, address: address(request, context),
      session: found?.session, member: member, page: page, isSecure: isSecure,
      step: cookies[Cookies.step(isSecure: isSecure)] ?? "")
  }

  private func admitted(_ call: Call, cookies: [String: String], _ request: Request) async throws
    -> Answer
  {
    var call = call
    if call.pattern.method == .post {
      call.form = try await Self.form(of: request, isUpload: call.pattern == .addUpload)
      let isSecure = call.isSecure
      let cookie =
        cookies[Cookies.session(isSecure: isSecure)] ?? cookies[Cookies.form(isSecure: isSecure)]
      guard Guard.admits(call, cookie: cookie, host: request.head.authority) else {
        throw Problem(.forbidden, call.page.words.staleForm)
      }
    }
    guard call.pattern.access.admits(call.member?.role) else {
      throw call.member == nil
        ? Problem(.signedOut, call.page.words.errors.signedOut)
        : Problem(.forbidden, call.page.words.errors.forbiddenText)
    }
    if let member = call.member, call.pattern.method == .get, Self.showsRooms(call.pattern) {
      let viewer = Viewer(member: member.id, role: member.role)
      let counts = try await desk.counts(for: viewer)
      call.page.counts = RoomCounts(waiting: counts.waiting, troubled: counts.troubledSources)
      call.page.flash = flash(cookies[Cookies.flash(isSecure: call.isSecure)], call)
    }
    return try await handle(call)
  }

  private static func showsRooms(_ pattern: Route.Pattern) -> Bool {
    switch pattern {
    case .asset, .face, .media, .upload, .live, .health, .ready, .previewTopic: false
    default: true
    }
  }

  /// Forms only: what another site can make a browser send without asking is a form too, so the token is what counts.
  private static func form(of request: Request, isUpload: Bool) async throws -> FormFields {
    let type = request.headers[.contentType] ?? ""
    let most = isUpload ? 20 << 20 : 1 << 20
    let body: ByteBuffer
    do {
      body = try await request.body.collect(upTo: most)
    } catch {
      throw Problem(.invalid, "That is too large to be taken.", cause: error)
    }
    if type.lowercased().hasPrefix("application/x-www-form-urlencoded") {
      return FormFields.urlEncoded(body.readableBytesView)
    }
    if isUpload, type.lowercased().hasPrefix("multipart/form-data"),
      let mark = type.firstRange(of: "boundary=")
    {
      let boundary = type[mark.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
      return FormFields.multipart(Array(body.readableBytesView), boundary: String(boundary))
    }
    throw Problem(.invalid, "Only the desk's own forms are taken here.")
  }

  private func isSecure(_ request: Request) -> Bool {
    if configuration.isSecure { return true }
    guard configuration.trustsProxy, let name = HTTPField.Name("X-Forwarded-Proto") else {
      return false
    }
    return request.headers[name] == "https"
  }

  /// Behind a trusted proxy the last address that it added; else the other end of the connection.
  private func address(_ request: Request, _ context: WebContext) -> String {
    if configuration.trustsProxy, let name = HTTPField.Name("X-Forwarded-For"),
      let last = request.headers[name]?.split(separator: ",").last
    {
      return String(last.filter { !$0.isWhitespace })
    }
    return context.remoteAddress?.ipAddress ?? "unknown"
  }

  private static func accepted(_ header: String?, _ settings: Settings) -> String {
    let wanted = (header ?? "").split(separator: ",").first.map { $0.prefix { $0 != ";" } }
    return wanted.map(String.init) ?? settings.language
  }
}

extension Optional {
  fileprivate func asyncFlatMap<T>(_ transform: (Wrapped) async throws -> T?) async rethrows -> T? {
    switch self {
    case .none: nil
    case .some(let value): try await transform(value)
    }
  }
}
