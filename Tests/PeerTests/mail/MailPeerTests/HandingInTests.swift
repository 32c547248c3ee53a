import Foundation
import HeedModel
import HeedNetwork
import Testing

@testable import MailNetwork

extension MailPeerTests {
  func asked(_ access: AccountAccess) async throws -> RemotePost {
    let id = "\(UUID().uuidString.lowercased())@a.example"
    try deliver(id, "Läutet es?")
    let heard = try await mail.listen(to: source("inbox", access))
    return try #require(
      heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
        .first { $0.reference.remoteID == RemoteID(id) })
  }

  func answer(_ text: String, to post: RemotePost) -> OutgoingMessage {
    OutgoingMessage(
      key: UUID().uuidString.lowercased(), text: text, visibility: .private,
      inReplyTo: post.reference, firstTriedAt: PeerClock().now(), speaker: "Zoë",
      organisation: "Shop")
  }

  func mails(in folder: String) throws -> [MailMessage] {
    let place = URL(filePath: folder)
    return try FileManager.default.contentsOfDirectory(atPath: folder).map {
      MimeReader().read(Array(try Data(contentsOf: place.appending(path: $0))))
    }
  }

  /// No server honours the key of a message: what was cut there may have arrived.
  @Test func whatIsCutBehindTheFinalDotIsForAPersonToDecide() async throws {
    let access = try await signIn(startsPlain: true)
    let message = answer("Cut behind the dot.", to: try await asked(access))
    let error = await #expect(throws: NetworkError.self) {
      try await mail.send(message, as: access)
    }
    #expect(error?.certainlyNotSent == false)
    guard case .cannotTell = try await mail.find(message, as: access) else {
      Issue.record("nothing that was sent tells of it, and it was taken all the same")
      return
    }
    let words = try mails(in: peer.taken).compactMap { $0.pieces.first?.plain }
    #expect(words.filter { $0.contains("Cut behind the dot.") }.count == 1)
  }

  @Test(.enabled(if: MailPeer.told?.exim != nil), arguments: [0, 1])
  func eximTakesAnAnswerAsItWasWritten(way: Int) async throws {
    let port = try #require(peer.exim?[way])
    let access = try await signIn(startsPlain: way == 0, through: port)
    let text = "Ja – sie läutet.\n.\n..\nFrom here 🔔 " + String(repeating: "lang ", count: 400)
    var message = answer(text, to: try await asked(access))
    message.enclosed = [
      OutgoingMedia(
        bytes: Array(Data(base64Encoded: Self.dot) ?? Data()), type: "image/png",
        alternative: "Ein grüner Punkt", key: "dot")
    ]
    let sent = try await mail.send(message, as: access)
    guard case .there = try await mail.find(message, as: access) else {
      Issue.record("the copy is not among what was sent")
      return
    }
    // Exim hands over behind the answer: what it took is there in a moment.
    let folder = "\(peer.folder)/exim/taken/new"
    var there: MailMessage?
    for _ in 0..<100 where there == nil {
      there = try? mails(in: folder).first {
        $0.messageID == sent.reference.remoteID.rawValue
      }
      if there == nil { try await PeerClock().sleep(for: .milliseconds(100)) }
    }
    let mail = try #require(there)
    let words = try #require(mail.pieces.first?.plain)
    #expect(NewWords(words).text.hasPrefix("Ja – sie läutet.\n.\n..\nFrom here 🔔 lang lang"))
    #expect(words.contains("Ein grüner Punkt"))
    #expect(mail.attachments.map(\.type) == ["image/png"])
  }

  @Test(.enabled(if: MailPeer.told?.exim != nil))
  func whatEximRefusesAfterReadingItCertainlyDidNotGoOut() async throws {
    let port = try #require(peer.exim?[1])
    let access = try await signIn(startsPlain: false, through: port)
    let error = await #expect(throws: NetworkError.self) {
      try await mail.send(answer("Please refuse this.", to: try await asked(access)), as: access)
    }
    #expect(error?.kind == .refused)
    #expect(error?.certainlyNotSent == true)
    #expect(error?.text.english.contains("This is not wanted here") == true)
  }

  /// The smallest picture there is.
  static let dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
}
