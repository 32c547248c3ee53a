import Foundation
import HeedDesk
import HeedModel

/// What the record tells a doctor: nothing that people said.
struct RecordFacts: Sendable {
  struct Sealed: Sendable {
    var name: String
    var owner: String
    var box: [UInt8]
  }

  var sealed: [Sealed] = []
  /// Sources that are listened to.
  var sources: [Source] = []
  /// Servers of accounts and sources.
  var hosts: [String] = []
  var failed = 0
  var unknown = 0

  init() {}

  init(_ record: any Record) async throws {
    self = try await record.read { tx in
      var facts = RecordFacts()
      let accounts = try tx.accounts()
      facts.sealed = try tx.sealedBoxes().map {
        Sealed(name: $0.name, owner: $0.owner, box: $0.box)
      }
      var replies: [ID<Reply>: Delivery.Status] = [:]
      for member in try tx.members() {
        // Whoever wrote a reply sees what became of it.
        for reply in try tx.troubledReplies(for: Viewer(member: member.id, role: member.role)) {
          replies[reply.id] = reply.delivery.status
        }
      }
      facts.failed = replies.values.count { $0 == .failed }
      facts.unknown = replies.values.count { $0 == .unknown }
      facts.sources = try tx.sources().filter { $0.pausedAt == nil }
      facts.hosts = Self.hosts(facts.sources, accounts)
      return facts
    }
  }

  /// Practice happens on the desk itself; files come from nowhere.
  static func hosts(_ sources: [Source], _ accounts: [Account]) -> [String] {
    let isOutside = { (name: NetworkName) in
      !["practice", "import", "care"].contains(name.rawValue)
    }
    let ofAccounts = accounts.filter { isOutside($0.network) }.map(\.server)
    let ofSources = sources.filter {
      isOutside($0.network) && $0.kind != "file" && $0.account == nil
    }
    .compactMap { source -> String? in
      if let url = URL(string: source.target), url.scheme != nil {
        return url.host.map { host in url.port.map { "\(host):\($0)" } ?? host }
      }
      let host = source.target.prefix { $0 != "/" }
      return host.contains(".") ? String(host) : nil
    }
    return (ofAccounts + ofSources).filter { !$0.isEmpty }
  }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    if failed + unknown == 0 {
      findings.append(.well("outbox", "No reply is stuck."))
    } else {
      if failed > 0 {
        findings.append(
          .look("outbox", "\(failed) replies did not go out. Their writers find them on Today."))
      }
      if unknown > 0 {
        findings.append(
          .look(
            "outbox",
            "Nobody can tell whether \(unknown) replies went out. Look there, then settle them on Today."
          ))
      }
    }
    let troubled = sources.filter { $0.trouble != nil }
    for source in troubled {
      findings.append(.look("source \(source.name)", source.trouble?.english ?? ""))
    }
    if troubled.isEmpty {
      findings.append(.well("sources", "\(sources.count) are listened to, none in trouble."))
    }
    return findings
  }
}
