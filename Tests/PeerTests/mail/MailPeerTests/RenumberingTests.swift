import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// Dovecot numbers a folder anew: its UIDVALIDITY changes, and every number that the desk kept means nothing any more.
extension MailPeerTests {
  enum Loss: Sendable, CaseIterable {
    /// Its index is gone, as after a disk that was mended or a copy that was put back.
    case ofTheIndex
    /// Whoever runs it says so.
    case byCommand
  }

  private func lose(_ loss: Loss) throws {
    let mail = URL(filePath: peer.folder).appending(path: "mail")
    switch loss {
    case .ofTheIndex:
      for name in try FileManager.default.contentsOfDirectory(atPath: mail.path())
      where name.hasPrefix("dovecot.index") || name == "dovecot-uidlist" {
        try FileManager.default.removeItem(at: mail.appending(path: name))
      }
    case .byCommand:
      let doveadm = Process()
      doveadm.executableURL = URL(filePath: peer.doveadm)
      doveadm.arguments = [
        "-c", peer.folder + "/dovecot.conf", "mailbox", "update", "--uid-validity",
        String(Int32.random(in: 1...1_000_000)), "INBOX",
      ]
      doveadm.environment = ["USER": peer.address, "HOME": peer.folder + "/home"]
      try doveadm.run()
      doveadm.waitUntilExit()
      #expect(doveadm.terminationStatus == 0)
      // It writes as whoever runs the tests, and Dovecot reads as its own user.
      let owner = try FileManager.default.attributesOfItem(atPath: mail.path())
      for name in try FileManager.default.contentsOfDirectory(atPath: mail.path())
      where name.hasPrefix("dovecot") {
        try FileManager.default.setAttributes(
          [
            .ownerAccountID: owner[.ownerAccountID] ?? 0,
            .groupOwnerAccountID: owner[.groupOwnerAccountID] ?? 0,
          ], ofItemAtPath: mail.appending(path: name).path())
      }
    }
  }

  /// All that is there at once, kept as the desk keeps it.
  private func hear(
    _ access: AccountAccess, from cursor: inout String?, into desk: TestDesk
  ) async throws -> [RemoteID] {
    var ids: [RemoteID] = []
    for _ in 0..<50 {
      let heard = try await mail.listen(to: source("inbox", access, cursor: cursor))
      try await desk.hear(heard.events)
      ids += heard.events.compactMap {
        if case .post(let post) = $0 { post.reference.remoteID } else { nil }
      }
      cursor = heard.cursor
      if heard.next != .zero { break }
    }
    return ids
  }

  private func kept(in desk: TestDesk) async throws -> [RemoteID] {
    try await desk.store.read { tx in
      let ana = try tx.handles(FakeNetwork.name, remoteIDs: [RemoteID("ana@a.example")])
      return try ana.first.map { try tx.posts(by: $0.id, before: nil, limit: 1000) } ?? []
    }.map(\.remoteID)
  }

  @Test(arguments: Loss.allCases)
  func aFolderThatDovecotNumbersAnewLosesNothingAndDoublesNothing(loss: Loss) async throws {
    // Others begin with a mailbox that one pass reads.
    clear()
    defer { clear() }
    let desk = try await TestDesk()
    let access = try await signIn(startsPlain: false)
    var cursor: String?
    var all = try deliver(130, "Before it was numbered anew.")
    _ = try await hear(access, from: &cursor, into: desk)
    #expect(Set(try await kept(in: desk)) == all)
    let before = try #require(MailCursor(cursor))

    // Some came before it happened and some after it, and nobody listened meanwhile.
    all.formUnion(try deliver(20, "Just before."))
    try lose(loss)
    all.formUnion(try deliver(20, "Just after."))
    let again = try await hear(access, from: &cursor, into: desk)
    let after = try #require(MailCursor(cursor))
    #expect(after.validity != before.validity)
    #expect(Set(again).count == again.count, "no pass brings one twice")
    let there = try await kept(in: desk)
    #expect(Set(there) == all, "nothing is lost")
    #expect(there.count == all.count, "and nothing is kept twice")

    // It goes on from there.
    let last = try deliver(5, "Later.")
    #expect(Set(try await hear(access, from: &cursor, into: desk)) == last)
    #expect(try await hear(access, from: &cursor, into: desk).isEmpty)
  }

  /// Where a folder is numbered anew in the middle of what was missed, the rest of that is no older than it was.
  @Test func whatWasNotYetReadWhenItHappensIsRead() async throws {
    clear()
    defer { clear() }
    let desk = try await TestDesk()
    let access = try await signIn(startsPlain: true)
    let all = try deliver(230, "While you were away.")
    let first = try await mail.listen(to: source("inbox", access))
    try await desk.hear(first.events)
    #expect(first.next == .zero, "more is there")
    try lose(.ofTheIndex)
    var cursor = first.cursor
    _ = try await hear(access, from: &cursor, into: desk)
    let there = try await kept(in: desk)
    #expect(Set(there) == all)
    #expect(there.count == all.count)
  }
}
