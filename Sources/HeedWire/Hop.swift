import AsyncHTTPClient
import Foundation
import HeedModel
import HeedNetwork
import NIOHTTP1

/// One request of an exchange: the first, or what a redirect made of it.
struct Hop: Sendable {
  var address: WebAddress
  var request: WireRequest
  /// Whether every redirect so far was for good.
  var isMovedForGood = true
  var count = 0

  var hasCredentials: Bool {
    request.headers.contains { !Self.harmless.contains($0.name.lowercased()) }
  }

  /// What a redirect makes of it, or `nil` if the answer is none that is followed.
  /// - Throws: `WireError`.
  func next(status: Int, location: String?, limit: Int) throws -> Hop? {
    guard [301, 302, 303, 307, 308].contains(status), let location,
      request.method == .get || request.method == .head
    else { return nil }
    guard count < limit else {
      throw fault(.malformed, "\(address.host.bare) leads from page to page without end.")
    }
    let target: WebAddress
    do {
      target = try address.following(location)
    } catch {
      throw fault(
        .forbidden, "\(address.host.bare) leads to an address that is none. \(error.text)")
    }
    guard !target.scheme.isWebSocket else {
      throw fault(.forbidden, "\(address.host.bare) leads away from the web.")
    }
    guard target.scheme.isSecure || !address.scheme.isSecure || !hasCredentials else {
      throw fault(
        .forbidden,
        """
        \(address.host.bare) leads to an unencrypted address. With a sign-in the desk does not \
        follow there.
        """)
    }
    var next = self
    next.address = target
    next.count += 1
    next.isMovedForGood = isMovedForGood && (status == 301 || status == 308)
    if !isSameParty(target) {
      next.request.headers.removeAll { !Self.harmless.contains($0.name.lowercased()) }
    }
    return next
  }

  /// What is sent: the caller's headers, without those that the connection owns.
  /// - Throws: `WireError` when a header would break out of its line.
  func headers(userAgent: String, encodings: String) throws -> HTTPHeaders {
    for header in request.headers {
      guard !header.name.isEmpty, header.name.utf8.allSatisfy(Self.isToken),
        header.value.utf8.allSatisfy({ ($0 >= 0x20 && $0 != 0x7f) || $0 == 0x09 })
      else {
        throw WireError(
          .malformed, "A header of the request cannot be written. Nothing was sent.",
          certainlyNotSent: true)
      }
    }
    var headers = HTTPHeaders()
    headers.add(name: "Host", value: address.authority)
    for header in request.headers where !Self.owned.contains(header.name.lowercased()) {
      headers.add(name: header.name, value: header.value)
    }
    headers.replaceOrAdd(name: "User-Agent", value: userAgent)
    headers.replaceOrAdd(name: "Accept-Encoding", value: encodings)
    if !headers.contains(name: "Accept") { headers.add(name: "Accept", value: "*/*") }
    return headers
  }

  /// The request for AsyncHTTPClient.
  /// - Throws: `WireError` when another reader of addresses sees another host in it.
  func prepared(
    way: Clients.Way, userAgent: String, encodings: String
  ) throws -> HTTPClient.Request {
    var port = address.port
    if case .proxy(let server, isSecure: false) = way { port = server.port }
    let text = "\(address.scheme.rawValue)://\(address.host.text):\(port)\(address.target)"
    guard let url = URL(string: text), let host = url.host, url.port == port,
      host == address.host.text || host == address.host.bare
    else {
      throw WireError(.forbidden, AddressFault.characters.text, certainlyNotSent: true)
    }
    let headers = try headers(userAgent: userAgent, encodings: encodings)
    do {
      return try HTTPClient.Request(
        url: url, method: HTTPMethod(rawValue: request.method.rawValue), headers: headers,
        body: request.body.isEmpty ? nil : .bytes(request.body))
    } catch {
      throw WireError(
        .malformed, "The request could not be written.", certainlyNotSent: true, cause: error)
    }
  }

  /// The same host, by the same door or by the secure one.
  private func isSameParty(_ other: WebAddress) -> Bool {
    other.host == address.host
      && (other.port == address.port || (address.port == 80 && other.port == 443))
  }

  private func fault(_ kind: WireError.Kind, _ text: Message) -> WireError {
    WireError(kind, text, certainlyNotSent: false)
  }

  /// RFC 9110, section 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7f && !"\"(),/:;<=>?@[\\]{}".utf8.contains(byte)
  }

  /// All that crosses to another host. A list of what is harmless, not of what is secret: keys have
  /// been sent under any name.
  private static let harmless: Set<String> = [
    "accept", "accept-language", "if-none-match", "if-modified-since", "range", "user-agent",
    "cache-control", "last-event-id", "a-im",
  ]

  private static let owned: Set<String> = [
    "host", "connection", "content-length", "transfer-encoding", "upgrade", "te", "trailer",
    "expect", "keep-alive", "proxy-authorization", "proxy-connection", "accept-encoding",
    "sec-websocket-key", "sec-websocket-version", "sec-websocket-extensions",
  ]
}
