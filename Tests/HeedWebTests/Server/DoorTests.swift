import Foundation
import HeedModel
import HeedTesting
import Logging
import NIOCore
import Testing

@testable import HeedWeb

/// HTTPS by itself, the way there, and by which names the desk may be called.
@Suite struct DoorTests {
  private static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  /// The certificates of these tests are made now, by the machine's clock.
  private static var now: Instant { Instant(seconds: Int64(Date().timeIntervalSince1970) + 60) }

  private static func server(_ web: WebDesk, names: [String] = []) -> WebServer {
    WebServer(
      desk: web.desk, live: web.live,
      configuration: WebConfiguration(
        host: "127.0.0.1", port: 0, trustsProxy: false, isSecure: false, names: names),
      logger: quiet)
  }

  @Test(.enabled(if: MadeCertificate.canBeMade, "needs the openssl command to make a certificate"))
  func aRenewedCertificateIsShownWithoutARestart() async throws {
    let made = try MadeCertificate()
    defer { made.remove() }
    let web = try await WebDesk()
    let certificates = try Certificates(
      made.files, clock: ManualClock(Self.now), logger: Self.quiet)
    let first = try made.root
    let health = Raw.get("/health", host: "localhost")
    try await OpenDoor.with {
      try Door.desk(Self.server(web), certificates: certificates, onRunning: $0)
    } _: { port in
      #expect(Raw.status(try await Raw.ask(port, health, trusting: first)) == "200")
      // Who speaks HTTP without TLS here gets nothing.
      #expect(!((try? await Raw.ask(port, health)) ?? "").contains("ok"))
      try made.renew()
      let second = try made.root
      await #expect(throws: (any Error).self) {
        try await Raw.ask(port, health, trusting: second)
      }
      certificates.lookAgain()
      #expect(Raw.status(try await Raw.ask(port, health, trusting: second)) == "200")
      await #expect(throws: (any Error).self) { try await Raw.ask(port, health, trusting: first) }
    }
  }

  @Test(.enabled(if: MadeCertificate.canBeMade, "needs the openssl command to make a certificate"))
  func aRenewalThatCannotBeUsedLeavesWhatStood() throws {
    let made = try MadeCertificate()
    let other = try MadeCertificate()
    defer {
      made.remove()
      other.remove()
    }
    let clock = ManualClock(Self.now)
    let certificates = try Certificates(made.files, clock: clock, logger: Self.quiet)
    let ends = certificates.current.endsAt
    let good = try Data(contentsOf: URL(filePath: made.files.key))
    try Data(contentsOf: URL(filePath: other.files.key)).write(to: URL(filePath: made.files.key))
    #expect(!certificates.reload())
    try Data("not a key".utf8).write(to: URL(filePath: made.files.key))
    #expect(!certificates.reload())
    try FileManager.default.removeItem(atPath: made.files.key)
    #expect(!certificates.reload())
    #expect(certificates.current.endsAt == ends)
    try good.write(to: URL(filePath: made.files.key))
    #expect(certificates.reload())
    // Its time goes by: it is shown on, for nothing better is there, but no new start takes it.
    clock.advance(by: .days(31))
    #expect(!certificates.reload())
    #expect(throws: Problem.self) {
      try Certificates(made.files, clock: clock, logger: Self.quiet)
    }
  }

  @Test(.enabled(if: MadeCertificate.canBeMade, "needs the openssl command to make a certificate"))
  func eachFaultOfTheFilesIsSaidWithItsName() throws {
    let made = try MadeCertificate()
    let other = try MadeCertificate()
    defer {
      made.remove()
      other.remove()
    }
    let certificate = try Certificate(made.files)
    #expect(certificate.fault(at: Self.now) == nil)
    #expect(certificate.daysLeft(at: Self.now) == 29)
    #expect(certificate.fault(at: Self.now + .days(40))?.contains("ended") == true)
    #expect(certificate.fault(at: Self.now - .days(40))?.contains("later") == true)

    func fault(_ certificate: String, _ key: String) -> String {
      do {
        _ = try Certificate(Certificate.Files(certificate: certificate, key: key))
        return ""
      } catch {
        return (error as? Problem)?.text.english ?? ""
      }
    }
    let missing = made.folder.appending(path: "nothing.pem").path
    #expect(fault(missing, made.files.key).hasPrefix("\(missing) cannot be read"))
    #expect(fault(made.files.certificate, missing).hasPrefix("\(missing) cannot be read"))
    #expect(fault(made.files.key, made.files.key).contains("holds no certificate"))
    #expect(fault(made.files.certificate, made.files.certificate).contains("holds no key"))
    #expect(fault(made.files.certificate, other.files.key).contains("does not belong"))
  }

  @Test func withoutHTTPSOneIsLedToTheAddressAndNowhereElse() async throws {
    try await OpenDoor.with {
      Door.redirect(
        host: "127.0.0.1", port: 0, to: "https://desk.example", logger: Self.quiet, onRunning: $0)
    } _: { port in
      for (path, leads) in [
        ("/today?after=1", "https://desk.example/today?after=1"), ("/", "https://desk.example/"),
        ("//evil.example/", "https://desk.example//evil.example/"),
        ("http://evil.example/a", "https://desk.example/a"),
      ] {
        let answer = try await Raw.ask(port, Raw.get(path, host: "evil.example"))
        #expect(Raw.status(answer) == "308", "\(path)")
        let lines = answer.split(separator: "\r\n").map { $0.lowercased() }
        #expect(lines.contains("location: " + leads), "\(path): \(answer)")
      }
      let odd = try await Raw.ask(port, Raw.get("@evil.example/", host: "a"))
      #expect(!odd.contains("evil.example"))
      let post = try await Raw.ask(
        port,
        "POST /signin HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=b")
      #expect(Raw.status(post) == "426")
    }
  }

  @Test func theDeskAnswersToItsOwnNamesOnly() async throws {
    let web = try await WebDesk()
    try await OpenDoor.with {
      try Door.desk(Self.server(web, names: ["heed.lan"]), onRunning: $0)
    } _: { port in
      for host in [
        "desk.example", "DESK.example.", "desk.example:444", "localhost", "localhost:\(port)",
        "heed.localhost", "127.0.0.1:\(port)", "127.8.8.8", "[::1]:8080", "heed.lan",
        "10.0.0.1", "192.0.2.7:8080", "[::ffff:127.0.0.1]",
      ] {
        let answer = try await Raw.ask(port, Raw.get("/signin", host: host))
        #expect(Raw.status(answer) == "200", "\(host)")
      }
      for host in [
        "evil.example", "desk.example.evil.example", "evil.example:\(port)", "notlocalhost",
        "127.0.0.1.evil.example", "127.0.0.evil", "localhost.evil.example",
        "", "desk.example@evil.example", "127.1",
      ] {
        let answer = try await Raw.ask(port, Raw.get("/signin", host: host))
        #expect(["421", "400"].contains(Raw.status(answer)), "\(host): \(Raw.status(answer))")
        #expect(!answer.contains("<html"), "\(host)")
        #expect(!answer.lowercased().contains("set-cookie"), "\(host)")
        for path in ["/health", "/ready"] where !host.isEmpty {
          let alive = try await Raw.ask(port, Raw.get(path, host: host))
          #expect(Raw.status(alive) == "200", "\(host)\(path)")
        }
      }
    }
  }

  /// Against what would be read as the next answer on the same connection.
  @Test func theHeadAloneIsWhatGetSaysWithoutItsBody() async throws {
    let web = try await WebDesk()
    try await OpenDoor.with {
      try Door.desk(Self.server(web), onRunning: $0)
    } _: { port in
      for (path, host) in [
        ("/health", "localhost"), ("/ready", "localhost"), ("/signin", "localhost"),
        ("/today", "localhost"), ("/corrections/atom.xml", "localhost"), ("/live", "localhost"),
        ("/assets/x/heed.css", "localhost"), ("/nothing/here", "localhost"),
        ("/webmention", "localhost"), ("/signin", "evil.example"),
      ] {
        let get = try await Raw.ask(port, Raw.get(path, host: host))
        let head = try await Raw.ask(
          port, Raw.get(path, host: host).replacing("GET ", with: "HEAD ", maxReplacements: 1))
        #expect(Raw.status(head) == Raw.status(get), "\(path)")
        #expect(head.hasSuffix("\r\n\r\n"), "\(path)")
        #expect(head.ranges(of: "\r\n\r\n").count == 1, "\(path)")
      }
      let twice = try await Raw.ask(
        port,
        "HEAD /signin HTTP/1.1\r\nHost: localhost\r\n\r\n" + Raw.get("/health", host: "localhost"))
      #expect(twice.ranges(of: "HTTP/1.1 200").count == 2)
    }
  }
}
