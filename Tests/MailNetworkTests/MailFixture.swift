import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import Testing

@testable import MailNetwork

/// A mailbox with the double of its servers behind it: `help@shop.example` is us, Ana writes to us.
struct MailFixture: NetworkFixture {
  let clock: ManualClock
  let double: MailDouble
  let mail: MailNetwork
  let password: String

  var network: any Network { mail }
  var secrets: [String] { [password] }
  var onlyAnswers: Bool { true }

  init(
    _ manner: MailDouble.Manner = MailDouble.Manner(), clock: ManualClock = ManualClock(),
    pace: MailNetwork.Pace = MailNetwork.Pace()
  ) {
    self.clock = clock
    password = "secret \(UUID().uuidString)"
    double = MailDouble(password: password, manner: manner, clock: clock)
    mail = MailNetwork(
      wire: ScriptedWire(), connections: double, clock: clock, pace: pace)
  }

  var mailbox: Mailbox {
    Mailbox(
      address: "help@shop.example", name: "Bell Shop",
      incoming: MailPlace(host: "imap.shop.example", port: 993, startsPlain: false),
      outgoing: MailPlace(host: "smtp.shop.example", port: 465, startsPlain: false),
      secret: .password(user: "help@shop.example", password))
  }

  var access: AccountAccess {
    AccountAccess(
      id: ID(1), server: "imap.shop.example", remoteID: RemoteID("help@shop.example"),
      address: "help@shop.example", credentials: mailbox.credentials)
  }
  var account: AccountAccess? { access }

  func source(_ kind: String) -> ListeningSource {
    ListeningSource(
      id: ID(1), kind: kind, target: "help@shop.example", cursor: nil, account: access)
  }
  var sources: [ListeningSource] { [source("inbox")] }

  func say(_ text: String, inReplyTo parent: RemoteReference?) async throws -> RemoteReference {
    clock.advance(by: .seconds(1))
    let id = "\(UUID().uuidString.lowercased())@a.example"
    let reply =
      parent.map {
        "In-Reply-To: <\($0.remoteID.rawValue)>\nReferences: <\($0.remoteID.rawValue)>\n"
      } ?? ""
    let body = Data(text.utf8).base64EncodedString()
    let uid = double.deliver(
      """
      From: "Ana Prado" <ana@a.example>
      To: help@shop.example
      Subject: The bell
      Date: \(MailComposer.date(clock.now()))
      Message-ID: <\(id)>
      \(reply)Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      \(body)
      """)
    return RemoteReference(remoteID: RemoteID(id), local: "1:\(uid):INBOX")
  }

  func accepted() async throws -> [AcceptedMessage] {
    double.taken.map { raw in
      let mail = MimeReader().read(raw)
      return AcceptedMessage(
        id: RemoteID(mail.messageID ?? ""),
        text: NewWords(mail.pieces.first?.plain ?? "").text,
        language: mail.headers["content-language"],
        visibility: .private, parent: mail.inReplyTo.first.map { RemoteID($0) },
        alternatives: Self.alternatives(in: raw))
    }
  }

  /// What stands beside each picture for those who do not see it.
  private static func alternatives(in raw: [UInt8]) -> [String] {
    // Long fields go on in the next line.
    String(decoding: raw, as: UTF8.self).replacing("\r\n ", with: " ")
      .components(separatedBy: "\r\n").compactMap {
        $0.hasPrefix("Content-Description: ") ? String($0.dropFirst(21)) : nil
      }
  }

  func strike(_ fault: NetworkFault, on kind: NetworkFault.Target) async throws {
    switch (kind, fault) {
    case (.sending, .cutBeforeAccepting): double.fail(.cutBeforeTaking)
    case (.sending, .cutAfterAccepting): double.fail(.cutAfterTaking)
    case (.sending, .temporarilyDown): double.fail(.refusesSender("451 4.3.0 come back later"))
    case (.sending, .rateLimited): double.fail(.refusesSender("450 4.7.1 too many messages"))
    case (.listening, .temporarilyDown): double.fail(.refusesFolder("NO [UNAVAILABLE] later"))
    case (.listening, .rateLimited): double.fail(.refusesFolder("NO [LIMIT] too many connections"))
    case (_, .errorAfterAccepting):
      throw NotHere("a mail server that refuses has taken nothing (RFC 5321, 4.2.5)")
    default: throw NotHere("no fault \(fault)")
    }
  }

  func withdrawRight() async throws { double.changePassword(to: UUID().uuidString) }
  func streamIsOpen() async throws { while double.idling == 0 { await Task.yield() } }
  func cutStreams() async throws { double.cutConnections() }

  func signIn() async throws -> SignedIn {
    let step = try await mail.begin(
      at: "help@shop.example,imap.shop.example,smtp.shop.example",
      desk: DeskAddress(base: "https://desk.example", isPublic: true))
    return try await mail.finish(step, with: .token(password))
  }

  /// Checks that an error has words and shows no secret.
  func expectSafe(_ error: NetworkError) {
    #expect(!error.text.isEmpty)
    #expect(!error.text.english.contains(password) && !error.description.contains(password))
  }

  /// All that a folder brings from a cursor on.
  func hear(_ kind: String = "inbox", cursor: String? = nil) async throws -> (
    posts: [RemotePost], cursor: String?
  ) {
    var source = source(kind)
    source.cursor = cursor
    var posts: [RemotePost] = []
    while true {
      let heard = try await mail.listen(to: source)
      for case .post(let post) in heard.events { posts.append(post) }
      source.cursor = heard.cursor
      if heard.next != .zero { return (posts, source.cursor) }
    }
  }

  func message(_ text: String, key: String, to parent: RemoteReference, speaker: String? = nil)
    -> OutgoingMessage
  {
    OutgoingMessage(
      key: key, text: text, visibility: .private, inReplyTo: parent, firstTriedAt: clock.now(),
      speaker: speaker, organisation: "Bell Shop")
  }
}
