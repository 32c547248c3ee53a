import Foundation
import HeedModel
import HeedNetwork
import Synchronization

/// An IMAP server's side of one connection.
final class ImapSession: MailSession {
  struct State {
    var buffer: [UInt8] = []
    /// A command under way: its words so far, and how many bytes of a literal are still to come.
    var words: [String] = []
    var literal: Int?
    var isSignedIn = false
    var folder: String?
    var idle: String?
    var awaits: (tag: String, way: String)?
    var id: UInt64?
    var tell: (@Sendable ([UInt8]) -> Void)?
  }

  let double: MailDouble
  let state = Mutex(State())

  init(double: MailDouble) { self.double = double }

  func begin() -> MailAnswer {
    if case .turnsAway(let text)? = double.strikes(where: {
      if case .turnsAway = $0 { true } else { false }
    }) {
      return MailAnswer("* BYE \(text)\r\n", closes: true)
    }
    return MailAnswer("* OK [CAPABILITY IMAP4rev1] ready\r\n")
  }

  func listen(_ tell: @escaping @Sendable ([UInt8]) -> Void) { state.withLock { $0.tell = tell } }

  func end() {
    let id = state.withLock { state in
      defer { state.id = nil }
      return state.id
    }
    if let id { double.stopIdle(id) }
  }

  func take(_ bytes: [UInt8]) -> MailAnswer {
    state.withLock { state in
      state.buffer += bytes
      var answer = MailAnswer()
      while !answer.closes, let part = step(&state) {
        answer.bytes += part.bytes
        answer.closes = part.closes
        answer.isSilent = part.isSilent
        if part.secures {
          answer.secures = true
          state.buffer = []
        }
      }
      return answer
    }
  }

  private func step(_ state: inout State) -> MailAnswer? {
    if let count = state.literal {
      guard state.buffer.count >= count else { return nil }
      state.words.append(String(decoding: state.buffer[..<count], as: UTF8.self))
      state.buffer.removeFirst(count)
      state.literal = nil
    }
    guard let end = state.buffer.firstIndex(of: 0x0A) else { return nil }
    var line = String(decoding: state.buffer[..<end], as: UTF8.self)
    if line.hasSuffix("\r") || line.hasSuffix("\r\n") { line.removeLast() }
    state.buffer.removeFirst(end + 1)
    if let open = line.lastIndex(of: "{"), line.hasSuffix("}") {
      let inside = line[line.index(after: open)...].dropLast()
      state.words += Self.words(String(line[..<open]))
      state.literal = Int(inside.filter(\.isNumber)) ?? 0
      return MailAnswer(inside.hasSuffix("+") ? "" : "+ go on\r\n")
    }
    state.words += Self.words(line)
    let words = state.words
    state.words = []
    return obey(words, &state)
  }

  private func obey(_ words: [String], _ state: inout State) -> MailAnswer {
    if let tag = state.idle {
      state.idle = nil
      if let id = state.id { double.stopIdle(id) }
      state.id = nil
      return MailAnswer("\(tag) OK done\r\n")
    }
    if let (tag, way) = state.awaits {
      state.awaits = nil
      return signIn(double.accepts(words.first ?? "", way: way), tag, &state)
    }
    guard words.count >= 2 else { return MailAnswer("* BAD what\r\n") }
    let tag = words[0]
    var name = words[1].uppercased()
    var rest = Array(words.dropFirst(2))
    if name == "UID", let next = rest.first {
      name = "UID " + next.uppercased()
      rest.removeFirst()
    }
    double.note(name)
    switch name {
    case "CAPABILITY": return capability(tag, state.isSignedIn)
    case "LOGOUT": return MailAnswer("* BYE bye\r\n\(tag) OK bye\r\n", closes: true)
    case "STARTTLS":
      return MailAnswer("\(tag) OK go ahead\r\n" + double.manner.injected, secures: true)
    case "LOGIN":
      return signIn(rest.first == double.address && rest.last == double.password, tag, &state)
    case "AUTHENTICATE":
      let way = rest.first?.uppercased() ?? ""
      guard rest.count > 1 else {
        state.awaits = (tag, way)
        return MailAnswer("+ \r\n")
      }
      return signIn(double.accepts(rest[1], way: way), tag, &state)
    default:
      guard state.isSignedIn else { return MailAnswer("\(tag) NO sign in first\r\n") }
      return work(name, rest, tag, &state)
    }
  }

