import HeedModel
import HeedNetwork

extension [RemoteEvent] {
  var posts: [RemotePost] { compactMap { if case .post(let post) = $0 { post } else { nil } } }
  var reactions: [RemoteReaction] {
    compactMap { if case .reaction(let reaction) = $0 { reaction } else { nil } }
  }
}

extension Network {
  /// Asks until there is nothing more for now.
  func all(_ source: ListeningSource) async throws -> Heard {
    var source = source
    var all = Heard(cursor: source.cursor)
    repeat {
      let heard = try await listen(to: source)
      all.events += heard.events
      all.next = heard.next
      all.cursor = heard.cursor
      source.cursor = heard.cursor
    } while all.next == .zero
    return all
  }
}

/// Numbers that look random and are the same in each run with the same seed.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
