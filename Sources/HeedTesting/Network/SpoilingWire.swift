import Foundation
import HeedModel
public import HeedNetwork
import Synchronization

/// A way out behind which anything in an answer may be something else: a broken server, a proxy that rewrites, somebody
/// who means harm. What is spoilt follows from the seed.
public final class SpoilingWire: Wire {
  private let inner: any Wire
  private let chance: Mutex<Chance>

  public init(_ inner: any Wire, seed: UInt64) {
    self.inner = inner
    chance = Mutex(Chance(seed: seed))
  }

  public func send(_ request: WireRequest) async throws -> WireResponse {
    var answer = try await inner.send(request)
    guard let told = try? JSONDecoder().decode(ToldJSON.self, from: Data(answer.body)) else {
      return answer
    }
    let spoilt = chance.withLock { chance in
      // Now and then an answer stays as it was, or else no network would come beyond its first question.
      chance.isLucky(40) ? told.value : Self.spoil(told.value, &chance)
    }
    answer.body = Array(spoilt.rendered.utf8)
    return answer
  }

  public func events(_ request: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    inner.events(request)
  }

  public func messages(_ request: WireRequest) -> AsyncThrowingStream<String, any Error> {
    inner.messages(request)
  }

  private static func spoil(_ value: JSONValue, _ chance: inout Chance) -> JSONValue {
    var value = value
    for _ in 0..<Int.random(in: 1...3, using: &chance) {
      var place = Int.random(in: 0..<max(size(value), 1), using: &chance)
      value = replace(value, at: &place, by: extremes.randomElement(using: &chance) ?? .null)
    }
    return value
  }

  private static func size(_ value: JSONValue) -> Int {
    switch value {
    case .list(let items): 1 + items.reduce(0) { $0 + size($1) }
    case .object(let fields): 1 + fields.reduce(0) { $0 + size($1.1) }
    default: 1
    }
  }

  /// - Parameter place: how many values stand before the one to replace; counted down.
  private static func replace(
    _ value: JSONValue, at place: inout Int, by other: JSONValue
  ) -> JSONValue {
    place -= 1
    if place == -1 { return other }
    switch value {
    case .list(let items): return .list(items.map { replace($0, at: &place, by: other) })
    case .object(let fields):
      return .object(fields.map { ($0.0, replace($0.1, at: &place, by: other)) })
    default: return value
    }
  }

  /// What no documentation knows, and what some server has said.
  private static let extremes: [JSONValue] = [
    .null, true, false, 0, -1, .number("9223372036854775807"), .number("-9223372036854775808"),
    .number("9007199254740993"), .number("18446744073709551616"), .number("1e308"),
    .number("-1e308"), .number("0.1"), .number("253402300800"), "", "9223372036854775807", "-1",
    "null", "\u{0}", "\u{202E}ana", "..", "https://", "https://[::1", "javascript:alert(1)",
    "9999-12-31T23:59:59Z", "0000-00-00T00:00:00Z", "2026-02-31T00:00:00Z",
    "<b>x</b><script>y</script>", .text(String(repeating: "x", count: 70_000)),
    .text(String(repeating: "<p>", count: 2_000)), .raw(#""\ud800""#), [], [nil, 7, "x", []],
    .object([]), .object([("id", .number("9223372036854775807"))]),
  ]
}

/// JSON of any shape, as it was told.
private struct ToldJSON: Decodable {
  let value: JSONValue

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Name.self) {
      value = .object(
        try object.allKeys.sorted { $0.stringValue < $1.stringValue }.map {
          ($0.stringValue, try object.decode(ToldJSON.self, forKey: $0).value)
        })
      return
    }
    if var list = try? decoder.unkeyedContainer() {
      var items: [JSONValue] = []
      while !list.isAtEnd { items.append(try list.decode(ToldJSON.self).value) }
      value = .list(items)
      return
    }
    let single = try decoder.singleValueContainer()
    if single.decodeNil() {
      value = .null
    } else if let flag = try? single.decode(Bool.self) {
      value = .flag(flag)
    } else if let number = try? single.decode(Int64.self) {
      value = .number(String(number))
    } else if let number = try? single.decode(Double.self) {
      value = .number(String(number))
    } else {
      value = .text(try single.decode(String.self))
    }
  }
}

private struct Chance: RandomNumberGenerator {
  private let source: SeededRandomness
  init(seed: UInt64) { source = SeededRandomness(seed: seed) }
  mutating func next() -> UInt64 { source.number() }
  mutating func isLucky(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }
}