  private func work(
    _ name: String, _ rest: [String], _ tag: String, _ state: inout State
  ) -> MailAnswer {
    switch name {
    case "LIST":
      let marks = double.manner.marksSent
      let lines = double.folderNames.map { folder in
        "* LIST (\(folder == "Sent" && marks ? "\\HasNoChildren \\Sent" : "\\HasNoChildren")) \"/\" \"\(folder)\"\r\n"
      }
      return MailAnswer(lines.joined() + "\(tag) OK listed\r\n")
    case "EXAMINE", "SELECT": return examine(rest.first ?? "", tag, &state)
    case "APPEND":
      if double.strikes(where: { $0 == .refusesCopy }) != nil {
        return MailAnswer("\(tag) NO [OVERQUOTA] full\r\n")
      }
      guard let folder = rest.first, let bytes = rest.last else {
        return MailAnswer("\(tag) BAD\r\n")
      }
      double.deliver(Array(bytes.utf8), to: folder)
      return MailAnswer("\(tag) OK kept\r\n")
    case "IDLE" where double.manner.hasIdle:
      state.idle = tag
      state.id = state.tell.map { double.startIdle($0) }
      return MailAnswer("+ idling\r\n")
    case "UID SEARCH": return double.search(rest, in: state.folder ?? "", tag)
    case "UID FETCH": return double.fetch(rest, in: state.folder ?? "", tag)
    default: return MailAnswer("\(tag) BAD unknown\r\n")
    }
  }

  private func capability(_ tag: String, _ isSignedIn: Bool) -> MailAnswer {
    var can = "IMAP4rev1 SPECIAL-USE"
    if double.manner.offersTLS { can += " STARTTLS" }
    if double.manner.imapPlain { can += " AUTH=PLAIN AUTH=XOAUTH2" }
    if double.manner.hasIdle { can += " IDLE" }
    if double.manner.literalsUnasked { can += " LITERAL+ SASL-IR" }
    return MailAnswer("* CAPABILITY \(can)\r\n\(tag) OK\r\n")
  }

  private func signIn(_ isRight: Bool, _ tag: String, _ state: inout State) -> MailAnswer {
    if case .refusesSignIn(let words)? = double.strikes(where: {
      if case .refusesSignIn = $0 { true } else { false }
    }) {
      return MailAnswer("\(tag) \(words)\r\n")
    }
    state.isSignedIn = isRight
    return MailAnswer(
      isRight ? "\(tag) OK welcome\r\n" : "\(tag) NO [AUTHENTICATIONFAILED] not so\r\n")
  }

  private func examine(_ name: String, _ tag: String, _ state: inout State) -> MailAnswer {
    if case .babbles(let bytes)? = double.strikes(where: {
      if case .babbles = $0 { true } else { false }
    }) {
      var answer = MailAnswer(closes: true)
      answer.bytes = bytes
      return answer
    }
    if case .refusesFolder(let text)? = double.strikes(where: {
      if case .refusesFolder = $0 { true } else { false }
    }) {
      return MailAnswer("\(tag) \(text)\r\n")
    }
    guard let folder = double.folder(name) else {
      return MailAnswer("\(tag) NO [NONEXISTENT] no such folder\r\n")
    }
    state.folder = name
    let next = double.manner.hasUIDNext ? "* OK [UIDNEXT \(folder.next)] next\r\n" : ""
    return MailAnswer(
      "* \(folder.messages.count) EXISTS\r\n* 0 RECENT\r\n* OK [UIDVALIDITY \(folder.validity)] valid\r\n\(next)\(tag) OK [READ-ONLY] open\r\n"
    )
  }

  /// Words of a command, quoted ones without their quotes; what stands in brackets or parentheses stays together.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    var wasQuoted = false
    for character in line {
      if isEscaped {
        word.append(character)
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
        wasQuoted = true
      } else if character == " ", !isQuoted, depth == 0 {
        if !word.isEmpty || wasQuoted { words.append(word) }
        word = ""
        wasQuoted = false
      } else {
        if !isQuoted, "([".contains(character) { depth += 1 }
        if !isQuoted, ")]".contains(character) { depth -= 1 }
        word.append(character)
      }
    }
    if !word.isEmpty || wasQuoted { words.append(word) }
    return words
  }
}
