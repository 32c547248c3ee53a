public import HeedDesk
public import HeedModel
import Synchronization

/// A mail server in memory: takes what members are written, and goes wrong where a test says so.
public final class MemoryMail: MemberMail {
  private let state = Mutex((fates: [LetterFate](), taken: [MemberLetter](), tried: 0))

  public init() {}

  public var taken: [MemberLetter] { state.withLock { $0.taken } }
  public var tried: Int { state.withLock { $0.tried } }

  /// What becomes of the next letter; one of unknown fate is taken all the same.
  public func fail(_ fate: LetterFate) { state.withLock { $0.fates.append(fate) } }

  public func send(_ letter: MemberLetter) async -> LetterFate {
    state.withLock { state in
      state.tried += 1
      let fate = state.fates.isEmpty ? .taken : state.fates.removeFirst()
      switch fate {
      case .taken, .unknown: state.taken.append(letter)
      case .later, .refused: break
      }
      return fate
    }
  }
}

/// Words for members that only say how many and of what kind, and what may be said.
public struct PlainMemberWords: MemberWords {
  public init() {}

  public func letter(
    _ items: [ToldItem], for member: Member, words: Bool, endToken: String, now: Instant
  ) -> LetterText {
    let text = lines(items, words: words)
    return LetterText(
      subject: "\(items.count)", plain: text, html: text,
      endAddress: "https://desk.example/letters/\(endToken)")
  }

  public func push(_ items: [ToldItem], for member: Member, words: Bool) -> PushText {
    PushText(title: "\(items.count)", body: lines(items, words: words), path: "/told")
  }

  private func lines(_ items: [ToldItem], words: Bool) -> String {
    items.map { item in
      let said = words && item.isPublic ? item.post?.text.plain ?? "" : ""
      return "\(item.telling.kind) \(item.telling.times) \(said)"
    }.joined(separator: "\n")
  }
}
