import HeedModel
import HeedNetwork
import Synchronization

/// What is known of somebody besides the DID.
struct Known: Sendable, Equatable {
  /// `nil` where nobody could tell one that holds.
  var handle: String?
  var name: String?
  var picture: String?
  var isBot = false
  var optedOut = false
  /// Whether a look-up told it, or only the stream a part of it.
  var isWhole = false
}

/// Who is behind a DID, as far as it was told lately. Forgets the older half when it is full.
final class Directory: Sendable {
  private struct State {
    var young: [String: Known] = [:]
    var old: [String: Known] = [:]

    subscript(did: String) -> Known? {
      get { young[did] ?? old[did] }
      set {
        if young.count >= Directory.most {
          old = young
          young = [:]
        }
        young[did] = newValue
      }
    }
  }

  private static let most = 20_000
  private let state = Mutex(State())

  subscript(did: String) -> Known? { state.withLock { $0[did] } }

  func set(_ did: String, _ known: Known) { state.withLock { $0[did] = known } }

  /// Takes in what a stream tells of people. What it tells only of those whom nobody asked about is kept all the same
  /// where it is a wish.
  func learn(_ told: Told) {
    switch told.what {
    case .handle(let handle):
      state.withLock { state in
        guard var known = state[told.did] else { return }
        known.handle = handle
        state[told.did] = known
      }
    case .profile(let profile):
      state.withLock { state in
        let optedOut = profile.labels.contains(SelfLabel.signedInOnly)
        guard optedOut || state[told.did] != nil else { return }
        var known = state[told.did] ?? Known()
        known.name = profile.name
        known.isBot = profile.labels.contains(SelfLabel.bot)
        known.optedOut = optedOut
        state[told.did] = known
      }
    case .post, .removed, .gone, .gap, .nothing: return
    }
  }
}
