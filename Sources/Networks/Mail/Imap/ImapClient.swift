import Foundation
import HeedModel
import HeedNetwork

/// A conversation with an IMAP server, one command at a time (RFC 3501).
///
/// `Docs/decisions/0010-our-own-imap.md` says why it is our own.
actor ImapClient {
  struct Limits: Sendable {
    /// One line, and what a whole command may bring besides what was asked for.
    var line = 8 << 20
    var command = 64 << 20
    var literal = 16 << 20
    var answers = 500_000
    /// The longest silence within a command.
    var silence: Duration = .seconds(60)
  }

  let host: String
  private let connection: any WireConnection
  private let reader: LineReader
  private let limits: Limits
  private var serial = 0
  private(set) var capabilities: Set<String> = []
  /// Nothing can be asked on it any more.
  private(set) var isOver = false

  private init(_ connection: any WireConnection, host: String, limits: Limits) {
    self.connection = connection
    self.host = host
    self.limits = limits
    reader = LineReader(connection)
  }

  /// Connects, agrees on TLS, and is ready to sign in. A password never leaves on a connection that is not secure.
  static func open(
    _ place: MailPlace, through wire: any Connecting, limits: Limits = Limits()
  ) async throws -> ImapClient {
    let connection = try await MailFault.translating(place.host) {
      try await wire.connect(to: place.host, port: place.port, isSecure: !place.startsPlain)
    }
    let client = ImapClient(connection, host: place.host, limits: limits)
    do {
      try await client.greet(startsPlain: place.startsPlain)
      return client
    } catch {
      await client.close()
      throw error
    }
  }

  func close() {
    isOver = true
    connection.close()
  }

  /// Says goodbye, for as long as that takes no time.
  func leave() async {
    guard !isOver else { return }
    serial += 1
    try? await connection.write(Array("h\(serial) LOGOUT\r\n".utf8), within: .seconds(5))
    close()
  }

  private func greet(startsPlain: Bool) async throws {
    try await MailFault.translating(host) {
      await reader.allow(1 << 20)
      let greeting = try await answer()
      // Signed in before TLS: somebody in between keeps the connection plain (CVE-2021-33515 and its kin).
      guard greeting.tag == "*",
        greeting.name == "OK" || (greeting.name == "PREAUTH" && !startsPlain)
      else {
        if greeting.name == "BYE" { throw MailFault.turnedAway(host, greeting.text) }
        throw MailFault.senseless(host)
      }
    }
    try await learnCapabilities()
    guard startsPlain else { return }
    guard capabilities.contains("STARTTLS") else { throw MailFault.plain(host) }
    _ = try await ask("STARTTLS")
    try await MailFault.translating(host) { try await connection.secure() }
    await reader.forget()
    capabilities = []
    try await learnCapabilities()
  }

  private func learnCapabilities() async throws {
    let done = try await ask("CAPABILITY")
    let told = done.untagged.filter { $0.name == "CAPABILITY" }.flatMap(\.values)
    capabilities = Set(told.compactMap { $0.text?.uppercased() }.prefix(300))
  }

  func has(_ capability: String) -> Bool { capabilities.contains(capability) }

  // MARK: Signing in

  func signIn(_ secret: MailSecret) async throws {
    guard connection.isSecure else { throw MailFault.plain(host) }
    let done: Done
    switch secret {
    case .token(let user, let token):
      done = try await authenticate("XOAUTH2", Sasl.xoauth2(user: user, token: token))
    case .password(let user, let password) where has("AUTH=PLAIN"):
      done = try await authenticate("PLAIN", Sasl.plain(user: user, password: password))
    case .password(let user, let password):
      guard !has("LOGINDISABLED") else { throw MailFault.noWayIn(host) }
      done = try await command([.text("LOGIN "), .string(user), .text(" "), .string(password)])
    }
    guard done.status.name == "OK" else { throw MailFault.signIn(host, done.status) }
    // A server may be able to do more for those whom it knows.
    try await learnCapabilities()
  }

  private func authenticate(_ mechanism: String, _ response: [UInt8]) async throws -> Done {
    let text = Data(response).base64EncodedString()
    if has("SASL-IR") {
      return try await command([.text("AUTHENTICATE \(mechanism) \(text)")], replies: [""])
    }
    return try await command([.text("AUTHENTICATE \(mechanism)")], replies: [text, ""])
  }

  // MARK: Commands

  enum Part: Sendable {
    case text(String)
    /// Quoted, or as a literal where it has to be.
    case string(String)
    case literal([UInt8])
  }

  struct Done: Sendable {
    var untagged: [ImapResponse]
    var status: ImapResponse
  }

  /// A command that has to succeed.
  @discardableResult
  func ask(_ text: String) async throws -> Done { try await ask([.text(text)]) }

  @discardableResult
  func ask(_ parts: [Part], room: Int = 0) async throws -> Done {
    let done = try await command(parts, room: room)
    guard done.status.name == "OK" else { throw MailFault.refused(host, done.status) }
    return done
  }

  /// - Parameters:
  ///   - replies: what is said to each `+` of the server, in turn.
  ///   - room: bytes that it may bring besides what any command may.
  func command(_ parts: [Part], replies: [String] = [], room: Int = 0) async throws -> Done {
    guard !isOver else { throw MailFault.away(host) }
    do {
      return try await MailFault.translating(host) {
        try await run(parts, replies: replies, room: room)
      }
    } catch {
      // What stands in the connection now belongs to a command that nobody waits for any more.
      close()
      throw error
    }
  }

  private func run(_ parts: [Part], replies: [String], room: Int) async throws -> Done {
    serial += 1
    let tag = "h\(serial)"
    await reader.allow(limits.command + room)
    var line = Array("\(tag) ".utf8)
    var untagged: [ImapResponse] = []
    for part in parts {
      switch part {
      case .text(let text): line += Array(text.utf8)
      case .string(let text) where Self.isQuotable(text):
        line += Array(Self.quoted(text).utf8)
      case .string(let text): try await send(literal: Array(text.utf8), &line, &untagged, tag)
      case .literal(let bytes): try await send(literal: bytes, &line, &untagged, tag)
      }
    }
    try await connection.write(line + [0x0D, 0x0A], within: limits.silence)
    return try await finish(tag, replies, untagged)
  }

  private func finish(
    _ tag: String, _ replies: [String], _ before: [ImapResponse]
  ) async throws -> Done {
    var untagged = before
    var replies = replies[...]
    while true {
      let response = try await answer()
      switch response.tag {
      case tag:
        guard response.isStatus else { throw ImapFault.senseless }
        return Done(untagged: untagged, status: response)
      case "+":
        guard let reply = replies.popFirst() else { throw ImapFault.senseless }
        try await connection.write(Array((reply + "\r\n").utf8), within: limits.silence)
      case "*":
        if response.name == "BYE" { throw MailFault.turnedAway(host, response.text) }
        guard untagged.count < limits.answers else { throw ImapFault.tooLong }
        untagged.append(response)
      default: throw ImapFault.senseless
      }
    }
  }

  /// Bytes that no quoted text may hold. The server is asked first, unless it takes them unasked (LITERAL+, RFC 7888).
  private func send(
    literal bytes: [UInt8], _ line: inout [UInt8], _ untagged: inout [ImapResponse], _ tag: String
  ) async throws {
    let unasked = has("LITERAL+") || (has("LITERAL-") && bytes.count <= 4096)
    line += Array("{\(bytes.count)\(unasked ? "+" : "")}\r\n".utf8)
    if unasked {
      line += bytes
      return
    }
    try await connection.write(line, within: limits.silence)
    waiting: while true {
      let response = try await answer()
      switch response.tag {
      case "+": break waiting
      case "*": untagged.append(response)
      default: throw MailFault.refused(host, response)
      }
      guard untagged.count < 10_000 else { throw ImapFault.tooLong }
    }
    line = bytes
  }

  static func isQuotable(_ text: String) -> Bool {
    text.utf8.count < 1000 && text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  // MARK: Answers

  private func answer(within limit: Duration? = nil) async throws -> ImapResponse {
    var pieces: [ImapParser.Piece] = []
    var size = 0
    while true {
      let line = try await reader.line(longest: limits.line, within: limit ?? limits.silence)
      guard let count = Self.literalCount(line) else {
        pieces.append(.text(line))
        return try ImapParser.parse(pieces)
      }
      size += count
      guard size <= limits.literal, pieces.count < 2_000 else { throw ImapFault.tooLong }
      pieces.append(.text(line.dropLast(line.count - (line.lastIndex(of: UInt8(ascii: "{")) ?? 0))))
      pieces.append(.literal(try await reader.bytes(count, within: limits.silence)))
    }
  }

  /// `… {12}` at the end of a line announces so many bytes.
  static func literalCount(_ line: [UInt8]) -> Int? {
    guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    let digits = line[(open + 1)...].dropLast()
    guard !digits.isEmpty, digits.count < 12, digits.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  // MARK: Waiting

  /// Waits until something happens in the folder, or for so long (RFC 2177), however much the server says besides.
  /// - Returns: whether something may have come.
  func idle(for limit: Duration) async throws -> Bool {
    do {
      return try await MailFault.translating(host) { try await waitForNews(limit) }
    } catch {
      close()
      throw error
    }
  }

  private func waitForNews(_ limit: Duration) async throws -> Bool {
    serial += 1
    let tag = "h\(serial)"
    await reader.allow(limits.command)
    try await connection.write(Array("\(tag) IDLE\r\n".utf8), within: limits.silence)
    var hasNews = false
    var isIdle = false
    let start = ContinuousClock.now
    while !hasNews {
      let left = limit - (ContinuousClock.now - start)
      if isIdle, left <= .zero { break }
      let response: ImapResponse
      do {
        response = try await answer(within: isIdle ? left : limits.silence)
      } catch let error as WireError where error.kind == .timeout && isIdle {
        break
      }
      switch response.tag {
      case "+": isIdle = true
      case "*":
        if response.name == "BYE" { throw MailFault.turnedAway(host, response.text) }
        hasNews = response.name == "EXISTS" || response.name == "RECENT"
      case tag: throw MailFault.refused(host, response)
      default: throw ImapFault.senseless
      }
    }
    try await connection.write(Array("DONE\r\n".utf8), within: limits.silence)
    let done = try await finish(tag, [], [])
    guard done.status.name == "OK" else { throw MailFault.refused(host, done.status) }
    return hasNews || done.untagged.contains { $0.name == "EXISTS" }
  }
}
