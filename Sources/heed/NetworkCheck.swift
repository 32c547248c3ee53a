import Foundation
import HeedModel
import HeedNetwork
import HeedWire

/// Whether the servers that the desk listens to can be reached from here.
struct NetworkCheck {
  static let timeout = Duration.seconds(8)

  var hosts: [String]
  var proxy: ProxySettings
  var clock: any DeskClock

  struct Result {
    var findings: [Finding]
    /// How far the clock of the first server that told its time is ahead of ours.
    var time: Duration?
  }

  private struct Answer: Sendable {
    var host: String
    var fault: String?
    var ahead: Duration?
  }

  func run(_ wire: any Wire) async -> Result {
    let hosts = Array(Set(hosts.map { $0.lowercased() })).sorted()
    var answers: [Answer] = []
    await withTaskGroup(of: Answer.self) { group in
      for host in hosts { group.addTask { await ask(host, wire) } }
      for await answer in group { answers.append(answer) }
    }
    answers.sort { $0.host < $1.host }
    let isNobody = !answers.isEmpty && answers.allSatisfy { $0.fault != nil }
    var findings = [proxyFinding]
    for answer in answers {
      let subject = "network \(answer.host)"
      if let fault = answer.fault {
        findings.append(isNobody ? .broken(subject, fault) : .look(subject, fault))
      } else {
        findings.append(.well(subject, "It answers."))
      }
    }
    if answers.isEmpty { findings.append(.well("network", "The desk listens to no server yet.")) }
    return Result(findings: findings, time: answers.compactMap(\.ahead).first)
  }

  private var proxyFinding: Finding {
    guard proxy.unreadable.isEmpty else {
      return .broken(
        "proxy",
        "\(proxy.unreadable.joined(separator: ", ")) cannot be read. Write http://host:port")
    }
    let named = [proxy.http, proxy.https].compactMap { $0 }.map { "\($0.host):\($0.port)" }
    guard !named.isEmpty else { return .well("proxy", "None: the desk goes out by itself.") }
    return .well(
      "proxy",
      "The desk goes out by \(Set(named).sorted().joined(separator: " and ")), which finds names for it."
    )
  }

  private func ask(_ host: String, _ wire: any Wire) async -> Answer {
    do {
      let response = try await wire.send(
        WireRequest(.head, "https://\(host)/", maximumBytes: 1 << 16, timeout: Self.timeout))
      let told = response.header("Date").flatMap { Dates.header($0) }
      return Answer(host: host, ahead: told.map { $0 - clock.now() })
    } catch let error as WireError {
      return Answer(host: host, fault: error.text.english)
    } catch {
      return Answer(host: host, fault: "It does not answer.")
    }
  }
}

/// The machine's clock: times of posts, codes of the second factor and sessions hang on it.
struct ClockCheck {
  static let noticeable = Duration.seconds(30)
  static let harmful = Duration.minutes(5)

  var now: Instant
  /// How far a server is ahead of it; `nil` when none told.
  var servers: Duration?

  func findings() -> [Finding] {
    let isSane = now >= Instant(seconds: 1_767_225_600) && now < Instant(seconds: 4_102_444_800)
    guard isSane else {
      return [.broken("clock", "It shows a year that cannot be. Set the machine's clock.")]
    }
    guard let servers else {
      return [.look("clock", "The year is right; no server told its time to compare with.")]
    }
    let apart = servers < .zero ? .zero - servers : servers
    let seconds = apart.components.seconds
    let way = servers < .zero ? "fast" : "slow"
    if apart >= Self.harmful {
      return [.broken("clock", "It is \(seconds) seconds \(way). Set it, by NTP at best.")]
    }
    return apart >= Self.noticeable
      ? [.look("clock", "It is \(seconds) seconds \(way). Set it, by NTP at best.")]
      : [.well("clock", "It agrees with the servers.")]
  }
}
