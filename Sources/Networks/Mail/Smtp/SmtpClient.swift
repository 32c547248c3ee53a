import Foundation
import HeedModel
import HeedNetwork

/// Hands mail to its server (RFC 5321 and RFC 6409), one at a time.
struct SmtpClient {
  struct Reply: Sendable {
    var code: Int
    var lines: [String]
    /// `5.1.1` at the start of a line (RFC 3463).
    var status: String {
      let word = lines.first?.prefix { $0.isNumber || $0 == "." } ?? ""
      return word.split(separator: ".").count == 3 ? String(word) : ""
    }
    var text: String { lines.joined(separator: " ") }
    var isWell: Bool { (200..<300).contains(code) }
  }

  private static let silence = Duration.seconds(60)
  /// A server may look through the whole mail before it answers (RFC 5321, 4.5.3.2.6).
  private static let afterTheDot = Duration.seconds(600)

  let host: String
  private let connection: any WireConnection
  private let reader: LineReader
  private(set) var extensions: [String: String] = [:]

  /// Connects, agrees on TLS and signs in, where there is anything to sign in with. Whatever fails in here, no mail has
  /// gone out.
  static func open(
    _ place: MailPlace, as secret: MailSecret?, name: String, through wire: any Connecting
  ) async throws -> SmtpClient {
    try await beforeSending {
      let connection = try await MailFault.translating(place.host) {
        try await wire.connect(to: place.host, port: place.port, isSecure: !place.startsPlain)
      }
      var client = SmtpClient(connection, host: place.host)
      do {
        try await client.greet(place, name: name)
        if let secret { try await client.signIn(secret) }
        return client
      } catch {
        client.close()
        throw error
      }
    }
  }

  private init(_ connection: any WireConnection, host: String) {
    self.connection = connection
    self.host = host
    reader = LineReader(connection)
  }

  func close() { connection.close() }

  func leave() async {
    try? await connection.write(Array("QUIT\r\n".utf8), within: .seconds(5))
    close()
  }

  private mutating func greet(_ place: MailPlace, name: String) async throws {
    let hello = try await reply()
    guard hello.isWell else { throw SmtpFault.of(hello, host) }
    try await introduce(name)
    guard place.startsPlain else { return }
    guard extensions["STARTTLS"] != nil else { throw MailFault.plain(host) }
    let consent = try await ask("STARTTLS")
    guard consent.isWell else { throw SmtpFault.of(consent, host) }
    try await MailFault.translating(host) { try await connection.secure() }
    await reader.forget()
    try await introduce(name)
  }

  private mutating func introduce(_ name: String) async throws {
    let told = try await ask("EHLO \(name)")
    guard told.isWell else { throw SmtpFault.of(told, host) }
    extensions = [:]
    for line in told.lines.dropFirst().prefix(100) {
      let word = line.prefix { $0 != " " && $0 != "=" }
      extensions[word.uppercased()] = line.dropFirst(word.count + 1).uppercased()
    }
  }

  private func signIn(_ secret: MailSecret) async throws {
    guard connection.isSecure else { throw MailFault.plain(host) }
    let ways = Set((extensions["AUTH"] ?? "").split(separator: " ").map(String.init))
    let answer: Reply
    switch secret {
    case .token(let user, let token):
      answer = try await authenticate("XOAUTH2", Sasl.xoauth2(user: user, token: token))
    case .password(let user, let password) where ways.contains("PLAIN"):
      answer = try await authenticate("PLAIN", Sasl.plain(user: user, password: password))
    case .password(let user, let password) where ways.contains("LOGIN"):
      answer = try await login(user, password)
    case .password: throw MailFault.noWayIn(host)
    }
    guard answer.code == 235 else { throw SmtpFault.signIn(answer, host) }
  }

  private func authenticate(_ way: String, _ response: [UInt8]) async throws -> Reply {
    let answer = try await ask("AUTH \(way) \(Data(response).base64EncodedString())")
    // A token that is refused comes with a challenge of its own; an empty answer brings the refusal.
    return answer.code == 334 ? try await ask("") : answer
  }

  private func login(_ user: String, _ password: String) async throws -> Reply {
    var answer = try await ask("AUTH LOGIN")
    for word in [user, password] where answer.code == 334 {
      answer = try await ask(Data(word.utf8).base64EncodedString())
    }
    return answer
  }

  /// Hands over one mail. `bytes` has line ends of CR LF and nothing beyond ASCII.
  ///
  /// - Throws: `NetworkError`; `certainlyNotSent` unless the final dot left and nobody said what became of it.
  func send(_ bytes: [UInt8], from: String, to: [String]) async throws {
    try await envelope(size: bytes.count, from: from, to: to)
    let body = Self.stuffed(bytes)
    do {
      try await MailFault.translating(host) {
        try await connection.write(body, within: Self.silence)
      }
    } catch var error as NetworkError {
      // Without the dot at its end nobody takes a mail (RFC 5321, 4.1.1.4).
      error.certainlyNotSent = true
      throw error
    }
    let answer: Reply
    do {
      answer = try await ask(".", within: Self.afterTheDot)
    } catch var error as NetworkError {
      error.certainlyNotSent = false
      throw error
    }
    guard answer.isWell else {
      var error = SmtpFault.of(answer, host)
      // Neither a yes nor a no.
      error.certainlyNotSent = (400..<600).contains(answer.code)
      throw error
    }
  }

