import Foundation
import HeedModel
import HeedNetwork

/// Asks the public directory of the network who is behind a DID: for posts that are kept, in few questions, once.
///
/// `app.bsky.actor.getProfiles` takes 25 at a time and no account
/// (https://docs.bsky.app/docs/api/app-bsky-actor-get-profiles). A failure is harmless: the DID stands until next time.
struct Resolver: Sendable {
  private static let most = 25
  /// Questions for one pass; whoever is left stands by the DID until they speak again.
  private static let mostQuestions = 4

  let wire: any Wire
  let host: String
  let directory: Directory

  /// The same events with their authors named, and without those who do not want to be read by programs.
  func named(_ events: [RemoteEvent]) async -> [RemoteEvent] {
    var asked: [String] = []
    var seen: Set<String> = []
    for case .post(let post) in events {
      let did = post.author.remoteID.rawValue
      if directory[did]?.isWhole != true, seen.insert(did).inserted { asked.append(did) }
    }
    for start in stride(from: 0, to: asked.count, by: Self.most).prefix(Self.mostQuestions) {
      guard await ask(Array(asked[start..<min(start + Self.most, asked.count)])) else { break }
    }
    return events.map { event in
      guard case .post(var post) = event else { return event }
      let did = post.author.remoteID.rawValue
      var author = Incoming.author(did, directory[did])
      author.optedOut = author.optedOut || post.author.optedOut
      post.author = author
      return .post(post)
    }
  }

  /// - Returns: whether there was an answer.
  private func ask(_ people: [String]) async -> Bool {
    let query = people.map { "actors=" + WebQuery.segment($0) }.joined(separator: "&")
    let request = WireRequest(
      .get, "https://\(host)/xrpc/app.bsky.actor.getProfiles?" + query,
      headers: [("Accept", "application/json")], maximumBytes: 1 << 20, timeout: .seconds(5))
    guard let response = try? await wire.send(request), response.status == 200,
      let answer = try? JSONDecoder().decode(Answer.self, from: Data(response.body))
    else { return false }
    var missing = Set(people)
    for profile in answer.profiles where missing.remove(profile.did) != nil {
      directory.set(profile.did, profile.known)
    }
    // Gone, or hidden by the network: not asked about again and again.
    for did in missing {
      var known = directory[did] ?? Known()
      known.isWhole = true
      directory.set(did, known)
    }
    return true
  }

  private struct Answer: Decodable {
    var profiles: [Profile]
  }

  private struct Profile: Decodable {
    struct Label: Decodable {
      var val: String
      var src: String?
      var neg: Bool?
    }

    var did: String
    var handle: String?
    var displayName: String?
    var avatar: String?
    var labels: [Label]?

    /// Of the labels those alone that somebody put on themselves.
    var known: Known {
      let own = Set((labels ?? []).filter { $0.src == did && $0.neg != true }.map(\.val))
      let holds = handle.map { RemoteIDs.isHandle($0) && !$0.hasSuffix(".invalid") } ?? false
      return Known(
        handle: holds ? handle : nil, name: displayName.map { String($0.prefix(200)) },
        picture: avatar.flatMap { Web.isAddress($0) ? $0 : nil },
        isBot: own.contains(SelfLabel.bot),
        optedOut: own.contains(SelfLabel.signedInOnly), isWhole: true)
    }
  }
}
