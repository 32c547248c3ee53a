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
