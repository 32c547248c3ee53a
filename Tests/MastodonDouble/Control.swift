import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import NIOCore

/// The second address: lets a test make people speak, things go wrong, and reads what was
/// accepted. One `POST` an order, JSON in and out.
struct Control: Sendable {
  let far: FarSide

  func respond(_ connection: Server.Connection) async throws {
    guard case .exchanges(let channel) = connection else { return }
    try await channel.executeThenClose { parts, out in
      var asked = Asked()
      for try await part in parts {
        guard let (_, body) = asked.take(part) else { continue }
        let answer: (status: Int, value: JSONValue)
        do {
          answer = (200, try obey(JSONDecoder().decode(Order.self, from: Data(body))))
        } catch {
          answer = (400, ["error": .text("\(error)")])
        }
        let response = WireResponse(
          status: answer.status, headers: [("Content-Type", "application/json")],
          body: Array(answer.value.rendered.utf8), address: "")
        try await out.write(.init(response, isHead: false))
      }
    }
  }

  /// What a test wants; which fields count depends on `act`.
  struct Order: Decodable {
    var act: String
    var person: String?
    var acct: String?
    var name: String?
    var text: String?
    var post: String?
    var parent: String?
    var visibility: String?
    var isFiltered: Bool?
    var method: String?
    var path: String?
    var fault: String?
    var status: Int?
    var body: String?
    var headers: [String: String]?
    var seconds: Double?
    var count: Int?
  }

  struct Unknown: Error, CustomStringConvertible {
    var description: String
  }

  private var double: MastodonDouble { far.double }

  private func obey(_ order: Order) throws -> JSONValue {
    switch order.act {
    case "person":
      return ["id": .text(double.person(try order.needed(\.acct, "acct"), name: order.name))]
    case "token": return ["token": .text(double.token(for: try order.needed(\.person, "person")))]
    case "authorizes":
      double.authorizes(as: try order.needed(\.person, "person"))
      return [:]
    case "say":
      let id = double.post(
        by: try order.needed(\.person, "person"), try order.needed(\.text, "text"),
        inReplyTo: order.parent.flatMap { double.id(of: $0) ?? $0 },
        visibility: order.visibility ?? "public", isFiltered: order.isFiltered ?? false)
      return ["id": .text(id), "uri": JSONValue(double.uri(of: id))]
    case "edit":
      let id = double.edit(try post(order), try order.needed(\.text, "text"))
      return ["id": .text(id)]
    case "delete":
      double.delete(try post(order))
      return [:]
    case "favourite":
      double.favourite(try post(order), by: try order.needed(\.person, "person"))
      return [:]
    case "boost":
      return ["id": .text(double.boost(try post(order), by: try order.needed(\.person, "person")))]
    case "follow":
      double.follow(try order.needed(\.person, "person"), by: order.count ?? 0)
      return [:]
    case "fail":
      try fail(order)
      return [:]
    case "cut":
      double.cutStreams()
      return [:]
    case "streams": return ["open": .number(String(double.openStreams))]
    case "uri": return ["uri": JSONValue(double.uri(of: try order.needed(\.post, "post")))]
    case "accepted": return .list(double.accepted.map(\.json))
    case "journal": return .list(double.journal.map(\.json))
    case "requests":
      return .list(double.requests.map { .text("\($0.method.rawValue) \($0.address)") })
    default: throw Unknown(description: "“\(order.act)” is nothing that can be asked for.")
    }
  }

  private func post(_ order: Order) throws -> String {
    let post = try order.needed(\.post, "post")
    return double.id(of: post) ?? post
  }

  private func fail(_ order: Order) throws {
    let name = order.method ?? "POST"
    let path = order.path ?? "/api/v1/statuses"
    guard let method = WireRequest.Method(rawValue: name) else {
      throw Unknown(description: "\(name) is no method.")
    }
    let fault: MastodonDouble.Fault
    switch try order.needed(\.fault, "fault") {
    case "cutBefore": fault = .cutBefore
    case "cutAfter": fault = .cutAfter
    case "statusAfter": fault = .statusAfter(order.status ?? 502)
    case "refusal":
      fault = .refusal(order.status ?? 503, order.body ?? "", headers: order.headers ?? [:])
    case "late": return far.delay(.init(method: name, path: path, seconds: order.seconds ?? 5))
    case let other: throw Unknown(description: "“\(other)” is no fault.")
    }
    double.fail(method, path, fault)
  }
}

extension Control.Order {
  fileprivate func needed<T>(_ field: KeyPath<Self, T?>, _ name: String) throws -> T {
    guard let value = self[keyPath: field] else {
      throw Control.Unknown(description: "\(act) needs \(name).")
    }
    return value
  }
}
