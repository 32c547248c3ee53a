import HeedModel
public import HeedNetwork

extension WebNetwork: TellingPages {
  /// Tells the page at `target` that our page at `source` points to it: by webmention where it takes
  /// those, else by pingback.
  /// - Returns: false when that page takes neither.
  public func tell(_ target: String, that source: String) async throws -> Bool {
    let page = try await pages.get(target, checksRobots: false, isOurs: true)
    if let endpoint = Endpoint.find(in: page) {
      let body = WebQuery.encode([("source", source), ("target", target)])
      let response = try await post(body, "application/x-www-form-urlencoded", to: endpoint)
      guard (200..<300).contains(response.status) else {
        throw NetworkError(
          Self.kind(response.status),
          "The page's address for webmentions answers with \(response.status).")
      }
      return true
    }
    guard let endpoint = Endpoint.pingback(in: page) else { return false }
    let response = try await post(
      Pingback.call(source: source, target: target), "text/xml; charset=utf-8", to: endpoint)
    guard (200..<300).contains(response.status) else {
      throw NetworkError(
        Self.kind(response.status),
        "The page's address for pingbacks answers with \(response.status).")
    }
    switch Pingback.answered(response.body) {
    // It knows already: telling twice is harmless.
    case .taken, .fault(48): return true
    // It could not reach us, or somebody behind it.
    case .fault(let code) where code == 50 || code == 16:
      throw NetworkError(.temporary, "The page's address for pingbacks answers with \(code).")
    case .fault(let code):
      throw NetworkError(.refused, "The page's address for pingbacks answers with \(code).")
    case .malformed:
      throw NetworkError(
        .refused, "The page's address for pingbacks answers with something else than an answer.")
    }
  }

  private func post(_ body: String, _ type: String, to endpoint: String) async throws
    -> WireResponse
  {
    do {
      return try await pages.wire.send(
        WireRequest(
          .post, endpoint, headers: [("content-type", type)], body: Array(body.utf8),
          maximumBytes: 64 << 10, timeout: Pages.patience, isNamedByOthers: true))
    } catch let error as WireError {
      throw Pages.trouble(error)
    }
  }

  private static func kind(_ status: Int) -> NetworkError.Kind {
    status >= 500 ? .temporary : status == 429 ? .rateLimited : .refused
  }
}

/// Fields as forms send them.
enum Form {
  static func read(_ body: [UInt8]) -> [String: String] {
    var fields: [String: String] = [:]
    for field in body.split(separator: UInt8(ascii: "&")).prefix(50) {
      let pair = field.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard pair.count == 2 else { continue }
      let name = unescaped(pair[0])
      if fields[name] == nil { fields[name] = unescaped(pair[1]) }
    }
    return fields
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var out: [UInt8] = []
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        out.append(code)
        rest = rest.dropFirst(2)
      } else {
        out.append(byte == UInt8(ascii: "+") ? 32 : byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
