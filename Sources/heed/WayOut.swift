import ArgumentParser
import Foundation
import HeedModel
import HeedWire

extension DeskConfiguration {
  /// How the desk goes out, as configured.
  /// - Throws: when the file of authorities cannot be read: going on without it would fail at each
  ///   server, one by one, with no word of the reason.
  func wayOut(clock: any DeskClock) throws -> WireConfiguration {
    let check = AuthorityCheck(path: self["authorities"], now: clock.now())
    if let wrong = check.findings().first(where: { $0.state == .broken && check.text == nil }) {
      throw ValidationError("authorities: \(wrong.text)")
    }
    return wayOut(clock: clock, certificates: check.text)
  }

  func wayOut(clock: any DeskClock, certificates: String?) -> WireConfiguration {
    WireConfiguration(
      userAgent: WireConfiguration.userAgent(
        version: HeedVersion.current, noticePage: address + "/notice"),
      proxy: ProxySettings(environment: ProcessInfo.processInfo.environment),
      allowedHosts: list("hosts") + list("hosts.linked"), openHosts: list("hosts.linked"),
      trustedCertificates: certificates, clock: clock,
      randomness: SystemRandomness())
  }
}

/// The organisation's own authorities: whether their file can be read, and when they end.
struct AuthorityCheck {
  var path: String
  var now: Instant
  /// What the file holds, if it holds certificates; `nil` also when none is configured.
  private(set) var text: String?
  private var ends: [Instant] = []

  init(path: String, now: Instant) {
    self.path = path
    self.now = now
    guard !path.isEmpty, let data = FileManager.default.contents(atPath: path) else { return }
    let text = String(decoding: data, as: UTF8.self)
    guard let own = try? OwnAuthorities(text) else { return }
    self.text = text
    ends = own.ends
  }

  func findings() -> [Finding] {
    let subject = "authorities"
    if path.isEmpty { return [.well(subject, "None of your own; the system's are trusted.")] }
    guard FileManager.default.isReadableFile(atPath: path) else {
      return [.broken(subject, "\(path) cannot be read. Is it there, and readable for the desk?")]
    }
    guard text != nil, let first = ends.min() else {
      return [
        .broken(
          subject,
          "\(path) holds no certificate. It has to be PEM: -----BEGIN CERTIFICATE----- and so on.")
      ]
    }
    let day = Self.day(first)
    if first <= now { return [.broken(subject, "One of \(path) ended on \(day). Renew it.")] }
    if first < now + .days(30) {
      return [.look(subject, "One of \(path) ends on \(day). Renew it before.")]
    }
    return [.well(subject, "\(ends.count) of your own, good until \(day).")]
  }

  private static func day(_ instant: Instant) -> String {
    Date(timeIntervalSince1970: Double(instant.milliseconds) / 1000)
      .formatted(.iso8601.year().month().day())
  }
}
