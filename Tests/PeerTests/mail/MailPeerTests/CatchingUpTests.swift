import Foundation
import HeedModel
import HeedNetwork
import Testing

@testable import MailNetwork

extension MailPeerTests {
  /// Listens until nothing more is there at once.
  func catchUp(_ access: AccountAccess, from cursor: String?) async throws -> (
    ids: [RemoteID], cursor: String?, passes: Int
  ) {
    var (ids, cursor, passes): ([RemoteID], String?, Int) = ([], cursor, 0)
    while true {
      let heard = try await mail.listen(to: source("inbox", access, cursor: cursor))
      ids += heard.events.compactMap {
        if case .post(let post) = $0 { post.reference.remoteID } else { nil }
      }
      cursor = heard.cursor
      passes += 1
      if heard.next != .zero || passes > 50 { return (ids, cursor, passes) }
    }
  }

  func deliver(_ count: Int, _ text: String) throws -> Set<RemoteID> {
    Set(
      try (0..<count).map { number in
        let id = "\(number).\(UUID().uuidString.lowercased())@a.example"
        try deliver(id, text)
        return RemoteID(id)
      })
  }

  func clear() {
    let mail = URL(filePath: peer.folder).appending(path: "mail")
    for place in ["new", "cur"].map({ mail.appending(path: $0) }) {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path())) ?? [] {
        try? FileManager.default.removeItem(at: place.appending(path: name))
      }
    }
  }

  @Test func afterAnAbsenceEveryMailIsHeardOnce() async throws {
    // Others begin with a mailbox that one pass reads.
    defer { clear() }
    let access = try await signIn(startsPlain: true)
    let before = try await catchUp(access, from: nil)
    let missed = try deliver(230, "While you were away.")
    let heard = try await catchUp(access, from: before.cursor)
    #expect(Set(heard.ids) == missed)
    #expect(heard.ids.count == missed.count)
    #expect(heard.passes > 1, "more than one pass brings")
    #expect(try await catchUp(access, from: heard.cursor).ids.isEmpty)
  }
}
