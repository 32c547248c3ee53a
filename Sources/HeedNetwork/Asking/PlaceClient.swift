import Foundation
package import HeedModel

/// One place that speaks JSON over HTTP, asked with somebody's right or with none.
///
/// What its networks share: how a question is put, how an answer is read, and what a refusal means. Who the place is, and
/// what its own words mean, is told by `Manner`.
package struct PlaceClient: Sendable {
  /// How a place says what statuses alone do not.
  package struct Manner: Sendable {
    /// Whether an answer means that the right it was asked with holds no more.
    package var withdraws: @Sendable (WireResponse) -> Bool
    /// Whether an answer asks for fewer calls, besides 429.
    package var isImpatient: @Sendable (WireResponse) -> Bool
    /// Asked once more before a withdrawn right is believed: proxies under maintenance say 401 as well.
    package var check: String?

    package init(
      check: String? = nil, withdraws: @escaping @Sendable (WireResponse) -> Bool = { _ in false },
      isImpatient: @escaping @Sendable (WireResponse) -> Bool = { _ in false }
    ) {
      self.check = check
      self.withdraws = withdraws
      self.isImpatient = isImpatient
    }
  }

  /// What came back, read.
  package struct Answer<Value: Sendable>: Sendable {
    package var value: Value
    package var response: WireResponse
  }

  package enum Body {
    case none
    case json([String: any Sendable])
    case form([(String, String)])
  }

  package let wire: any Wire
  package let clock: any DeskClock
  /// `https://forum.example`, without a slash at its end.
  package let base: String
  /// What the place is called in texts.
  package let host: String
  package let headers: [(name: String, value: String)]
  package let hasRight: Bool
  package let manner: Manner

  package init(
    wire: any Wire, clock: any DeskClock, base: String, host: String,
    headers: [(name: String, value: String)] = [], hasRight: Bool, manner: Manner = Manner()
  ) {
    self.wire = wire
    self.clock = clock
    self.base = base
    self.host = host
    self.headers = headers
    self.hasRight = hasRight
    self.manner = manner
  }

  package func get<T: Decodable & Sendable>(
    _ path: String, _ query: [(String, String)] = []
  ) async throws -> Answer<T> {
    try await ask(.get, path, query)
  }

  /// Asks and reads the answer.
  /// - Throws: `NetworkError`. `certainlyNotSent` is what was sure of this one exchange.
  package func ask<T: Decodable & Sendable>(
    _ method: WireRequest.Method, _ path: String, _ query: [(String, String)] = [],
    body: Body = .none
  ) async throws -> Answer<T> {
    let response = try await send(method, path, query, body: body)
    return Answer(value: try read(response), response: response)
  }

  /// Asks and takes any answer but a fault.
  @discardableResult
  package func send(
    _ method: WireRequest.Method, _ path: String, _ query: [(String, String)] = [],
    body: Body = .none, besides: [(name: String, value: String)] = [], also: Set<Int> = []
  ) async throws -> WireResponse {
    let request = request(method, path, query, body: body, besides: besides)
    var response = try await exchange(request)
    // A place says so of what was renamed, and asks for the same again there; the right goes to no other host.
    if method != .get, let moved = Self.followed(response, request) {
      response = try await exchange(moved)
    }
    guard (200..<300).contains(response.status) || also.contains(response.status) else {
      var fault = await fault(of: response, path)
      if method != .get, Self.leadsElsewhere.contains(response.status) {
        // Trying again would lead there again, and nothing was taken here.
        (fault.kind, fault.certainlyNotSent) = (.refused, true)
      }
      throw fault
    }
    return response
  }

  /// The request was not carried out where it was put. 303 is not among them: it tells of what came of it
  /// (RFC 9110, 15.4).
  private static let leadsElsewhere: Set<Int> = [301, 302, 307, 308]

  /// The same request at the address that 307 or 308 names, on the same host.
  private static func followed(_ response: WireResponse, _ request: WireRequest) -> WireRequest? {
    guard response.status == 307 || response.status == 308,
      let location = response.header("Location")
    else { return nil }
    let origin = origin(request.address)
    var moved = request
    if location.hasPrefix("/"), !location.hasPrefix("//") {
      moved.address = origin + location
    } else if Self.origin(location) == origin {
      moved.address = location
    } else {
      return nil
    }
    return moved.address == request.address ? nil : moved
  }

  /// `https://api.example:8443` of an address.
  private static func origin(_ address: String) -> String {
    let host = address.drop { $0 != ":" }.dropFirst(3).prefix { !"/?#".contains($0) }
    return (address.prefix { $0 != ":" } + "://" + host).lowercased()
  }

  /// The exchange alone, whatever its status.
  package func exchange(_ request: WireRequest) async throws -> WireResponse {
    do {
      return try await wire.send(request)
    } catch let error as WireError {
      throw PlaceFault.of(error, at: host)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw NetworkError(.temporary, "\(host) could not be asked.", cause: error)
    }
  }

  package func request(
    _ method: WireRequest.Method, _ path: String, _ query: [(String, String)] = [],
    body: Body = .none, besides: [(name: String, value: String)] = []
  ) -> WireRequest {
    var all: [(name: String, value: String)] = headers + besides
    if !all.contains(where: { $0.name.lowercased() == "accept" }) {
      all.append(("Accept", "application/json"))
    }
    var bytes: [UInt8] = []
    switch body {
    case .none: break
    case .json(let object):
      all.append(("Content-Type", "application/json"))
      // Keys in order, so that the same message is the same bytes in every attempt.
      let data = try? JSONSerialization.data(
        withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
      bytes = data.map(Array.init) ?? []
    case .form(let fields):
      all.append(("Content-Type", "application/x-www-form-urlencoded"))
      bytes = Array(WebQuery.encode(fields).utf8)
    }
    let address = base + path + (query.isEmpty ? "" : "?" + WebQuery.encode(query))
    return WireRequest(
      method, address, headers: all, body: bytes, maximumBytes: 16 << 20,
      timeout: method == .get ? .seconds(30) : .seconds(60))
  }

  package func read<T: Decodable>(_ response: WireResponse) throws -> T {
    do {
      return try JSONDecoder().decode(T.self, from: Data(response.body))
    } catch {
      throw NetworkError(
        .malformed, "\(host) answered with something that the desk cannot read.", cause: error)
    }
  }

  /// What an answer other than 2xx means here.
  package func meaning(of response: WireResponse) -> NetworkError {
    let now = clock.now()
    if manner.isImpatient(response) { return PlaceFault.patience(response, at: host, now: now) }
    if hasRight, manner.withdraws(response) {
      let said = Complaints.text(of: response)
      return PlaceFault.signedOut(
        host, said.map { " It says: “\(Complaints.shown($0))”." as Message } ?? "")
    }
    return PlaceFault.of(response, at: host, hasRight: hasRight, now: now)
  }

  private func fault(of response: WireResponse, _ path: String) async -> NetworkError {
    let fault = meaning(of: response)
    guard fault.kind == .signedOut, let check = manner.check, check != path else { return fault }
    let second = try? await exchange(request(.get, check))
    if let second, !(200..<300).contains(second.status), meaning(of: second).kind == .signedOut {
      return fault
    }
    return NetworkError(
      .temporary, "\(host) refused once, and not when asked again. The desk tries again.",
      certainlyNotSent: fault.certainlyNotSent)
  }
}

/// Runs what comes before a message is handed over: whatever fails in there, nothing of it went out.
package func beforeHandingOver<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch var error as NetworkError {
    error.certainlyNotSent = true
    throw error
  }
}
