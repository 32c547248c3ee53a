import HeedNetwork
import HeedTesting

/// A place that a test holds in its hand.
protocol HeldPlace: Sendable {
  func answer(_ request: WireRequest) -> WireResponse
  func obey(_ order: Order) throws -> JSONValue
}

/// What a test wants; which fields count depends on `act` and on the place. One `POST` an order, JSON in and out.
struct Order: Decodable {
  struct Unknown: Error, CustomStringConvertible {
    var description: String
  }

  var act: String
  var text: String?
  var title: String?
  var url: String?
  var by: String?
  /// What something is said in: a topic, a post, a thread, a story.
  var on: Int?
  /// What it answers there.
  var parent: Int?
  var secret: String?
  var hidden: Bool?

  func obeyed(by place: any HeldPlace) throws -> JSONValue { try place.obey(self) }

  func needed<T>(_ value: T?) throws -> T {
    guard let value else { throw Unknown(description: "\(act) needs more.") }
    return value
  }

  var unknown: Unknown { Unknown(description: "“\(act)” is nothing that can be asked for here.") }
}

extension JSONValue {
  init(_ number: Int?) { self = number.map { .number(String($0)) } ?? .null }

  static func id(_ id: Int) -> JSONValue { ["id": JSONValue(id)] }
}
