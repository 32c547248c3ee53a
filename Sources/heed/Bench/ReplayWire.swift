import Foundation
import HeedModel
import HeedNetwork

/// A way out that brings recorded messages, each under a new key and time, and nobody's name.
struct ReplayWire: Wire {
  /// Around the key and the time of each.
  private let parts: [(before: String, middle: String, after: String)]
  private let count: Int
  private let perSecond: Int?
  private let start: Int64

  init(lines: [String], count: Int, perSecond: Int?) {
    parts = lines.compactMap { line in
      guard let time = line.firstMatch(of: /"time_us":\d+/),
        let key = line.firstMatch(of: /"rkey":"/), time.range.upperBound <= key.range.lowerBound
      else { return nil }
      return (
        line[..<time.range.lowerBound] + "\"time_us\":",
        String(line[time.range.upperBound..<key.range.upperBound]),
        String(line[key.range.upperBound...])
      )
    }
    self.count = count
    self.perSecond = perSecond
    start = Int64(Date().timeIntervalSince1970) * 1_000_000 - Int64(count) * Self.step
  }

  /// Microseconds from each to the next.
  private static let step: Int64 = 1_000
  /// The cursor that shows that nearly everything was heard; the last seconds of a stream are told in steps.
  var end: Int64 { start + Int64(count) * Self.step - 5_000_000 }

  func send(_: WireRequest) async throws -> WireResponse {
    throw WireError(.unreachable, "Nobody is there.", certainlyNotSent: true)
  }

  func events(_: WireRequest) -> AsyncThrowingStream<ServerSentEvent, any Error> {
    AsyncThrowingStream { $0.finish() }
  }

  func messages(_: WireRequest) -> AsyncThrowingStream<String, any Error> {
    let place = Place()
    let clock = SystemClock()
    let began = clock.now()
    return AsyncThrowingStream {
      let number = await place.next()
      while number >= count { try await clock.sleep(for: .seconds(1)) }
      if let perSecond {
        let due = began + .milliseconds(Int64(number) * 1_000 / Int64(perSecond))
        if due > clock.now() { try await clock.sleep(for: due - clock.now()) }
      }
      let part = parts[number % parts.count]
      return part.before + String(start + Int64(number) * Self.step) + part.middle
        + String(number) + part.after
    }
  }

  private actor Place {
    private var number = -1
    func next() -> Int {
      number += 1
      return number
    }
  }
}
