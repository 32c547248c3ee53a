import ArgumentParser
import Foundation
import HeedModel
import HeedWire
import Testing

@testable import heed

/// The organisation's own authorities, as the configuration names them.
@Suite struct AuthorityTests {
  private static let openssl = "/usr/bin/openssl"
  static let canMake = FileManager.default.isExecutableFile(atPath: openssl)

  private func withFile(_ text: String?, _ body: (String) async throws -> Void) async throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    if let text { try Data(text.utf8).write(to: file) }
    try await body(file.path)
  }

  private func certificate(days: Int) throws -> String {
    let process = Process()
    let out = Pipe()
    process.executableURL = URL(filePath: Self.openssl)
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-days", "\(days)", "-subj", "/CN=authority.example", "-keyout", "/dev/null",
    ]
    process.standardOutput = out
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

  private func configuration(_ path: String) async throws -> DeskConfiguration {
    try await ConfigurationOptions.parse(["--set", "authorities=\(path)"]).load()
  }

  @Test func withoutAFileTheSystemsAuthoritiesAreTrusted() async throws {
    let clock = SystemClock()
    #expect(AuthorityCheck(path: "", now: clock.now()).findings().map(\.state) == [.well])
    let way = try await configuration("").wayOut(clock: clock)
    #expect(way.trustedCertificates == nil)
  }

  @Test(arguments: [nil, "", "nonsense", "-----BEGIN CERTIFICATE-----\nAAAA\n"])
  func aFileWithoutACertificateIsBrokenAndKeepsTheDeskFromStarting(_ text: String?) async throws {
    try await withFile(text) { path in
      let clock = SystemClock()
      let findings = AuthorityCheck(path: path, now: clock.now()).findings()
      #expect(findings.map(\.state) == [.broken])
      #expect(findings.first?.text.contains(path) == true)
      let configuration = try await configuration(path)
      #expect(throws: (any Error).self) { try configuration.wayOut(clock: clock) }
    }
  }

  @Test(.enabled(if: canMake, "needs the openssl command to make a certificate"))
  func whatEndsSoonIsSaidBeforeItEnds() async throws {
    let now = SystemClock().now()
    try await withFile(try certificate(days: 90)) { path in
      let check = AuthorityCheck(path: path, now: now)
      #expect(check.findings().map(\.state) == [.well])
      #expect(check.findings().first?.text.hasPrefix("1 of your own, good until 2") == true)
      #expect(AuthorityCheck(path: path, now: now + .days(70)).findings().map(\.state) == [.look])
      let late = AuthorityCheck(path: path, now: now + .days(91))
      #expect(late.findings().map(\.state) == [.broken])
      let way = try await configuration(path).wayOut(clock: SystemClock())
      #expect(way.trustedCertificates == check.text)
    }
  }
}
