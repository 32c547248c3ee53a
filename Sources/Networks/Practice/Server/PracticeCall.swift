import Foundation
import HeedNetwork

/// A request to the far side, taken apart.
struct PracticeCall: Sendable {
  var request: WireRequest
  var path: [String]
  private var query: [URLQueryItem]

  init(_ request: WireRequest) {
    self.request = request
    let parts = URLComponents(string: request.address)
    path = (parts?.path ?? "").split(separator: "/").map(String.init)
    query = parts?.queryItems ?? []
  }

  /// Whether it says, changes or takes away something; looking again and signing in do not.
  var isWrite: Bool {
    request.method != .get && path.count > 1 && ["posts", "media"].contains(path[1])
  }

  subscript(name: String) -> String? { query.first { $0.name == name }?.value }

  func header(_ name: String) -> String? {
    request.headers.first { $0.name.lowercased() == name }?.value
  }

  var token: String? {
    header("authorization").flatMap {
      $0.hasPrefix("Bearer ") ? String($0.dropFirst("Bearer ".count)) : nil
    }
  }

  func body<Shape: Decodable>(_: Shape.Type) -> Shape? {
    try? JSONDecoder().decode(Shape.self, from: Data(request.body))
  }

  func answer(_ shape: some Encodable, status: Int = 200) -> WireResponse {
    guard let body = try? JSONEncoder().encode(shape) else {
      return WireResponse(status: 500, address: request.address)
    }
    return WireResponse(
      status: status, headers: [(name: "content-type", value: "application/json")],
      body: Array(body), address: request.address)
  }

  func failure(_ status: Int, _ text: String, _ accepted: Bool?) -> WireResponse {
    answer(Told.Failure(error: text, accepted: accepted), status: status)
  }
}
