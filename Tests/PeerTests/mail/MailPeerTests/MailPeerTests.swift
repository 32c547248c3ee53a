import Foundation
import HeedModel
import HeedNetwork
import HeedTesting
import HeedWire
import Logging
import Testing

@testable import MailNetwork

/// Where the servers stand that `Tests/PeerTests/mail/run` started.
struct MailPeer: Decodable {
  var address: String
  var password: String
  var imap: Int
  var imaps: Int
  var smtp: Int
  var smtps: Int
  var certificate: String
  var taken: String
  var new: String
  var folder: String
  /// The port at which tokens are exchanged, and what the first one is exchanged for.
  var tokens: Int
  var refresh: String
  /// Where Dovecot's own command stands.
  var doveadm: String
  /// Exim's ports, STARTTLS first, where it runs.
  var exim: [Int]?

  var hosts: [String] {
    ([imap, imaps, smtp, smtps, tokens] + (exim ?? [])).map { "127.0.0.1:\($0)" }
  }

  static let told: MailPeer? = ProcessInfo.processInfo.environment["HEED_MAIL_PEER"].flatMap {
    try? JSONDecoder().decode(MailPeer.self, from: Data($0.utf8))
  }

  static var isThere: Bool {
    if told == nil {
      print("skipped: HEED_MAIL_PEER names no mail servers; use Scripts/test-peers mail")
    }
    return told != nil
  }
}

