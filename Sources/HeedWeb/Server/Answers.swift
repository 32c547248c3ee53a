import HTTPTypes
import HeedDesk
import HeedModel
import Hummingbird
import Logging
import NIOCore

extension WebServer {
  func response(_ answer: Answer, _ call: Call, _ cookies: [String]) throws -> Response {
    var headers = HTTPFields()
    for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
    switch answer {
    case .page(let screen, let status):
      if call.page.flash != nil { say(nil, nil, call, &headers) }
      return page(screen.html(in: call.page), status, call, headers)
    case .step(let screen, let state):
      headers.append(
        HTTPField(
          name: .setCookie,
          value: Cookies.set(
            Cookies.step(isSecure: call.isSecure), state, seconds: 900, isSecure: call.isSecure)))
      return page(screen.html(in: call.page), 200, call, headers)
    case .fragment(let html): return page(html, 200, call, headers)
    case .see(let route, let outcome, let undo):
      if let outcome { say(outcome, undo, call, &headers) }
      return redirect(route.path, call, headers)
    case .seeElsewhere(let address): return redirect(address, call, headers)
    case .letIn(let letIn, let route):
      headers.append(
        HTTPField(
          name: .setCookie,
          value: Cookies.set(
            Cookies.session(isSecure: call.isSecure), letIn.token, seconds: 30 * 86_400,
            isSecure: call.isSecure)))
      return redirect(route.path, call, headers)
    case .signedOut(let route):
      headers.append(
        HTTPField(
          name: .setCookie,
          value: Cookies.set(
            Cookies.session(isSecure: call.isSecure), "", seconds: 0, isSecure: call.isSecure)))
      Headers.set("Clear-Site-Data", "\"cache\"", &headers)
      return redirect(route.path, call, headers)
    case .file(let bytes, let type, let keep, let isDownload):
      headers[.cacheControl] =
        keep ? "public, max-age=31536000, immutable" : "private, max-age=3600"
      if isDownload { headers[.contentDisposition] = "attachment" }
      Headers.secure(&headers, isSecure: call.isSecure, type: type)
      return Response(
        status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    case .events(let events): return stream(events, call, headers)
    case .plain(let text, let status):
      Headers.secure(&headers, isSecure: call.isSecure, type: "text/plain; charset=utf-8")
      return Response(
        status: .init(code: status), headers: headers,
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    case .nothing:
      Headers.secure(&headers, isSecure: call.isSecure, type: nil)
      return Response(status: .noContent, headers: headers)
    }
  }

  private func page(_ html: HTML, _ status: Int, _ call: Call, _ headers: HTTPFields) -> Response {
    var headers = headers
    Headers.secure(&headers, isSecure: call.isSecure, type: "text/html; charset=utf-8")
    return Response(
      status: .init(code: status), headers: headers,
      body: ResponseBody(byteBuffer: ByteBuffer(string: html.markup)))
  }

  private func redirect(_ address: String, _ call: Call, _ headers: HTTPFields) -> Response {
    var headers = headers
    headers[.location] = address
    Headers.secure(&headers, isSecure: call.isSecure, type: nil)
    return Response(status: .seeOther, headers: headers)
  }

  /// What was done is told by the next page; `nil` takes it away once it was told.
  private func say(
    _ outcome: Outcome?, _ undo: ID<Reply>?, _ call: Call, _ headers: inout HTTPFields
  ) {
    let value = outcome.map { $0.rawValue + (undo.map { ".\($0)" } ?? "") } ?? ""
    headers.append(
      HTTPField(
        name: .setCookie,
        value: Cookies.set(
          Cookies.flash(isSecure: call.isSecure), value, seconds: outcome == nil ? 0 : 60,
          isSecure: call.isSecure)))
  }

  func flash(_ cookie: String?, _ call: Call) -> Flash? {
    guard let parts = cookie?.split(separator: "."), let name = parts.first,
      let outcome = Outcome(rawValue: String(name))
    else { return nil }
    let words = call.page.words
    let undo = parts.count > 1 ? ID<Reply>(String(parts[1])) : nil
    return Flash(
      .done, words.text(of: outcome),
      undo: undo.map { Flash.Undo(route: .takeBack($0), label: words.talk.takeBack) })
  }

  /// An error's one way to HTTP.
  func failed(_ error: any Error, _ call: Call, _ cookies: [String]) -> Response {
    let problem: Problem
    if let known = error as? Problem {
      problem = known
    } else {
      logger.error(
        "A page failed.", metadata: ["page": "\(call.pattern.rawValue)", "error": "\(error)"])
      problem = Problem(.broken, call.page.words.errors.brokenText, cause: error)
    }
    let status =
      switch problem.code {
      case .invalid: 422
      case .signedOut: 401
      case .forbidden: 403
      case .notFound: 404
      case .conflict: 409
      case .tooMany: 429
      case .unavailable: 503
      case .broken: 500
      }
    var headers = HTTPFields()
    for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
    if problem.code == .signedOut, call.pattern.method == .get, call.pattern != .live {
      return redirect(Route.signInPage.path, call, headers)
    }
    return page(
      ErrorScreen(code: problem.code, text: problem.text).html(in: call.page), status, call, headers)
  }

  /// Server-sent events: the names of what changed, never anybody's words; pages fetch what they show anew.
  private func stream(_ events: AsyncStream<[Event]>, _ call: Call, _ headers: HTTPFields)
    -> Response
  {
    var headers = headers
    headers[.cacheControl] = "no-store"
    Headers.set("X-Accel-Buffering", "no", &headers)
    Headers.secure(&headers, isSecure: call.isSecure, type: "text/event-stream")
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: ": here\nretry: 3000\n\n"))
      for await group in events {
        let names = Set(group.flatMap(LiveNames.names)).sorted().joined(separator: " ")
        guard let last = group.last, !names.isEmpty else {
          try await writer.write(ByteBuffer(string: ": here\n\n"))
          continue
        }
        try await writer.write(
          ByteBuffer(string: "id: \(last.id)\nevent: changed\ndata: \(names)\n\n"))
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }
}

/// Which parts of pages an event changes.
enum LiveNames {
  static func names(_ event: Event) -> [String] {
    var names: [String] = []
    if let conversation = event.conversation {
      names += [LiveTopic.conversation(conversation).name, LiveTopic.today.name]
    }
    switch event.kind {
    case .postsHeard, .postEdited, .postRemoved, .readingCorrected, .wordsExpired:
      names += [LiveTopic.heard.name, LiveTopic.today.name]
    case .sourceAdded, .sourceChanged, .sourceRemoved, .sourceFailed, .sourceRecovered,
      .accountAdded, .accountChanged, .accountRemoved:
      names.append(LiveTopic.sources.name)
    default: break
    }
    return names
  }
}