  private func envelope(size: Int, from: String, to: [String]) async throws {
    try await beforeSending {
      guard ([from] + to).allSatisfy(MailAddress.isUsable) else {
        throw NetworkError(
          .refused, "An address of this mail cannot be sent to. Your text is kept.")
      }
      let needsUTF8 = ([from] + to).contains { !$0.utf8.allSatisfy { $0 < 0x80 } }
      guard !needsUTF8 || extensions["SMTPUTF8"] != nil else {
        throw NetworkError(
          .refused,
          "\(host) cannot send to addresses with letters beyond a to z. Your text is kept.")
      }
      if let most = extensions["SIZE"].flatMap({ Int($0) }), most > 0, size > most {
        throw NetworkError(
          .refused, "This mail is larger than \(host) takes. Your text is kept.")
      }
      var mail = "MAIL FROM:<\(from)>"
      if extensions["SIZE"] != nil { mail += " SIZE=\(size)" }
      if needsUTF8 { mail += " SMTPUTF8" }
      for line in [mail] + to.map({ "RCPT TO:<\($0)>" }) {
        let answer = try await ask(line)
        guard answer.isWell else { throw SmtpFault.of(answer, host) }
      }
      let consent = try await ask("DATA")
      guard consent.code == 354 else { throw SmtpFault.of(consent, host) }
    }
  }

  /// Lines that begin with a dot get another (RFC 5321, 4.5.2), the end is a line end, and no CR or LF stands alone: a
  /// server that takes a lone one for a line end would see a second mail in ours (CVE-2023-51764).
  static func stuffed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var atStart = true
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0D || byte == 0x0A {
        result += [0x0D, 0x0A]
        if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { index += 1 }
        atStart = true
      } else {
        if atStart, byte == UInt8(ascii: ".") { result.append(byte) }
        result.append(byte)
        atStart = false
      }
      index += 1
    }
    if !atStart { result += [0x0D, 0x0A] }
    return result
  }

  private func ask(_ line: String, within limit: Duration = silence) async throws -> Reply {
    try await MailFault.translating(host) {
      try await connection.write(Array((line + "\r\n").utf8), within: Self.silence)
    }
    return try await reply(within: limit)
  }

  private func reply(within limit: Duration = silence) async throws -> Reply {
    let reader = reader
    return try await MailFault.translating(host) {
      await reader.allow(1 << 20)
      var lines: [String] = []
      while lines.count < 500 {
        let line = try await reader.line(longest: 8192, within: limit)
        guard line.count >= 3, let code = Int(String(decoding: line[..<3], as: UTF8.self)),
          (200..<600).contains(code)
        else { throw ImapFault.senseless }
        lines.append(String(decoding: line.dropFirst(4), as: UTF8.self))
        if line.count == 3 || line[3] != UInt8(ascii: "-") {
          return Reply(code: code, lines: lines)
        }
      }
      throw ImapFault.tooLong
    }
  }
}

/// Runs what comes before a mail is handed over: whatever fails in there, nothing of it went out.
func beforeSending<T>(_ body: () async throws -> T) async throws -> T {
  do {
    return try await body()
  } catch var error as NetworkError {
    error.certainlyNotSent = true
    throw error
  }
}

/// What a server's refusal means.
enum SmtpFault {
  static func of(_ reply: SmtpClient.Reply, _ host: String) -> NetworkError {
    let said = MailFault.Words.shown(reply.text)
    let status = reply.status
    if reply.code == 530 || reply.code == 535 { return signIn(reply, host) }
    guard reply.code >= 500 else {
      if status.hasPrefix("4.7") || MailFault.Words.saysTooMany(reply.text) {
        return MailFault.rateLimited(host)
      }
      return NetworkError(
        .temporary, "\(host) does not take it at the moment: “\(said)”. The desk tries again.",
        certainlyNotSent: true)
    }
    if ["5.1.1", "5.1.2", "5.1.3", "5.1.10", "5.2.1"].contains(status) {
      return NetworkError(
        .refused,
        "\(host) says that this address takes no mail: “\(said)”. Your text is kept.",
        certainlyNotSent: true)
    }
    return NetworkError(
      .refused, "\(host) does not take this mail: “\(said)”. Your text is kept.",
      certainlyNotSent: true)
  }

  /// RFC 4954, 6: 454 passes, 535 is the right itself.
  static func signIn(_ reply: SmtpClient.Reply, _ host: String) -> NetworkError {
    if reply.code == 421 || reply.code == 454 || (400..<500).contains(reply.code) {
      return MailFault.Words.saysTooMany(reply.text) || reply.status.hasPrefix("4.7.2")
        ? MailFault.rateLimited(host)
        : NetworkError(
          .temporary, "\(host) lets nobody sign in at the moment. The desk tries again.",
          certainlyNotSent: true)
    }
    if reply.code == 504 || reply.code == 534 || reply.code == 538 {
      return MailFault.noWayIn(host)
    }
    if MailFault.Words.saysTooMany(reply.text) { return MailFault.rateLimited(host) }
    if MailFault.Words.saysPassing(reply.text) {
      return NetworkError(
        .temporary, "\(host) lets nobody sign in at the moment. The desk tries again.",
        certainlyNotSent: true)
    }
    guard reply.code == 530 || reply.code == 535 else {
      return NetworkError(
        .refused, "\(host) refuses: “\(MailFault.Words.shown(reply.text))”.",
        certainlyNotSent: true)
    }
    return MailFault.signedOut(host, reply.text)
  }
}
