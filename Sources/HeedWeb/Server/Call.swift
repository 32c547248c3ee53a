import HTTPTypes
import HeedDesk
import HeedModel

/// One request, after it was let in: who asks, what for, with which fields.
struct Call: Sendable {
  var desk: Desk
  var live: LiveFeed
  var pattern: Route.Pattern
  /// The varying parts of the path, in order.
  var parameters: [String]
  var query: [String: String]
  var form: FormFields
  var headers: HTTPFields
  /// The body of what a place told by itself; `nil` where nothing was asked for.
  var note: [UInt8]?
  /// Of the other end, for throttles.
  var address: String
  /// Also while it waits for the second factor.
  var session: Session?
  /// Set once the session is whole.
  var member: Member?
  var page: PageContext
  var isSecure: Bool
  /// Somebody outside who proved a handle; set on their own side of the desk alone.
  var visit: Visit?
  /// What the browser of somebody who is about to prove one holds.
  var proof = ""
  /// What an earlier step of a longer form left with the browser, sealed.
  var step: String
  /// The cookie that forms are tied to: the session's, or before there is one a cookie of forms alone; empty when
  /// neither came.
  var secret = ""
  /// The cookie of forms that this answer gives.
  var freshSecret: String?

  /// - Throws: `Problem(.signedOut)` where a route for everybody reaches for somebody.
  var viewer: Viewer {
    get throws {
      guard let member else { throw Problem(.signedOut, said: page.words.errors.signedOutText) }
      return Viewer(member: member.id, role: member.role)
    }
  }

  /// The n-th varying part as the number of a record.
  func id<Noun>(_ position: Int = 0, of _: Noun.Type = Noun.self) throws -> ID<Noun> {
    guard position < parameters.count, let id = ID<Noun>(parameters[position]) else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    return id
  }

  func text(_ position: Int = 0) throws -> String {
    guard position < parameters.count else {
      throw Problem(.notFound, said: page.words.errors.notFoundText)
    }
    return parameters[position]
  }

  /// Where a list goes on.
  func pageRequest(limit: Int = 50) -> PageRequest {
    PageRequest(limit: limit, after: query["after"])
  }
}

/// What a handler gives back.
enum Answer: Sendable {
  case page(any Screen, status: Int = 200)
  /// A step of a longer form, and what the next one needs, sealed.
  case step(any Screen, String)
  /// A piece of a page, for the scripts.
  case fragment(HTML)
  /// See another address, as a form's answer should; with what was done, said there once.
  /// - Parameters:
  ///   - undo: the reply that can be taken back there.
  ///   - of: the conversation that can be opened or woken again there.
  ///   - at: the part of that page where it is read on.
  case see(
    Route, Outcome? = nil, undo: ID<Reply>? = nil, of: ID<Conversation>? = nil, at: String? = nil)
  case letIn(LetIn, Route)
  case signedOut(Route)
  /// Somebody outside is about to prove a handle in this browser, or proved it, or leaves.
  case proving(String, Route)
  case visiting(String, Route)
  /// Their side is closed, with what is said of it there.
  case left(Route, Outcome)
  /// One of the desk's own files; kept by browsers for good when its address says which version it is.
  case file([UInt8], type: String, keep: Bool)
  /// What a member gave. Never shown as a page of ours, whatever is in it.
  /// - Parameter seconds: for how long this member's own browser may keep it.
  case download([UInt8], type: String, seconds: Int64 = 0)
  case events(AsyncStream<LiveNews>)
  case plain(String, status: Int, type: String = "text/plain; charset=utf-8")
  case nothing

  /// A whole page with the rooms beside it.
  var isPage: Bool {
    switch self {
    case .page, .step: true
    default: false
    }
  }
}
