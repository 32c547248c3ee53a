import HeedModel
import Synchronization

extension MailDouble {
  /// What the IMAP server does each time when it is asked for one message, until it is healed.
  public enum Stumble: Sendable, Hashable, CaseIterable {
    /// It goes away in the middle of the message.
    case goesAway
    case saysGoodbye
    /// It asks for patience and says goodbye.
    case isOverloaded
    /// It announces more bytes than it has, and sends nothing after them.
    case announcesTooMuch
    /// It announces fewer bytes than it sends.
    case announcesTooLittle
    /// It announces more bytes than anybody would take.
    case announcesWithoutEnd
    case talksNonsense
    /// It refuses the whole command because of it, whatever else was asked for.
    case refuses
    /// It says that there is no such message.
    case deniesIt
  }

  /// - Parameters:
  ///   - shutFor: how many connections it refuses after each time.
  ///   - isWide: it stumbles at telling anything about the message, and not at its words alone.
  public func stumble(
    at uids: Set<UInt32>, _ how: Stumble, shutFor: Int = 0, isWide: Bool = false
  ) {
    state.withLock {
      for uid in uids { $0.stumbles[uid] = Stumbling(how: how, shutFor: shutFor, isWide: isWide) }
    }
  }

  public func heal() {
    state.withLock {
      $0.stumbles = [:]
      $0.shut = 0
    }
  }

  struct Stumbling: Sendable {
    var how: Stumble
    var shutFor: Int
    var isWide: Bool
  }

  /// Whether a connection is refused now.
  func isShut() -> Bool {
    state.withLock { state in
      guard state.shut > 0 else { return false }
      state.shut -= 1
      return true
    }
  }

  func stumbling(at uid: UInt32, _ items: String) -> Stumbling? {
    state.withLock { state in
      guard let found = state.stumbles[uid], found.isWide || items.contains("BODY.PEEK[]") else {
        return nil
      }
      state.shut = found.shutFor
      return found
    }
  }

  /// What it says in place of the rest of its answer; `before` is what it said already.
  static func answer(
    _ how: Stumble, _ number: Int, _ message: Message, before: [UInt8], _ tag: String
  ) -> MailAnswer {
    let words = message.bytes
    func literal(_ count: Int) -> [UInt8] {
      Array("* \(number) FETCH (UID \(message.uid) BODY[]<0> {\(count)}\r\n".utf8)
    }
    let end = Array(")\r\n\(tag) OK fetched\r\n".utf8)
    var answer = MailAnswer()
    switch how {
    case .goesAway:
      answer.bytes = before + literal(words.count) + words.prefix(words.count / 2)
      answer.closes = true
    case .saysGoodbye, .isOverloaded:
      let text = how == .isOverloaded ? "Too many faults, slow down" : "Internal fault"
      answer.bytes = before + Array("* BYE \(text)\r\n".utf8)
      answer.closes = true
    case .announcesTooMuch:
      answer.bytes = before + literal(words.count + 5_000) + words + end
      answer.isSilent = true
    case .announcesTooLittle: answer.bytes = before + literal(words.count / 2) + words + end
    case .announcesWithoutEnd:
      answer.bytes = before + literal(2_000_000_000) + words
      answer.isSilent = true
    case .talksNonsense: answer.bytes = before + Array("\u{0}%$ ((( {7}x\r\n".utf8) + end
    case .refuses: answer.bytes = Array("\(tag) NO [SERVERBUG] cannot read it\r\n".utf8)
    case .deniesIt: answer.bytes = Array("\(tag) NO [NONEXISTENT] no such message\r\n".utf8)
    }
    return answer
  }
}