/// Our client against Dovecot, aiosmtpd and Exim, through the real way out.
@Suite(.serialized, .enabled(if: MailPeer.isThere)) struct MailPeerTests {
  let peer: MailPeer
  let wire: HTTPWire
  let mail: MailNetwork

  init() throws {
    peer = try #require(MailPeer.told)
    let clock = PeerClock()
    wire = HTTPWire(
      configuration: WireConfiguration(
        userAgent: "Heed tests",
        allowedHosts: peer.hosts,
        trustedCertificates: try String(contentsOfFile: peer.certificate, encoding: .utf8),
        clock: clock, randomness: SeededRandomness()), logger: Logger(label: "peer"))
    mail = MailNetwork(wire: wire, connections: wire, clock: clock)
  }

  func signIn(
    startsPlain: Bool, password: String? = nil, through smtp: Int? = nil
  ) async throws -> AccountAccess {
    let mailbox = Mailbox(
      address: peer.address, name: "Bell Shop",
      incoming: MailPlace(
        host: "127.0.0.1", port: startsPlain ? peer.imap : peer.imaps, startsPlain: startsPlain),
      outgoing: MailPlace(
        host: "127.0.0.1", port: smtp ?? (startsPlain ? peer.smtp : peer.smtps),
        startsPlain: startsPlain),
      secret: .password(user: peer.address, ""))
    var notes = mailbox.credentials.all
    notes["password"] = nil
    let signedIn = try await mail.finish(
      SignInStep(page: nil, pastesCode: false, explanation: "", notes: Credentials(notes)),
      with: .token(password ?? peer.password))
    return AccountAccess(
      id: ID(1), server: signedIn.server, remoteID: signedIn.handle.remoteID,
      address: signedIn.handle.address, credentials: signedIn.credentials)
  }

  func source(_ kind: String, _ access: AccountAccess, cursor: String? = nil) -> ListeningSource {
    ListeningSource(id: ID(1), kind: kind, target: peer.address, cursor: cursor, account: access)
  }

  func deliver(_ id: String, _ text: String) throws {
    let mail =
      "From: Ana <ana@a.example>\r\nTo: \(peer.address)\r\nSubject: =?utf-8?Q?Gl=C3=B6ckchen?=\r\nDate: \(MailComposer.date(PeerClock().now()))\r\nMessage-ID: <\(id)>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\(text)\r\n"
    let place = URL(filePath: peer.new).deletingLastPathComponent()
    let made = place.appending(path: "tmp/\(id)")
    try Data(mail.utf8).write(to: made)
    try FileManager.default.moveItem(at: made, to: URL(filePath: peer.new).appending(path: id))
  }

  @Test(arguments: [false, true])
  func aMailIsHeardAnsweredAndItsCopyFound(startsPlain: Bool) async throws {
    let access = try await signIn(startsPlain: startsPlain)
    let id = "\(UUID().uuidString.lowercased())@a.example"
    try deliver(id, "Läutet es?")
    let heard = try await mail.listen(to: source("inbox", access))
    let post = try #require(
      heard.events.compactMap { if case .post(let post) = $0 { post } else { nil } }
        .first { $0.reference.remoteID == RemoteID(id) })
    #expect(post.text.plain == "Läutet es?")
    #expect(post.title == "Glöckchen")

    let message = OutgoingMessage(
      key: UUID().uuidString.lowercased(), text: "Ja.\n.\n🔔", visibility: .private,
      inReplyTo: post.reference, firstTriedAt: PeerClock().now(), speaker: "Zoë",
      organisation: "Shop")
    let sent = try await mail.send(message, as: access)
    guard case .there = try await mail.find(message, as: access) else {
      Issue.record("the copy is not among what was sent")
      return
    }
    let taken = try FileManager.default.contentsOfDirectory(atPath: peer.taken).map {
      MimeReader().read(Array(try Data(contentsOf: URL(filePath: peer.taken).appending(path: $0))))
    }
    let there = try #require(taken.first { $0.messageID == sent.reference.remoteID.rawValue })
    #expect(there.inReplyTo == [id])
    #expect(there.to.map(\.address) == ["ana@a.example"])
    #expect(NewWords(there.pieces.first?.plain ?? "").text == "Ja.\n.\n🔔")
    let copies = try await mail.listen(to: source("sent", access))
    #expect(
      copies.events.contains {
        if case .post(let post) = $0 {
          post.reference
            == RemoteReference(remoteID: sent.reference.remoteID, local: post.reference.local)
        } else {
          false
        }
      })
  }

  @Test func whatComesIsToldByTheServer() async throws {
    let access = try await signIn(startsPlain: false)
    let before = try await mail.listen(to: source("inbox", access))
    let followed = source("inbox", access, cursor: before.cursor)
    let id = "\(UUID().uuidString.lowercased())@a.example"
    let stream = mail.stream(of: followed)
    async let first: Heard? = {
      for try await heard in stream where !heard.events.isEmpty { return heard }
      return nil
    }()
    try deliver(id, "Ding.")
    let heard = try #require(try await first)
    #expect(
      heard.events.contains {
        if case .post(let post) = $0 { post.reference.remoteID == RemoteID(id) } else { false }
      })
  }

  @Test func aWrongPasswordIsRefusedAndNothingElseIsSaid() async throws {
    let error = await #expect(throws: NetworkError.self) {
      try await signIn(startsPlain: true, password: UUID().uuidString)
    }
    #expect(error?.kind == .refused)
  }

  @Test func aServerThatNobodyVouchesForIsGivenNothing() async throws {
    let strict = HTTPWire(
      configuration: WireConfiguration(
        userAgent: "Heed tests", allowedHosts: ["127.0.0.1:\(peer.imaps)"], clock: PeerClock(),
        randomness: SeededRandomness()), logger: Logger(label: "peer"))
    let error = await #expect(throws: WireError.self) {
      _ = try await strict.connect(to: "127.0.0.1", port: peer.imaps, isSecure: true)
    }
    #expect(error?.kind == .untrusted)
    let guarded = HTTPWire(
      configuration: WireConfiguration(
        userAgent: "Heed tests", clock: PeerClock(), randomness: SeededRandomness()),
      logger: Logger(label: "peer"))
    let refusal = await #expect(throws: WireError.self) {
      _ = try await guarded.connect(to: "127.0.0.1", port: peer.imaps, isSecure: true)
    }
    #expect(refusal?.kind == .forbidden, "an address of this machine that nobody allowed")
  }
}

/// The machine's clock: real servers keep to it.
struct PeerClock: DeskClock {
  func now() -> Instant {
    Instant(milliseconds: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down)))
  }
  func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
