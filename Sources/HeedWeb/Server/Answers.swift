import HTTPTypes
import HeedDesk
import HeedModel
import Hummingbird
import Logging
import NIOCore

extension WebServer {
  func response(_ answer: Answer, _ call: Call) throws -> Response {
    var headers = begun(call)
    switch answer {
    case .page(let screen, let status):
      if call.page.flash != nil { say(nil, nil, call, &headers) }
      return page(screen.html(in: call.page), status, call, headers)
    case .step(let screen, let state):
      give(Cookies.step(isSecure: call.isSecure), state, seconds: 900, call, &headers)
      return page(screen.html(in: call.page), 200, call, headers)
    case .fragment(let html): return page(html, 200, call, headers)
    case .see(let route, let outcome, let undo, let conversation, let part):
      if let outcome { say(outcome, undo?.value ?? conversation?.value, call, &headers) }
      return redirect(route.path + (part.map { "#" + $0 } ?? ""), call, headers)
    case .letIn(let letIn, let route):
      give(
        Cookies.session(isSecure: call.isSecure), letIn.token,
        // The record says when it is over; the cookie must only not be over before.
        seconds: 90 * 86_400, call, &headers)
      return redirect(route.path, call, headers)
    case .signedOut(let route):
      give(Cookies.session(isSecure: call.isSecure), "", seconds: 0, call, &headers)
      give(Cookies.step(isSecure: call.isSecure), "", seconds: 0, call, &headers)
      Headers.set("Clear-Site-Data", "\"cache\"", &headers)
      return redirect(route.path, call, headers)
    case .proving(let token, let route):
      give(Cookies.proof(isSecure: call.isSecure), token, seconds: 1800, call, &headers)
      return redirect(route.path, call, headers)
    case .visiting(let token, let route):
      give(Cookies.proof(isSecure: call.isSecure), "", seconds: 0, call, &headers)
      give(Cookies.visit(isSecure: call.isSecure), token, seconds: 1800, call, &headers)
      return redirect(route.path, call, headers)
    case .left(let route, let outcome):
      say(outcome, nil, call, &headers)
      give(Cookies.proof(isSecure: call.isSecure), "", seconds: 0, call, &headers)
      give(Cookies.visit(isSecure: call.isSecure), "", seconds: 0, call, &headers)
      return redirect(route.path, call, headers)
    case .file(let bytes, let type, let keep):
      if keep { headers[.cacheControl] = "public, max-age=31536000, immutable" }
      return finished(.ok, bytes, type, call, headers)
    case .download(let bytes, let type, let seconds):
      if seconds > 0 { headers[.cacheControl] = "private, max-age=\(seconds)" }
      headers[.contentDisposition] = "attachment"
      headers[.contentSecurityPolicy] = Headers.sandbox
      return finished(.ok, bytes, type, call, headers)
    case .events(let events): return stream(events, call, headers)
    case .plain(let text, let status, let type):
      return finished(
        .init(code: status), Array(text.utf8), type, call, headers)
    case .nothing:
      Headers.secure(&headers, isSecure: call.isSecure, type: nil)
      return Response(status: .noContent, headers: headers)
    }
  }

  private func begun(_ call: Call) -> HTTPFields {
    var headers = HTTPFields()
    if let secret = call.freshSecret {
      give(Cookies.form(isSecure: call.isSecure), secret, seconds: 86_400, call, &headers)
    }
    return headers
  }

  private func give(
    _ name: String, _ value: String, seconds: Int64, _ call: Call, _ headers: inout HTTPFields
  ) {
    headers.append(
      HTTPField(
        name: .setCookie,
        value: Cookies.set(name, value, seconds: seconds, isSecure: call.isSecure)))
  }

  private func finished(
    _ status: HTTPResponse.Status, _ bytes: [UInt8], _ type: String, _ call: Call,
    _ headers: HTTPFields
  ) -> Response {
    var headers = headers
    Headers.secure(&headers, isSecure: call.isSecure, type: type)
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private func page(_ html: HTML, _ status: Int, _ call: Call, _ headers: HTTPFields) -> Response {
    finished(.init(code: status), html.bytes, "text/html; charset=utf-8", call, headers)
  }

  private func redirect(_ address: String, _ call: Call, _ headers: HTTPFields) -> Response {
    var headers = headers
    headers[.location] = address
    Headers.secure(&headers, isSecure: call.isSecure, type: nil)
    return Response(status: .seeOther, headers: headers)
  }

  /// What was done is told by the next page; `nil` takes it away once it was told.
  private func say(
    _ outcome: Outcome?, _ subject: Int64?, _ call: Call, _ headers: inout HTTPFields
  ) {
    let value = outcome.map { $0.rawValue + (subject.map { ".\($0)" } ?? "") } ?? ""
    give(
      Cookies.flash(isSecure: call.isSecure), value, seconds: outcome == nil ? 0 : 60, call,
      &headers)
  }

  func flash(_ cookie: String?, _ call: Call) -> Flash? {
    guard let parts = cookie?.split(separator: "."), let name = parts.first,
      let outcome = Outcome(rawValue: String(name))
    else { return nil }
    let words = call.page.words
    let subject = parts.count > 1 ? Int64(parts[1]) : nil
    return Flash(
      outcome.isRefusal ? .problem : .done, words.text(of: outcome),
      undo: subject.flatMap { undo(of: outcome, $0, words) })
  }

  private func undo(of outcome: Outcome, _ subject: Int64, _ words: Words) -> Flash.Undo? {
    switch outcome {
    case .sending: Flash.Undo(route: .takeBack(ID(subject)), label: words.talk.takeBack)
    case .done, .solved: Flash.Undo(route: .reopen(ID(subject)), label: words.talk.reopen)
    case .handedOver: Flash.Undo(route: .claim(ID(subject)), label: words.talk.takeItBack)
    case .snoozed: Flash.Undo(route: .wake(ID(subject)), label: words.talk.wake)
    default: nil
    }
  }

  /// An error's one way to HTTP.
  func failed(_ error: any Error, _ call: Call) -> Response {
    let problem: Problem
    if let known = error as? Problem {
      problem = known
    } else {
      logger.error(
        "A page failed.",
        metadata: ["page": "\(call.pattern.rawValue)", "error": "\(LogText.of(error))"])
      problem = Problem(.broken, said: call.page.words.errors.brokenText, cause: error)
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
    let headers = begun(call)
    if problem.code == .signedOut, call.pattern.method == .get, call.pattern != .live {
      return redirect(Route.signInPage.path, call, headers)
    }
    return page(
      ErrorScreen(code: problem.code, text: problem.text).html(in: call.page), status, call, headers
    )
  }
}
