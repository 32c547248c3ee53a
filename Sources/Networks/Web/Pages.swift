import HeedMarkup
import HeedModel
import HeedNetwork

/// A page as it was found.
struct FoundPage: Sendable {
  var bytes: [UInt8]
  /// After redirects.
  var address: String
  var headers: [(name: String, value: String)]
  var type: String

  var isMarkup: Bool { type.isEmpty || type.contains("html") }
  /// In UTF-8.
  var text: String {
    let declared = type.firstRange(of: "charset=").map {
      type[$0.upperBound...].prefix { $0 != ";" && $0 != " " }.filter { $0 != "\"" }
    }
    return HTMLCharset.decode(bytes, declared: declared)
  }

  /// Of its headers and its markup.
  func wish(_ page: HTMLPage) -> RobotsWish {
    var wish = RobotsWish(words: page.robots)
    for header in headers where header.name.lowercased() == "x-robots-tag" {
      wish.add(header: header.value)
    }
    return wish
  }
}

/// Fetches pages, with a limit of size and of time.
struct Pages: Sendable {
  /// What is fetched of a page; of more than a megabyte the rest is not read.
  static let bytes = 8 << 20
  static let patience = Duration.seconds(15)

  let wire: any Wire
  let robots: RobotsBook

  init(wire: any Wire, clock: any DeskClock) {
    self.wire = wire
    robots = RobotsBook(wire: wire, clock: clock)
  }

  /// - Parameters:
  ///   - checksRobots: for pages that the desk looks at by its own wish, not because somebody told it to.
  ///   - isOurs: a member chose the page, or it is one of our own; else strangers did.
  /// - Throws: `NetworkError`; `.gone` for 404 and 410.
  func get(_ address: String, checksRobots: Bool, isOurs: Bool = false) async throws -> FoundPage {
    if checksRobots, await !robots.allows(address, isOurs: isOurs) {
      throw NetworkError(.refused, "\(address) asks programs to keep away, and Heed does.")
    }
    let response: WireResponse
    do {
      response = try await wire.send(
        WireRequest(
          .get, address,
          headers: [("accept", "text/html, application/xhtml+xml, text/plain;q=0.5")],
          maximumBytes: Self.bytes, timeout: Self.patience, isNamedByOthers: !isOurs))
    } catch let error as WireError {
      throw Self.trouble(error)
    }
    switch response.status {
    case 200..<300: break
    case 404, 410:
      throw NetworkError(
        .gone, "Nothing stands at \(address) any more.", cause: PageStatus(response.status))
    case 429:
      throw NetworkError(
        .rateLimited, "The site asks for patience.",
        retryAfter: Patience.told(by: response))
    case 408, 425, 500...:
      throw NetworkError(
        .temporary, "The site has a fault of its own (\(response.status)).",
        retryAfter: Patience.told(by: response))
    default:
      throw NetworkError(
        .refused, "The site does not show the page (\(response.status)).",
        cause: PageStatus(response.status))
    }
    return FoundPage(
      bytes: response.body, address: response.address, headers: response.headers,
      type: response.header("content-type")?.lowercased() ?? "")
  }

  static func trouble(_ error: WireError) -> NetworkError {
    let kind: NetworkError.Kind =
      switch error.kind {
      case .forbidden, .tooLarge: .refused
      case .malformed: .malformed
      // A certificate that ended is renewed.
      case .untrusted, .unreachable, .timeout, .cut, .resting: .temporary
      }
    return NetworkError(kind, error.text, certainlyNotSent: error.certainlyNotSent, cause: error)
  }
}

/// With what a site refused a page.
struct PageStatus: Error {
  let status: Int
  init(_ status: Int) { self.status = status }

  /// Said to be so for good; all else may be a slip of whoever runs the site.
  var isFinal: Bool { status == 410 }
}
