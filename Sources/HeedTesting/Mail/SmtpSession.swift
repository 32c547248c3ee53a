import Foundation
import HeedModel
import HeedNetwork
import Synchronization

/// An SMTP server's side of one connection.
final class SmtpSession: MailSession {
  private struct State {
    var buffer: [UInt8] = []
    var isSignedIn = false
    var from = ""
    var to: [String] = []
    var isData = false
    var awaits: [String] = []
    var told: [String] = []
  }

  private let double: MailDouble
  private let state = Mutex(State())

  init(double: MailDouble) { self.double = double }

  func begin() -> MailAnswer { MailAnswer("220 mail.shop.example ESMTP\r\n") }
  func listen(_: @escaping @Sendable ([UInt8]) -> Void) {}
  func end() {}

  func take(_ bytes: [UInt8]) -> MailAnswer {
    state.withLock { state in
      state.buffer += bytes
      var answer = MailAnswer()
      while !answer.closes, let part = step(&state) {
        answer.bytes += part.bytes
        answer.closes = part.closes
        if part.secures {
          answer.secures = true
          // What came in plain behind the wish for TLS is not obeyed.
          state.buffer = []
        }
      }
      return answer
    }
  }

  private func step(_ state: inout State) -> MailAnswer? {
    if state.isData { return mail(&state) }
    guard let end = state.buffer.firstIndex(of: 0x0A) else { return nil }
    let line = String(decoding: state.buffer[..<end], as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    state.buffer.removeFirst(end + 1)
    if !state.awaits.isEmpty { return credentials(line, &state) }
    let word = line.prefix { $0 != " " }.uppercased()
    double.note(word)
    switch word {
    case "EHLO":
      let tls = double.manner.offersTLS ? "250-STARTTLS\r\n" : ""
      return MailAnswer(
        "250-mail.shop.example\r\n\(tls)250-AUTH \(double.manner.smtpWays) XOAUTH2\r\n250-SIZE 1000000\r\n250 ENHANCEDSTATUSCODES\r\n"
      )
    case "STARTTLS":
      return MailAnswer("220 go ahead\r\n" + double.manner.injected, secures: true)
    case "AUTH": return authenticate(line, &state)
    case "MAIL":
      if case .refusesSender(let text)? = double.strikes(where: {
        if case .refusesSender = $0 { true } else { false }
      }) {
        return MailAnswer(text + "\r\n")
      }
      guard state.isSignedIn else { return MailAnswer("530 5.7.0 sign in first\r\n") }
      state.from = Self.address(line)
      state.to = []
      return MailAnswer("250 2.1.0 ok\r\n")
    case "RCPT":
      state.to.append(Self.address(line))
      return MailAnswer("250 2.1.5 ok\r\n")
    case "DATA":
      state.isData = true
      return MailAnswer("354 go ahead\r\n")
    case "QUIT": return MailAnswer("221 bye\r\n", closes: true)
    default: return MailAnswer("502 5.5.1 unknown\r\n")
    }
  }

  private func authenticate(_ line: String, _ state: inout State) -> MailAnswer {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 2 else { return MailAnswer("501 5.5.4 how\r\n") }
    if words[1].uppercased() == "LOGIN" {
      state.awaits = ["password", "name"]
      state.told = []
      return MailAnswer("334 VXNlcm5hbWU6\r\n")
    }
    let isRight = double.accepts(words.count > 2 ? words[2] : "", way: words[1].uppercased())
    state.isSignedIn = isRight
    return MailAnswer(isRight ? "235 2.7.0 welcome\r\n" : "535 5.7.8 authentication failed\r\n")
  }

  private func credentials(_ line: String, _ state: inout State) -> MailAnswer {
    state.told.append(String(decoding: Data(base64Encoded: line) ?? Data(), as: UTF8.self))
    state.awaits.removeLast()
    guard state.awaits.isEmpty else { return MailAnswer("334 UGFzc3dvcmQ6\r\n") }
    state.isSignedIn =
      state.told.first == double.address && state.told.last == double.password
    return MailAnswer(state.isSignedIn ? "235 2.7.0 welcome\r\n" : "535 5.7.8 no\r\n")
  }

  private func mail(_ state: inout State) -> MailAnswer? {
    let mark = Array("\r\n.\r\n".utf8)
    guard let end = Self.find(mark, in: state.buffer) else { return nil }
    let raw = Array(state.buffer[..<(end + 2)])
    state.buffer.removeFirst(end + mark.count)
    state.isData = false
    if double.strikes(where: { $0 == .cutBeforeTaking }) != nil { return MailAnswer(closes: true) }
    if case .refusesMail(let text)? = double.strikes(where: {
      if case .refusesMail = $0 { true } else { false }
    }) {
      return MailAnswer(text + "\r\n")
    }
    double.take(Self.unstuffed(raw), from: state.from, to: state.to)
    if double.strikes(where: { $0 == .cutAfterTaking }) != nil { return MailAnswer(closes: true) }
    return MailAnswer("250 2.0.0 taken\r\n")
  }

  static func find(_ mark: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    return (0...(bytes.count - mark.count)).first {
      bytes[$0..<($0 + mark.count)].elementsEqual(mark)
    }
  }

  private static func unstuffed(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var atStart = true
    for byte in bytes {
      if atStart, byte == UInt8(ascii: ".") {
        atStart = false
        continue
      }
      result.append(byte)
      atStart = byte == 0x0A
    }
    return result
  }

  private static func address(_ line: String) -> String {
    guard let open = line.firstIndex(of: "<"), let close = line.firstIndex(of: ">"), open < close
    else {
      return ""
    }
    return String(line[line.index(after: open)..<close])
  }
}

extension MailDouble {
  var password: String { state.withLock { $0.password } }

  func note(_ command: String) { state.withLock { $0.said.append(command) } }

  /// Whether a response of SASL opens the mailbox.
  func accepts(_ response: String, way: String) -> Bool {
    let told = Array(Data(base64Encoded: response) ?? Data())
    if way == "XOAUTH2" {
      guard let token = state.withLock({ $0.token }) else { return false }
      return told == Array("user=\(address)\u{1}auth=Bearer \(token)\u{1}\u{1}".utf8)
    }
    return told == [0] + Array(address.utf8) + [0] + Array(password.utf8)
  }

  func take(_ bytes: [UInt8], from: String, to: [String]) {
    var bytes = bytes
    if manner.renames {
      let text = String(decoding: bytes, as: UTF8.self)
      bytes = Array(text.replacing("Message-ID: <heed.", with: "Message-ID: <renamed.").utf8)
    }
    let kept = bytes
    state.withLock { $0.taken.append((from, to, kept)) }
    if manner.keepsCopies { deliver(kept, to: "Sent") }
  }
}
